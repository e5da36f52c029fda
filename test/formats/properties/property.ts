/** How many random files, and which: the seed gives the same ones again. */
export interface Runs {
  readonly numRuns: number;
  readonly seed: number;
}

/** Something that must hold of every random file. */
export interface Property {
  readonly name: string;
  /** It is checked on one of so many files: what lints a file again and again takes ten times as long as what reads it. */
  readonly share: number;
  /** @throws Error with the smallest file that shows a failure. */
  check(runs: Runs): void;
}
