import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineTable } from '../../server/src/lsp/positions.ts';

/** Where `|` stands in the text, as `line:character`. */
function place(marked: string): string {
  const offset = marked.indexOf('|');
  const at = new LineTable(marked.replace('|', '')).positionAt(offset);
  return `${at.line}:${at.character}`;
}

/** Every offset and every position agree with the reference implementation. */
function agrees(table: LineTable, text: string): void {
  const reference = TextDocument.create('file:///a', 'plaintext', 1, text);
  assert.equal(table.length, text.length);
  assert.equal(table.lineCount, reference.lineCount);
  for (let offset = -1; offset <= text.length + 1; offset++) assert.deepEqual(table.positionAt(offset), reference.positionAt(offset), `offset ${offset} of ${JSON.stringify(text)}`);
  for (let line = 0; line <= reference.lineCount; line++) {
    for (const character of [0, 1, 2, 5, 999]) assert.equal(table.offsetAt({ line, character }), reference.offsetAt({ line, character }), `${line}:${character} of ${JSON.stringify(text)}`);
  }
}

describe('positions', () => {
  it('counts characters from 0 in UTF-16 units', () => {
    assert.equal(place('Hello |there'), '0:6');
    assert.equal(place('Sorry 🙂 |there'), '0:9');
    assert.equal(place('कृपया |देखें'), '0:6');
  });

  it('knows the three line breaks', () => {
    assert.equal(place('a\n|b'), '1:0');
    assert.equal(place('a\r|b'), '1:0');
    assert.equal(place('a\r\nb|\r\nc'), '1:1');
  });

  it('puts an offset inside \\r\\n before it', () => {
    assert.equal(place('a\r|\nb'), '0:1');
  });

  it('joins and parts a \\r\\n as it is typed', () => {
    const table = new LineTable('a\rb');
    table.edit({ start: 2, end: 2, newText: '\n' });
    agrees(table, 'a\r\nb');
    table.edit({ start: 2, end: 2, newText: '-' });
    agrees(table, 'a\r-\nb');
    table.edit({ start: 2, end: 3, newText: '' });
    agrees(table, 'a\r\nb');
  });

  it('agrees with the reference after any edits, emoji and mixed breaks included', () => {
    const piece = fc.array(fc.constantFrom('a', 'é', '🙂', '\n', '\r', '\r\n', 'word ', '\u2028'), { maxLength: 8 }).map((parts) => parts.join(''));
    const edit = fc.record({ at: fc.nat(60), length: fc.nat(12), newText: piece });
    fc.assert(fc.property(piece, piece, fc.array(edit, { maxLength: 12 }), (head, tail, edits) => {
      let text = `${head}first\r\nsecond${tail}`;
      const table = new LineTable(text);
      for (const { at, length, newText } of edits) {
        const start = Math.min(at, text.length);
        const end = Math.min(start + length, text.length);
        table.edit({ start, end, newText });
        text = text.slice(0, start) + newText + text.slice(end);
      }
      agrees(table, text);
    }), { numRuns: 300 });
  });

  it('takes a replacement of many thousand lines', () => {
    const table = new LineTable('top\nbottom');
    table.edit({ start: 4, end: 4, newText: 'line\n'.repeat(200_000) });
    assert.deepEqual(table.positionAt(table.length), { line: 200_001, character: 6 });
  });
});
