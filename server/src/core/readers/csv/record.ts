import type { Range } from '../../model.ts';

/*
 * Records and cells of CSV text, as RFC 4180 has them. Ours, because a fix needs the exact place of each cell and of each
 * doubled quote in UTF-16 units: `csv-parse` counts bytes, tells no more than the record's end, and works on Node's
 * buffers, which the core must not know. It is the second opinion in the tests.
 */

export type Delimiter = ',' | ';' | '\t';

export interface Cell extends Range {
  /** True where it begins with a quotation mark; `start` and `end` include the marks. */
  readonly quoted: boolean;
  /** Offset of a quotation mark after which text goes on although the cell should be over; null in a sound cell. */
  readonly stray: number | null;
}

/** One line of a table, which is several lines of the file where a quoted cell holds line breaks. */
export interface CsvRecord extends Range {
  readonly cells: readonly Cell[];
  /** Offset of the opening quotation mark of a last cell that nothing closes; `end` is then the end of the text. */
  readonly unclosed: number | null;
}

const QUOTE = '"';

/** The record that begins at `start`; it ends before its line end. */
export function readRecord(text: string, start: number, delimiter: Delimiter): CsvRecord {
  const cells: Cell[] = [];
  for (let at = start; ; ) {
    const quoted = text[at] === QUOTE;
    const close = quoted ? closingQuote(text, at) : -1;
    if (quoted && close === -1) {
      cells.push({ start: at, end: text.length, quoted, stray: null });
      return { start, end: text.length, cells, unclosed: at };
    }
    const end = cellEnd(text, quoted ? close + 1 : at, delimiter);
    cells.push({ start: at, end, quoted, stray: quoted && end > close + 1 ? close : null });
    if (text[end] !== delimiter) return { start, end, cells, unclosed: null };
    at = end + 1;
  }
}

/** Where the next record begins; `end` is that of the record before. */
export function afterLineEnd(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

/** All records from `start` on, blank lines left out. */
export function* recordsFrom(text: string, start: number, delimiter: Delimiter): Iterable<CsvRecord> {
  for (let at = start; at < text.length; ) {
    const record = readRecord(text, at, delimiter);
    if (record.end > record.start) yield record;
    at = afterLineEnd(text, record.end);
  }
}

function closingQuote(text: string, open: number): number {
  for (let i = open + 1; ; i += 2) {
    i = text.indexOf(QUOTE, i);
    if (i === -1 || text[i + 1] !== QUOTE) return i;
  }
}

function cellEnd(text: string, from: number, delimiter: Delimiter): number {
  const stop = delimiter.charCodeAt(0);
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === stop || code === 10 || code === 13) break;
  }
  return i;
}
