import type { Surroundings } from './streams.ts';

const patience = 500;
const interval = 100;

/** One line on a terminal that says how far a long run has come; nothing in a pipe, nothing for short work. */
export class Progress {
  private readonly around: Surroundings;
  private readonly wanted: boolean;
  private readonly started: number;
  private last = 0;
  private count = 0;
  private shown = false;

  constructor(around: Surroundings, quiet: boolean) {
    this.around = around;
    this.wanted = !quiet;
    this.started = around.now();
  }

  step(name: string): void {
    this.count += 1;
    if (!this.wanted) return;
    const now = this.around.now();
    if (now - this.started < patience || now - this.last < interval || this.around.stderr.isTTY !== true) return;
    this.last = now;
    this.shown = true;
    const room = Math.max(20, (this.around.stderr.columns ?? 80) - 1);
    this.around.stderr.write(`\r\u001b[2K${`Checking file ${this.count}: ${name}`.slice(0, room)}`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (!this.shown) return;
    this.shown = false;
    this.around.stderr.write('\r\u001b[2K');
  }
}
