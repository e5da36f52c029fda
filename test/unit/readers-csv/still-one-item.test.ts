import assert from 'node:assert/strict';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import type { Delimiter } from '../../../server/src/core/readers/csv/record.ts';
import { readTable } from './reading.ts';

const bits = ['We', 'can', 'help', 'you today', 'Sorry', ' ', '  ', ',', ';', '\t', '"', '""', "'", '\n', '\r\n', '\r', '\n\n', '\\', '=', '+', '-', '@', '{{x}}', '{name}', '<b>', '&amp;', '#', 'é', 'e\u0301', '😀', '👩‍💻', '\u0085', '\u2028', '\u00a0', '\u202e', 'שלום', 'ß'];
const cell = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((parts) => parts.join(''));
const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t');
const newline = fc.constantFrom('\n', '\r\n', '\r');

/** A table of replies as another program writes it. */
const table: fc.Arbitrary<{ readonly text: string }> = fc.record({
  rows: fc.array(fc.tuple(cell, cell.map((text) => `Thanks for asking us${text}`), cell), { minLength: 1, maxLength: 4 }),
  delimiter, newline, quoted: fc.boolean(), eof: fc.boolean(),
}).map(({ rows, delimiter, newline, quoted, eof }) => {
  const all = [['title', 'body', 'note'], ...rows];
  // What splits a record for us splits it for everybody only in marks; the writer puts in marks what splits for itself.
  const text = stringify(all, { delimiter, record_delimiter: newline, quoted, quoted_match: /[\r\n]/, eof });
  return { text };
});

const runs = { numRuns: 1500 };

describe('an item of a table', () => {
  it('is still one only where a fresh look at the file says so', () => {
    const bit = fc.constantFrom(...bits);
    let yes = 0;
    fc.assert(fc.property(table, fc.nat(), fc.nat(), fc.nat(4), fc.array(bit, { maxLength: 3 }), fc.boolean(), ({ text }, which, at, length, parts, named) => {
      const before = readTable(text, named);
      if (!before || before.items.length === 0) return;
      const index = which % before.items.length;
      const { item, source } = before.items[index]!;
      const start = 1 + (at % Math.max(1, source.length - 2));
      const changed = source.slice(0, start) + parts.join('') + source.slice(Math.min(source.length - 1, start + length));
      if (!before.reader.isStillOneItem(changed, item, source)) return;
      yes++;
      const shift = changed.length - source.length;
      const after = readTable(text.slice(0, item.start) + changed + text.slice(item.end), named)!;
      assert.deepEqual(
        after.items.map(({ item: found, reply }) => [found.start, found.end, reply.title, ...reply.fields.map((field) => field.value.text)]),
        before.items.flatMap(({ item: old, reply }) => {
          const mine = old === item ? before.reader.read(changed, item).reply : reply;
          const by = old.start > item.start ? shift : 0;
          return mine ? [[old.start + by, old.end + (old.start >= item.start ? shift : 0), mine.title, ...mine.fields.map((field) => field.value.text)]] : [];
        }), JSON.stringify({ source, changed }));
    }), runs);
    assert.ok(yes > 300, `${yes} stayed one item`);
  });
});
