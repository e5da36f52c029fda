import type { Core } from './core.ts';

/** Somewhere to write to. */
export interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything a run touches outside of itself, so that a test can stand in for it. */
export interface Surroundings {
  /** The core is loaded when it is needed: help and version do without. */
  readonly core: () => Promise<Core>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds, from any moment on. */
  readonly now: () => number;
  readonly version: string;
}
