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

export const nothing: Extent = { length: 0, breaks: 0, tail: 0 };

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

export function joined(a: Extent, b: Extent): Extent {
  return { length: a.length + b.length, breaks: a.breaks + b.breaks, tail: b.breaks > 0 ? b.tail : a.tail + b.tail };
}
