import type { Category, Config, Level, Linter, LintInput } from '../core/index.ts';

/** What the command line shows of a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
}

/** The part of the core that the command line uses; tests hand in one of their own. */
export interface Core {
  createLinter(config?: Config): Linter;
  /** Applies fixes until none is left that applies. */
  fixText(linter: Linter, file: LintInput, mode: FixMode): { readonly text: string; readonly applied: number };
  readonly rules: readonly RuleInfo[];
  /** The rule's page, in Markdown. */
  explainRule(id: string): string;
}

/** `safe`: what cannot change the meaning. `suggestions`: also the first suggestion of each finding that needs no fill-in. */
export type FixMode = 'safe' | 'suggestions';
