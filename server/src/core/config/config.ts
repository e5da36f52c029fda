import type { Category, Channel, Kind, Level, Purpose } from '../model.ts';
import type { PatternEntry, ReplyFilter, RewriteEntry } from '../rules/rule.ts';

/** What `.replylint.yaml` may say; the keys are the file's own. Every key is optional. */
export interface Config {
  /** Globs of the files to check where none is named. */
  readonly include?: readonly string[];
  /** Globs of files to leave alone. */
  readonly exclude?: readonly string[];
  /** Level per rule id, or `off`. */
  readonly levels?: Readonly<Record<string, Level | 'off'>>;
  /** The least level that is reported; `info` where nothing is said. */
  readonly 'min-level'?: Level;
  /** What replies are, where their file does not say it; later entries win over earlier ones. */
  readonly replies?: readonly ReplySetting[];
  /** Rules of the house, in the pattern language of the shipped ones. */
  readonly rules?: readonly HouseRule[];
  /** Words and phrases behind the `@slots` of patterns: added to a shipped lexicon, or one of its own. */
  readonly lexicons?: Readonly<Record<string, readonly string[]>>;
}

/** A rule that a config brings. */
export interface HouseRule {
  readonly id: string;
  /** `robotic` where nothing is said. */
  readonly category?: Category;
  /** `info` where nothing is said. */
  readonly level?: Level;
  readonly title?: string;
  readonly message: string;
  readonly why?: string;
  readonly replies?: ReplyFilter;
  readonly patterns: readonly (string | PatternEntry)[];
  readonly rewrites?: readonly (string | RewriteEntry)[];
}

/** Declares replies that match every selector given in it. */
export interface ReplySetting {
  /** Globs on the file's path. */
  readonly path?: string | readonly string[];
  /** Response ids. */
  readonly id?: string | readonly string[];
  readonly kind?: Kind;
  readonly purpose?: Purpose;
  readonly channel?: Channel;
  readonly locale?: string;
}
