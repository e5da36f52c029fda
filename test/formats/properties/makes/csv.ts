import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csv } from '../../parsers/csv.ts';
import type { Make, Made } from '../make.ts';

const columns = [['title', 'body'], ['name', 'keywords', 'content', 'note', 'active'], ['id', 'title', 'subject', 'message']] as const;
const spokenColumns: readonly string[] = ['body', 'content', 'subject', 'message'];
const lines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Tables as csv-stringify writes them. */
export const csvMakes: readonly Make[] = ([[',', 'comma'], [';', 'semicolon'], ['\t', 'tab']] as const).map(([delimiter, name]) => ({
  name: `CSV, ${name}`,
  files: (texts) => fc.record({
    header: fc.constantFrom(...columns), said: fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 3 }), newline: fc.constantFrom('\n', '\r\n', '\r'), quoted: fc.boolean(), eof: fc.boolean(),
  }).map(({ header, said, newline, quoted, eof }): Made => {
    const cell = (column: string, row: number, [a, b]: readonly [string, string]): string => (column === 'id' ? `${row}` : column === 'subject' || column === 'note' ? b : column === 'message' ? `Hi. ${a}` : spokenColumns.includes(column) ? a : `${column} ${row}`);
    const rows = [header.map((column) => (spokenColumns.includes(column) ? `We are glad to help you.` : column)), ...said.map((pair, row) => header.map((column) => cell(column, row, pair)))];
    // The writer puts in marks what splits for itself; a table may be read by others too.
    const text = stringify([[...header], ...rows], { delimiter, record_delimiter: newline, quoted, quoted_match: /[\r\n]/, eof });
    return { path: delimiter === '\t' ? 'replies.tsv' : 'replies.csv', text, customer: rows.flatMap((_, i) => header.flatMap((column, j) => (spokenColumns.includes(column) ? [`/${i + 1}/${j}`] : []))) };
  }),
  parser: { leaves: (text) => new Map([...csv.leaves(text)].map(([key, value]) => [key, lines(String(value))])) },
  plain: lines,
  entering: lines,
  mayRefuse: (wanted, file) => /^\s*[=+@-]/.test(wanted) || /\r(?!\n)/.test(file),
}));
