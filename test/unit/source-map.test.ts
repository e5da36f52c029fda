import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MappedTextBuilder } from '../../server/src/core/text/source-map.ts';

/** Pieces of a decoded text: copied as they are, standing for longer source, put in, or left out. */
type Piece = { kind: 'copy' | 'escape' | 'insert' | 'drop'; text: string };

const piece = fc.record({ kind: fc.constantFrom<Piece['kind']>('copy', 'escape', 'insert', 'drop'), text: fc.string({ minLength: 1, maxLength: 5 }) });

/** Builds the source and the decoded text side by side, and the place of each decoded character by hand. */
function build(pieces: Piece[]) {
  const builder = new MappedTextBuilder();
  let source = '';
  const places: { start: number; end: number }[] = [];
  for (const { kind, text } of pieces) {
    const at = source.length;
    if (kind === 'drop') source += text;
    else if (kind === 'insert') {
      builder.insert(text, at);
      for (let i = 0; i < text.length; i++) places.push({ start: at, end: at });
    } else if (kind === 'copy') {
      source += text;
      builder.add(text, at, at + text.length);
      for (let i = 0; i < text.length; i++) places.push({ start: at + i, end: at + i + 1 });
    } else {
      source += `&${text};`;
      builder.add(text.slice(0, 1), at, source.length);
      places.push({ start: at, end: source.length });
    }
  }
  return { source, mapped: builder.done(), places };
}

describe('a source map', () => {
  it('leads every character back to where it came from', () => {
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const { mapped, places } = build(pieces);
      assert.equal(mapped.map.length, mapped.text.length);
      places.forEach((place, i) => {
        if (place.start !== place.end) assert.deepEqual(mapped.map.range(i, i + 1), place);
      });
    }));
  });

  it('cuts a range where its source is not contiguous, and loses nothing', () => {
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const { mapped } = build(pieces);
      const cut = mapped.map.pieces(0, mapped.text.length);
      assert.equal(cut.map((p) => mapped.text.slice(p.text.start, p.text.end)).join(''), mapped.text);
      cut.forEach((p, i) => { if (i > 0) assert.ok(cut[i - 1]!.source.end <= p.source.start); });
    }));
  });

  it('keeps one run for what is copied, however often it is added', () => {
    const builder = new MappedTextBuilder();
    for (let i = 0; i < 1000; i++) builder.add('a', i, i + 1);
    assert.equal(builder.done().map.pieces(0, 1000).length, 1);
  });
});
