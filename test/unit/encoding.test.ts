import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, createLinter, type Encoding } from '../../server/src/core/index.ts';
import { encodings, fromWindows1252, toWindows1252, unencodable } from '../../server/src/core/text/encoding.ts';

describe('Windows-1252', () => {
  it('has 27 characters that Latin-1 has not, in these places', () => {
    const bytes = Array.from({ length: 256 }, (_, i) => i).filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte));
    const text = fromWindows1252(String.fromCharCode(...bytes))!;
    assert.equal([...text].filter((character) => character.charCodeAt(0) > 0xff).join(''), '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
    assert.deepEqual([...toWindows1252(text)].map((character) => character.charCodeAt(0)), bytes);
  });
  for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) it(`has no 0x${byte.toString(16)}`, () => assert.equal(fromWindows1252(`a${String.fromCharCode(byte)}`), null));
  it('says what it has not', () => {
    assert.equal(unencodable('“Café” – 5 €… ÿ', 'windows-1252'), null);
    for (const [text, missing] of [['Done ✓', '✓'], ['Łódź', 'Ł'], ['😀 hi', '😀'], ['a\u0085', '\u0085']] as const) {
      assert.equal(unencodable(text, 'windows-1252'), missing);
      assert.throws(() => toWindows1252(text), RangeError);
    }
  });
  it('gives back whatever it holds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      if (unencodable(text, 'windows-1252') === null) assert.equal(fromWindows1252(toWindows1252(text)), text);
      else assert.throws(() => toWindows1252(text), RangeError);
    }));
  });
  for (const encoding of encodings.filter((each) => each !== 'windows-1252')) it(`lacks what ${encoding} has`, () => assert.equal(unencodable('😀 Łódź', encoding), null));
});

describe('a fix in a file of some encoding', () => {
  const text = 'title,body\nLate,We do not serve zorks here.\n';
  const linter = createLinter({ rules: [{ id: 'no-zork', message: 'Not this word.', patterns: ['zorks'], rewrites: ['blorks ✓', 'cafés'] }] });
  const offered = (encoding: Encoding): string[] => {
    const [finding] = linter.lint({ path: 'replies.csv', text, encoding }).findings.filter(({ ruleId }) => ruleId === 'no-zork');
    return finding!.fixes.map((fix) => applyEdits(text, fix.edits).split('\n')[1]!);
  };
  const check = (encoding: Encoding, ...expected: string[]): void => {
    it(`is one that ${encoding} can hold`, () => assert.deepEqual(offered(encoding), expected));
  };
  check('utf-8', 'Late,We do not serve blorks ✓ here.', 'Late,We do not serve cafés here.');
  check('utf-16le', 'Late,We do not serve blorks ✓ here.', 'Late,We do not serve cafés here.');
  check('windows-1252', 'Late,We do not serve cafés here.');
  it('is named in the result', () => assert.equal(linter.lint({ path: 'replies.csv', text, encoding: 'windows-1252' }).encoding, 'windows-1252'));
});
