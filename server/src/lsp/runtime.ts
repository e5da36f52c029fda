import type { Config } from '../core/config/config.ts';
import type { ParsedConfig } from '../core/config/parse.ts';
import type { Linter, LintInput } from '../core/linter.ts';
import type { FileError } from '../core/model.ts';
import type { Encoding } from '../core/text/encoding.ts';

/** A config file as it was found. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string;
}

/** A file as it lies on the disk: its text with its byte-order mark, or, where it is no text that we know, something like it. */
export type OnDisk = { readonly text: string; readonly encoding: Encoding; readonly problem?: never } | { readonly text: string; readonly problem: FileError };

/** The disk of the machine that the server runs on. */
export interface Disk {
  /** All files under a folder but those that git leaves out; null where the folder is not on this disk. */
  files(folderUri: string): AsyncIterable<{ readonly uri: string; readonly mayHoldReplies: boolean }> | null;
  /** Null where the file is not on this disk. */
  read(uri: string): OnDisk | null;
}

/** Time, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds since any fixed point. */
  now(): number;
  /** Runs `act` once after `ms` milliseconds; the answer takes that back. */
  after(ms: number, act: () => void): () => void;
}

/** What differs between a Node process, a browser worker and a test. */
export interface Runtime {
  readonly clock: Clock;
  createLinter(config?: Config): Linter;
  /** A rule's page as Markdown; null for a rule that nobody knows. */
  explainRule(ruleId: string): string | null;
  /** The same in short, for a hover. */
  explainRuleBriefly(ruleId: string): string | null;
  parseConfig(text: string, path: string): ParsedConfig;
  /** The text with every safe fix applied. */
  fixText(linter: Linter, input: LintInput): string;
  /** The nearest config file at or above the folder of a document; undefined where only the client can look there. */
  readonly findConfig?: (documentUri: string) => ConfigFile | null | undefined;
  /** Absent where there is none to look at, as in a browser. */
  readonly disk?: Disk;
  /** Gives memory that nothing is kept in back to the machine, with a pause; absent where the host does not let us. */
  readonly collectGarbage?: () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => { clearTimeout(timer); };
  },
};
