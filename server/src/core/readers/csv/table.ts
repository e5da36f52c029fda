import type { Column } from './columns.ts';
import { cellText } from './cell.ts';
import { afterLineEnd, readRecord, recordsFrom, type CsvRecord, type Delimiter } from './record.ts';

/** A file as a table: what its header says, and where the records begin. */
export interface Table {
  readonly delimiter: Delimiter;
  readonly columns: readonly Column[];
  /** Its line end, as the first line has it. */
  readonly newline: string;
  /** Offset of the first record. */
  readonly body: number;
  /** The file up to there: all that decides how a record reads. */
  readonly head: string;
}

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** Which columns a header has; null where it is no header of ours. */
export type Reading = (header: readonly string[]) => readonly Column[] | null;

/** The table that a text is, its delimiter the one that makes most sense of the header; null where none makes any. */
export function tableOf(text: string, reading: Reading): Table | null {
  const start = afterSeparatorLine(text);
  const tables = delimiters.flatMap((delimiter) => tableWith(text, start, delimiter, reading) ?? []);
  return tables.sort((a, b) => known(b) - known(a) || b.columns.length - a.columns.length)[0] ?? null;
}

function tableWith(text: string, start: number, delimiter: Delimiter, reading: Reading): Table | null {
  const header = firstOf(recordsFrom(text, start, delimiter));
  if (header === null || header.unclosed !== null || header.cells.some((cell) => cell.stray !== null)) return null;
  const columns = reading(header.cells.map((cell) => cellText(text, cell).text));
  if (columns === null) return null;
  const body = Math.min(text.length, afterLineEnd(text, header.end));
  return { delimiter, columns, newline: text.slice(header.end, body) || '\n', body, head: text.slice(0, body) };
}

function firstOf(records: Iterable<CsvRecord>): CsvRecord | null {
  for (const record of records) return record;
  return null;
}

/** `sep=;` in the first line, which spreadsheets write to be sure of themselves. */
function afterSeparatorLine(text: string): number {
  return /^sep=[,;\t](?:\r\n?|\n)/i.exec(text)?.[0].length ?? 0;
}

function known(table: Table): number {
  return table.columns.filter((column) => column.audience !== null).length;
}

/** A table without a header: `columns` says what its columns hold, from the left. */
export function tableWithoutHeader(text: string, columns: readonly Column[]): Table | null {
  const widths = delimiters.map((delimiter) => readRecord(text, 0, delimiter).cells.length);
  const widest = widths.indexOf(Math.max(...widths));
  if (widths[widest]! < 2) return null;
  const first = readRecord(text, 0, delimiters[widest]!);
  return { delimiter: delimiters[widest]!, columns, newline: text.slice(first.end, afterLineEnd(text, first.end)) || '\n', body: 0, head: '' };
}

/** Half of the records, at least, have as many cells as the header. */
export function isRegular(text: string, table: Table): boolean {
  let records = 0;
  let regular = 0;
  for (const record of recordsFrom(text, table.body, table.delimiter)) {
    records++;
    if (record.cells.length === table.columns.length) regular++;
  }
  return regular * 2 >= records;
}
