import type { Paradigm } from '../fixes/forms.ts';
import type { Category, Channel, Kind, Level, Purpose } from '../model.ts';

/** A rule file as it is written: see docs/rules.md and rules/rule.schema.json. */
export interface RuleSource {
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly sources: readonly Source[];
  readonly family?: string;
  readonly replies?: ReplyFilter;
  readonly patterns?: readonly (string | PatternEntry)[];
  readonly judge?: JudgeEntry;
  readonly detector?: Detector;
  /** What it finds in a sentence that sounds right is worth a look only. */
  readonly doubtful?: true;
  readonly rewrites?: readonly (string | RewriteEntry)[];
  readonly examples: readonly RuleExample[];
  /** Sentences that it marks, for a rule that has no rewrite to show. */
  readonly marks?: readonly string[];
  readonly allows: readonly (string | AllowedText)[];
}

/** What backs a rule: grade A peer-reviewed, B official guidance, C practitioners, D convention. */
export interface Source {
  readonly name: string;
  readonly url?: string;
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

/** The replies a rule looks at; what is not named does not matter. */
export interface ReplyFilter {
  readonly kind?: readonly Kind[];
  readonly purpose?: readonly Purpose[];
  readonly channel?: readonly Channel[];
}

/** Faults that are seen in characters and not in words; the engine knows how to find them. */
export type Detector = 'capitals' | 'punctuation' | 'leftover' | 'long-paragraph' | 'initials' | 'masked-strong' | 'masked-mild' | 'twin' | 'remark' | 'no-fallback' | 'malformed-placeholder' | 'unknown-placeholder' | 'scissors' | 'empty-value' | 'classifier';

export interface PatternEntry {
  readonly match: string;
  readonly unless?: readonly ConditionEntry[];
  readonly when?: readonly ConditionEntry[];
  readonly level?: Level;
  /** `match`, `sentence`, or the name of a capture. */
  readonly replace?: string;
  readonly rewrites?: readonly (string | RewriteEntry)[];
}

/** A judgement over the whole reply: the cue that is its evidence, and what must or must not be around it. */
export interface JudgeEntry {
  /** Id of a cue, or `question`: sentences that end with a question mark. */
  readonly cue: string;
  /** So many sentences must show it; the last of them is marked. */
  readonly nth?: number;
  /** So many sentences in a row must show it; the first row's last is marked. */
  readonly row?: number;
  readonly unless?: readonly ConditionEntry[];
  readonly when?: readonly ConditionEntry[];
}

/** One thing around a match. Patterns run in the same sentence, next to the match, or in a neighbouring sentence. */
export type ConditionEntry =
  | { readonly same: string }
  | { readonly before: string }
  | { readonly after: string }
  | { readonly previous: string }
  | { readonly next: string }
  | { readonly cue: string; readonly within?: number; readonly previous?: number; readonly anywhere?: boolean; readonly before?: true }
  | { readonly at: 'opening' | 'closing' }
  | { readonly question: boolean }
  /** The reply's locale is one of these or below one of them: `en` holds for `en-IN` too. */
  | { readonly locale: readonly string[] };

export interface RewriteEntry {
  readonly text: string;
  readonly title?: string;
  /** The meaning cannot change: it may run in bulk. */
  readonly safe?: boolean;
  /** `own`: "I" and "we" stay as they are written here, whoever speaks in the reply. */
  readonly voice?: 'own';
  /** Added when tables are built: the forms of the text's own verbs (`refund~`), and of the verbs that the pattern inflects. */
  readonly verbs?: Readonly<Record<string, Paradigm>>;
  readonly replaces?: readonly Paradigm[];
}

export interface RuleExample {
  readonly bad: string;
  readonly good: string;
  /** Which rewrite leads from bad to good, from 0. */
  readonly rewrite?: number;
  /** The platform whose reply it is, for rules about placeholders. */
  readonly platform?: string;
}

/** A near miss on one platform. */
export interface AllowedText {
  readonly text: string;
  readonly platform: string;
}

/** A cue file: words that show that a reply does something (offers an option, says sorry, gives a reason). */
export interface CueSource {
  readonly id: string;
  readonly about: string;
  readonly patterns: readonly string[];
  readonly examples?: readonly string[];
  readonly near?: readonly string[];
}

/** A lexicon file: words and phrases behind a `@slot`. */
export interface LexiconSource {
  readonly id: string;
  readonly about: string;
  readonly words: readonly string[];
}
