import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { cellText } from '../../../server/src/core/readers/csv/cell.ts';
import { recordsFrom, type Delimiter } from '../../../server/src/core/readers/csv/record.ts';
import { placed, readTable } from './reading.ts';

const bits = ['We', 'can', 'help', 'you today', 'Sorry', ' ', '  ', ',', ';', '\t', '"', '""', "'", '\n', '\r\n', '\r', '\n\n', '\\', '=', '+', '-', '@', '{{x}}', '{name}', '<b>', '&amp;', '#', 'é', 'e\u0301', '😀', '👩‍💻', '\u0085', '\u2028', '\u00a0', '\u202e', 'שלום', 'ß'];
const cell = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((parts) => parts.join(''));
const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t');
const newline = fc.constantFrom('\n', '\r\n', '\r');

interface Written { readonly rows: readonly (readonly string[])[]; readonly delimiter: Delimiter; readonly text: string }

/** A table of replies as another program writes it. */
const table: fc.Arbitrary<Written> = fc.record({
  rows: fc.array(fc.tuple(cell, cell.map((text) => `Thanks for asking us${text}`), cell), { minLength: 1, maxLength: 4 }),
  delimiter, newline, quoted: fc.boolean(), eof: fc.boolean(),
}).map(({ rows, delimiter, newline, quoted, eof }) => {
  const all = [['title', 'body', 'note'], ...rows];
  // What splits a record for us splits it for everybody only in marks; the writer puts in marks what splits for itself.
  const text = stringify(all, { delimiter, record_delimiter: newline, quoted, quoted_match: /[\r\n]/, eof });
  return { rows: all, delimiter, text };
});

const plain = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The table as `csv-parse` has it. */
function judged(text: string, delimiter: Delimiter): string[][] {
  return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: true, relax_column_count: true, relax_quotes: false }).map((row) => row.map(plain));
}

/** Each field of the file: where it stands, and the text in it. */
function fieldsOf(text: string): { text: string; at: (from: number, to: number) => { start: number; end: number } }[] {
  return readTable(text, true)!.items.flatMap(({ item, reply }) => reply.fields.map((field) => ({
    text: field.value.text,
    at: (from: number, to: number) => {
      const { start, end } = field.value.map.range(from, to);
      return { start: start + item.start, end: end + item.start };
    },
  })));
}

/** Some place between two characters. */
function placeIn(text: string, seed: number): number {
  const at = seed % (text.length + 1);
  return /^[\uDC00-\uDFFF]/.test(text.slice(at)) ? at - 1 : at;
}

const runs = { numRuns: 1500 };

describe('a table that csv-stringify wrote', () => {
  it('is cut as csv-parse cuts it', () => {
    fc.assert(fc.property(table, ({ text, delimiter, rows }) => {
      const ours = [...recordsFrom(text, 0, delimiter)].map((record) => record.cells.map((each) => cellText(text, each).text));
      assert.deepEqual(ours, judged(text, delimiter));
      assert.deepEqual(ours, rows.map((row) => row.map(plain)));
    }), runs);
  });

  it('has the fields that were written', () => {
    fc.assert(fc.property(table, ({ text, rows }) => {
      const wanted = rows.slice(1).flat().map(plain).filter((each) => each.trim() !== '');
      assert.deepEqual(fieldsOf(text).map((field) => field.text), wanted);
    }), runs);
  });

  it('leads each character back to its place: another one there changes it alone', () => {
    fc.assert(fc.property(table, fc.nat(), fc.nat(), ({ text, delimiter }, which, where) => {
      const fields = fieldsOf(text);
      const field = fields[which % fields.length]!;
      const i = where % field.text.length;
      if (/[\uD800-\uDFFF]/.test(field.text[i]!)) return;
      const { start, end } = field.at(i, i + 1);
      const changed = `${text.slice(0, start)}§${text.slice(end)}`;
      const wanted = fields.map((each) => (each === field ? `${field.text.slice(0, i)}§${field.text.slice(i + 1)}` : each.text));
      assert.deepEqual(judged(changed, delimiter).slice(1).flat().filter((each) => each.trim() !== ''), wanted);
    }), runs);
  });

  it('holds what is written into it, and nothing else changes; or says why not', () => {
    let written = 0;
    fc.assert(fc.property(table, cell, fc.nat(), fc.nat(), fc.nat(), ({ text, delimiter }, newText, which, a, b) => {
      const all = readTable(text, true)!.items.flatMap(({ item, reply }) => reply.fields.map((field) => ({ item, field })));
      const { item, field } = all[which % all.length]!;
      const [start, end] = [placeIn(field.value.text, a), placeIn(field.value.text, b)].sort((x, y) => x - y) as [number, number];
      const edits = field.write(start, end, newText);
      const wanted = field.value.text.slice(0, start) + plain(newText) + field.value.text.slice(end);
      if ('refused' in edits) {
        // What stood between two kinds of line ends cannot go without joining them.
        if (!/\r(?!\n)/.test(text)) assert.match(wanted, /^\s*[=+@-]/);
        return;
      }
      written++;
      const after = placed(text, item.start, edits);
      const before = judged(text, delimiter);
      const now = judged(after, delimiter);
      const changed = now.flatMap((row, i) => row.flatMap((value, j) => (value === before[i]?.[j] ? [] : [value])));
      assert.equal(now.length, before.length);
      assert.deepEqual(changed, wanted === field.value.text ? [] : [wanted]);
      if (!/^\s*[=+@-]/.test(field.value.text)) assert.doesNotMatch(wanted, /^\s*[=+@-]/);
    }), runs);
    assert.ok(written > 1000, `${written} written`);
  });
});

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
      if (!before.reader.isStillOneItem(changed, item)) return;
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
