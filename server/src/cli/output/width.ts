import { harmless } from '../display.ts';

/** One character as a terminal shows it. */
export interface Cell {
  readonly shown: string;
  /** Columns it takes: 0 for marks that join the one before, 2 for wide signs and emoji. */
  readonly width: number;
  /** Where it starts, UTF-16 code units. */
  readonly offset: number;
}

const joining = /^[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const wide = /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;

/** The characters of a line; tabs become two spaces and control characters visible signs. */
export function cells(line: string, from = 0): Cell[] {
  const out: Cell[] = [];
  let offset = from;
  for (const char of line) {
    const shown = char === '\t' ? '  ' : harmless(char);
    out.push({ shown, width: char === '\t' || wide.test(char) ? 2 : shown === '' || joining.test(char) ? 0 : 1, offset });
    offset += char.length;
  }
  return out;
}

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}
