import type { Channel, Kind, Level, Purpose } from '../model.ts';

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
