import type { Category, Config, Level, Linter, LinterParts, LintInput } from '../core/index.ts';
import type { RenderedFile } from '../render/index.ts';
import type { RuleLibrary } from '../core/rules/house.ts';

/** What the command line shows of a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  /** The best grade among its sources. */
  readonly evidence?: 'A' | 'B' | 'C' | 'D';
  /** `9 of 10`, or `not yet measured`. */
  readonly precision?: string;
}

/** The part of the core that the command line uses; tests hand in one of their own. */
export interface Core {
  createLinter(config?: Config, parts?: LinterParts): Linter;
  /** What shipped rules are made of; absent in tests. */
  ruleLibrary?(): RuleLibrary;
  /** All forms of an English word; absent in tests. */
  inflect?(word: string): readonly string[];
  /** Applies fixes until none is left that applies. */
  fixText(linter: Linter, file: LintInput, mode: FixMode): { readonly text: string; readonly applied: number };
  /** Writes replies out as customers may see them; loaded when it is asked for, as it brings the parsers of template languages. Absent in tests. */
  renderer?(): Promise<{ renderFile(linter: Linter, file: LintInput): RenderedFile }>;
  readonly rules: readonly RuleInfo[];
  /** The rule's page, in Markdown. */
  explainRule(id: string): string;
}

/** `safe`: what cannot change the meaning. `suggestions`: also the first suggestion of each finding that needs no fill-in. */
export type FixMode = 'safe' | 'suggestions';
