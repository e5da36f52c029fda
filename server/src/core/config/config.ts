import type { Category, Channel, Kind, Level, Markup, PlaceholderPair, Purpose } from '../model.ts';
import type { StepSource } from '../frameworks/framework.ts';
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
  /** Files in a shape of the house's own, and placeholders of its own; later entries are asked first. */
  readonly formats?: readonly FormatSetting[];
  /** Rules of the house, in the pattern language of the shipped ones. */
  readonly rules?: readonly HouseRule[];
  /** Words and phrases behind the `@slots` of patterns: added to a shipped lexicon, or one of its own. */
  readonly lexicons?: Readonly<Record<string, readonly string[]>>;
  /** Id of the framework that checklists follow; `leaps` where nothing is said. */
  readonly framework?: string;
  /** Frameworks of the house; one with the id of a shipped one changes that. */
  readonly frameworks?: readonly HouseFramework[];
}

/** A framework that a config brings, or its changes to a shipped one. */
export interface HouseFramework {
  readonly id: string;
  readonly title?: string;
  readonly about?: string;
  readonly steps: readonly HouseStep[];
}

/** A step that a config brings; of a shipped one only what changes has to be said. */
export interface HouseStep extends Partial<Omit<StepSource, 'id' | 'source'>> {
  readonly id: string;
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
  /** Id of the platform whose placeholders they use. */
  readonly platform?: string;
}

/**
 * Says where the replies lie in files of a shape that nobody ships. Without `customer` it only declares placeholders,
 * or their platform, for files that are read as they are.
 */
export interface FormatSetting {
  /** Globs on the file's path. */
  readonly files: string | readonly string[];
  /** Where the records lie: keys with dots between them, `[*]` for every element of a list, `*` for every entry of a map. */
  readonly records?: string;
  /** Keys of a record, or columns of a table, that the customer reads. */
  readonly customer?: string | readonly string[];
  readonly internal?: string | readonly string[];
  /** The first that holds a word is the reply's title. */
  readonly label?: string | readonly string[];
  /** Told from each text itself where nothing is said. */
  readonly markup?: Markup;
  readonly placeholders?: readonly PlaceholderPair[];
  /** Id of the platform whose placeholders they use. */
  readonly platform?: string;
}
