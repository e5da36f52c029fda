import type { Config } from './config/config.ts';
import type { FileResult, Finding, TextEdit } from './model.ts';

/** One file as a client hands it over. */
export interface LintInput {
  /** Path with `/` between its parts; decides the format together with the text; need not exist. */
  readonly path: string;
  readonly text: string;
  /** True where a person asked for this very file (named, included, standard input): then a file that does not parse is an error. */
  readonly named?: boolean;
}

/** What an edit changed. `shifted` findings are the same as before at another place. */
export interface SessionChange {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  readonly shifted: readonly Finding[];
}

/** An open document. Its result always equals a fresh `lint()` of its present text. */
export interface Session {
  readonly path: string;
  /** The present text. */
  text(): string;
  /** Edits refer to the text before the call, do not overlap, and are applied together. */
  edit(edits: readonly TextEdit[]): SessionChange;
  result(): FileResult;
}

export interface Linter {
  lint(file: LintInput): FileResult;
  open(file: LintInput): Session;
}

export function createLinter(config?: Config): Linter;
export function createLinter(): Linter {
  throw new Error('being written');
}
