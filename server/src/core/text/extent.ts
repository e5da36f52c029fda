import { LineIndex } from './line-index.ts';

/** How far a text reaches: the extents of two neighbours make that of both, so that a place behind them is known without reading them. */
export interface Extent {
  /** UTF-16 code units. */
  readonly length: number;
  /** Line breaks in it. */
  readonly breaks: number;
  /** Code units behind its last line break; all of them where it has none. */
  readonly tail: number;
}

const nothing: Extent = { length: 0, breaks: 0, tail: 0 };

/** A `\r` at its end is half a break, and does not count, where a `\n` follows the text. */
export function extentOf(text: string, beforeLf: boolean): Extent {
  if (text.includes('\r')) {
    const { line, column } = new LineIndex(text, beforeLf).place(text.length);
    return { length: text.length, breaks: line - 1, tail: column - 1 };
  }
  let breaks = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    breaks++;
    start = at + 1;
  }
  return { length: text.length, breaks, tail: text.length - start };
}

/** How far one text after the other reaches. */
export class Reach {
  private units: number;
  private breaks: number;
  private tail: number;

  constructor({ length, breaks, tail }: Extent = nothing) {
    this.units = length;
    this.breaks = breaks;
    this.tail = tail;
  }

  get length(): number { return this.units; }

  add({ length, breaks, tail }: Extent): void {
    this.units += length;
    this.breaks += breaks;
    this.tail = breaks > 0 ? tail : this.tail + tail;
  }

  /** As it is now. */
  extent(): Extent { return { length: this.units, breaks: this.breaks, tail: this.tail }; }
}
