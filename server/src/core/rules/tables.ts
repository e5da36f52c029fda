import type { Level } from '../model.ts';
import type { PatternTables } from '../pattern/compile.ts';
import type { WordTable } from '../prose/vocabulary.ts';
import type { RewriteEntry, RuleSource } from './rule.ts';

/** So many sentences that any reply is shorter. */
export const anywhere = 1_000_000;

/** A condition with its pattern as a program index, or its cue as a cue index and how many sentences after and before may show it. */
export type Condition =
  | { readonly test: 'same' | 'before' | 'after' | 'previous' | 'next'; readonly program: number }
  | { readonly test: 'cue'; readonly cue: number; readonly after: number; readonly back: number }
  | { readonly test: 'opening' | 'closing' | 'question' | 'statement' }
  | { readonly test: 'locale'; readonly locales: readonly string[] };

/** A judgement over the reply, ready to be made; `cue` is a cue index, or -1 for questions. */
export interface CompiledJudgement {
  readonly cue: number;
  readonly nth: number;
  readonly row: number;
  readonly unless: readonly Condition[];
  readonly when: readonly Condition[];
}

/** A pattern of a rule, ready to judge. */
export interface CompiledPattern {
  /** The rule's own where nothing is said; so are the rewrites. */
  readonly level?: Level;
  readonly unless?: readonly Condition[];
  readonly when?: readonly Condition[];
  /** `match` where nothing is said. */
  readonly replace?: string;
  readonly rewrites?: readonly RewriteEntry[];
}

/** What is told of a rule and not needed to find anything. */
export type RulePage = Pick<RuleSource, 'id' | 'why' | 'sources' | 'family' | 'examples' | 'marks' | 'allows'> & {
  /** Right findings and all findings on labelled replies that the rule was not tuned on. */
  readonly measured?: readonly [right: number, of: number];
};

/** Everything of a rule that is needed at run time. */
export interface CompiledRule extends Pick<RuleSource, 'id' | 'category' | 'level' | 'title' | 'message' | 'replies' | 'detector' | 'doubtful'> {
  readonly compiled: readonly CompiledPattern[];
  readonly judgement?: CompiledJudgement;
  readonly rewrites: readonly RewriteEntry[];
}

/** Who asks for a program. */
export const Owner = { condition: 0, cue: 1, firstRule: 2 } as const;

/** A locale's rules and cues as plain data: what the build writes and the library loads. */
export interface RuleTables {
  readonly locale: string;
  readonly words: WordTable;
  readonly patterns: PatternTables;
  readonly rules: readonly CompiledRule[];
  readonly cues: readonly string[];
  /** Per program: a condition's (0), a cue's (1), or a rule's (the rule's index above `firstRule`), and which pattern or cue it is. */
  readonly owners: { readonly of: ArrayLike<number>; readonly part: ArrayLike<number> };
}
