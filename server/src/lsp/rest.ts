import type { Clock } from './runtime.ts';

/** Reading a text of so many UTF-16 code units leaves more garbage behind than a server with small files holds. */
export const largeText = 1_000_000;
/** So long nobody opens or edits a file, in milliseconds: who types again right then waits for the pause, once. */
export const quietTime = 5000;

/** Has the memory that reading a large file took given back when nobody is at work. */
export class Rest {
  private isDue = false;
  private stop = (): void => {};
  private readonly clock: Clock;
  private readonly collect: (() => void) | undefined;

  constructor(clock: Clock, collect: (() => void) | undefined) {
    this.clock = clock;
    this.collect = collect;
  }

  /** A text of so many code units was read. */
  afterReading(length: number): void {
    if (length >= largeText) this.isDue = true;
    this.afterWork();
  }

  /** Somebody is at work: it begins to wait anew. */
  afterWork(): void {
    const { collect } = this;
    if (!collect || !this.isDue) return;
    this.stop();
    this.stop = this.clock.after(quietTime, () => {
      this.isDue = false;
      collect();
    });
  }
}
