import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withPlaceholders } from '../../../server/src/core/markup/declared-placeholders.ts';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { OPAQUE } from '../../../server/src/core/markup/inline.ts';
import { markups, type Markup, type PlaceholderPair } from '../../../server/src/core/model.ts';

const pairs: readonly PlaceholderPair[] = [{ open: '<<', close: '>>' }, { open: '~', close: '~' }, { open: '§[', close: ']§' }];

/** The prose, each placeholder written out between ‹ ›. */
function shown(markup: Markup, text: string, declared: readonly PlaceholderPair[] = pairs): string {
  const prose = withPlaceholders(inlineLayer(markup), declared).toProse(text);
  let index = 0;
  return prose.text.replaceAll(OPAQUE, () => `‹${prose.opaques[index++]!.text}›`).replaceAll('\u2029', '|');
}

describe('placeholders that the config declares', () => {
  for (const markup of markups) {
    it(`are nouns in ${markup}`, () => {
      assert.equal(shown(markup, 'Dear <<first name>>, ~you failed~ to §[pay]§ it.'), 'Dear ‹<<first name>>›, ‹~you failed~› to ‹§[pay]§› it.|');
    });

    it(`lead every letter of ${markup} around them to its place`, () => {
      const piece = fc.constantFrom('word ', 'a ', '<<x y>> ', '~z~ ', '§[q]§', '~', '<<', '>>', '\n', '\r\n', '&amp; ', '{{v}} ', '😀', 'e\u0301 ', '\u2028', '\u202e', '<<declared>>', '**b** ', '<b>b</b> ', '[gap] ');
      fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const prose = withPlaceholders(inlineLayer(markup), pairs).toProse(text);
        for (let i = 0; i < prose.text.length; i++) {
          if (!/[a-z]/.test(prose.text[i]!)) continue;
          const { start, end } = prose.map.range(i, i + 1);
          assert.equal(text.slice(start, end), prose.text[i], JSON.stringify(text));
        }
        for (const opaque of prose.opaques) {
          const { start, end } = prose.map.range(opaque.start, opaque.end);
          assert.equal(text.slice(start, end), opaque.text);
          assert.equal(prose.text.slice(opaque.start, opaque.end), OPAQUE);
        }
      }), { numRuns: 400 });
    });
  }

  it('say that they are placeholders, also where they look like a gap or a tag', () => {
    for (const text of ['<<b>>', '~[gap]~', '§[[x]]§']) {
      const { opaques } = withPlaceholders(inlineLayer('html'), pairs).toProse(`See ${text}.`);
      assert.deepEqual(opaques.map(({ kind, text: own }) => `${kind} ${own}`), [`placeholder ${text}`]);
    }
  });

  it('end in their line, hold something, and the longest opening counts', () => {
    assert.equal(shown('text', 'a ~ b\nc ~ d'), 'a ~ b\nc ~ d|');
    assert.equal(shown('text', 'a ~~ b'), 'a ~~ b|');
    assert.equal(shown('text', 'a #{x} #y# b', [{ open: '#', close: '#' }, { open: '#{', close: '}' }]), 'a ‹#{x}› ‹#y#› b|');
  });

  it('leave a layer alone where there are none', () => {
    assert.equal(withPlaceholders(inlineLayer('html'), []), inlineLayer('html'));
    assert.equal(withPlaceholders(inlineLayer('html'), undefined), inlineLayer('html'));
  });
});
