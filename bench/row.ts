/** Who did what, how fast, and what it has to show for it. */
export interface Speed {
  readonly name: string;
  /** Milliseconds, median. */
  readonly ms: number;
  /** Processor time in milliseconds, median: less moved by what else the machine does. */
  readonly cpuMs?: number;
  /** Megabytes (10⁶ bytes) a second. */
  readonly mbPerSecond?: number;
  readonly foundPerMb?: number;
}

/** One thing that a row promises: what was asked, what came, whether it holds. */
export interface Measured {
  readonly goal: string;
  /** The figure in words, units included. */
  readonly figure: string;
  /** The figure by the goal's own measure; null where there is none. */
  readonly ratio: number | null;
  /** Null where nothing is promised. */
  readonly held: boolean | null;
}

export interface RowResult {
  readonly id: string;
  readonly work: string;
  readonly measured: readonly Measured[];
  readonly speeds: readonly Speed[];
  readonly note?: string;
}

/** How a run is made. */
export interface Setting {
  /** Interleaved rounds after the one that warms up. */
  readonly rounds: number;
  /** Megabytes that the workers read. */
  readonly megabytes: number;
  readonly say: (line: string) => void;
}

/** One row of the table. */
export interface Row {
  readonly id: string;
  readonly work: string;
  /** @throws Error where it cannot be measured here. */
  measure(setting: Setting): Promise<Omit<RowResult, 'id' | 'work'>>;
}

export const atLeast = (goal: number, what: string, ratio: number): Measured => ({ goal: `≥ ${round(goal)} × ${what}`, figure: `${round(ratio)} ×`, ratio, held: ratio >= goal });
export const atMost = (goal: number, what: string, ratio: number): Measured => ({ goal: `≤ ${round(goal)} × ${what}`, figure: `${round(ratio)} ×`, ratio, held: ratio <= goal });

/** Three digits that count. */
export function round(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
