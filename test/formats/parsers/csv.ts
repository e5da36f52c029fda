import { parse } from 'csv-parse/sync';
import type { Parser } from './parser.ts';

/** Tables as `csv-parse` reads them; the delimiter is the one that the first line has most of. */
export const csv: Parser = {
  wholeFields: true,
  leaves(text) {
    const first = text.split(/[\r\n]/)[0]!;
    const delimiter = [',', ';', '\t'].reduce((best, next) => (first.split(next).length > first.split(best).length ? next : best));
    const rows = parse(text, { bom: true, delimiter, record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: true, relax_column_count: true });
    return new Map(rows.flatMap((row, i) => row.map((cell, j) => [`/${i}/${j}`, cell] as const)));
  },
};
