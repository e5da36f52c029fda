import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixingProperty } from './fixing.ts';
import type { Make } from './make.ts';
import { customerFields, onlyChanged, placed, spoken } from './reading.ts';
import type { Property } from './property.ts';
import { sessionProperty } from './sessions.ts';
import { texts } from './texts.ts';

/** A place between two characters, cutting none and no line end. */
function placeIn(text: string, seed: number): number {
  const at = seed % (text.length + 1);
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;
}

function meet(before: string, newText: string, after: string): boolean {
  return (before.endsWith('\r') && /^\n/.test(newText || after)) || (newText.endsWith('\r') && after.startsWith('\n'));
}

const pick = fc.nat(100_000);

/** What must hold of all files of a syntax. */
export function propertiesOf(make: Make): Property[] {
  const files = make.files(texts);
  return [
    {
      name: `${make.name}: hands on the texts that were written, each character from its place`,
      share: 1,
      check: (runs) => fc.assert(fc.property(files, pick, pick, ({ path, text, customer }, which, where) => {
        const before = make.parser.leaves(text);
        const wanted = spoken(before, customer);
        const found = customerFields(path, text);
        assert.deepEqual(found.map(({ field }) => make.plain(field.value.text)), wanted.map((leaf) => leaf.text));
        if (found.length === 0) return;
        // Another character at the place of one.
        const nth = which % found.length;
        const { item, field: { value } } = found[nth]!;
        const at = where % value.text.length;
        if (/[\uD800-\uDFFF\r\n]/.test(value.text[at]!) && /[\uD800-\uDFFF\r\n]/.test(value.text.slice(Math.max(0, at - 1), at + 2))) return;
        const range = value.map.range(at, at + 1);
        const source = { start: range.start + item.start, end: range.end + item.start };
        if (make.isLayout?.(text, source, value.text, at)) return;
        const changed = `${text.slice(0, source.start)}§${text.slice(source.end)}`;
        const expected = `${value.text.slice(0, at)}§${value.text.slice(at + 1)}`;
        onlyChanged(before, make.parser.leaves(changed), wanted[nth]!.path, make.plain(expected));
        assert.equal(customerFields(path, changed)[nth]!.field.value.text, expected);
      }), runs),
    },
    {
      name: `${make.name}: holds what is written into it, and nothing else changes`,
      share: 1,
      check: (runs) => {
        let written = 0;
        fc.assert(fc.property(files, texts, pick, pick, pick, ({ path, text, customer }, newText, which, a, b) => {
        const before = make.parser.leaves(text);
        const wanted = spoken(before, customer);
        const found = customerFields(path, text);
        if (found.length === 0) return;
        const nth = which % found.length;
        const { item, field } = found[nth]!;
        const [start, end] = [placeIn(field.value.text, a), placeIn(field.value.text, b)].sort((x, y) => x - y) as [number, number];
        // Where two halves of a line end meet, they are one line end or two, as the file's own line ends have it.
        if (make.plain('\r\n') !== '\r\n' && meet(field.value.text.slice(0, start), newText, field.value.text.slice(end))) return;
        const edits = field.write(start, end, newText);
        const expected = make.plain(field.value.text.slice(0, start) + (make.entering?.(newText) ?? newText) + field.value.text.slice(end));
        if ('refused' in edits) {
          assert.match(edits.refused, /^[A-Z][^\n]+\.$/s);
          assert.ok(make.mayRefuse(expected, text, text.slice(item.start + field.start, item.start + field.end)), edits.refused);
          return;
        }
        written++;
        for (const edit of edits) assert.ok(edit.start >= 0 && edit.end <= item.end - item.start, 'an edit outside of its reply');
        onlyChanged(before, make.parser.leaves(placed(text, item.start, edits)), wanted[nth]!.path, expected);
        }), runs);
        assert.ok(written * 2 > runs.numRuns, `only ${written} of ${runs.numRuns} texts were written`);
      },
    },
    fixingProperty(make),
    sessionProperty(make),
  ];
}
