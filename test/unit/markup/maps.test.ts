import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { BREAK, OPAQUE } from '../../../server/src/core/markup/inline.ts';
import type { Markup } from '../../../server/src/core/model.ts';

const pieces = [
  'you', 'failed', 'to', 'Pay', 'sorry', ' ', ' ', ' ', '\n', '\n\n', '. ', ', ', '**', '_', '*', '`', '```\n', '[', ']', '](https://a.example)', '![', '(', ')', '<b>', '</b>', '<br>', '<p>', '</p>', '<!--', '-->',
  '&amp;', '&nbsp;', '&', '<', '>', '{{name}}', '{{', '}}', '{%', '%}', '{%if a%}', '{%else%}', '[gap]', '\\', '\\*', '# ', '- ', '1. ', '> ', '| ', '|---|\n', '{color:red}', '{color}', '{code}', '[a|https://b.example]', 'h3. ',
  'TBC', '____', '----\n', 'a@b.example', 'https://c.example/x', 'é', '😀', '\r\n', '%s', '<name>', '<script>', '<code>', '~~', '||', '\t', '\uFFFC', '\u2029',
];
const documents = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const markups: Markup[] = ['text', 'markdown', 'html', 'jira'];

/** Places of prose characters that stand for one source character of their own. */
function verbatimPlaces(markup: Markup, text: string): { at: number; source: number }[] {
  const prose = inlineLayer(markup).toProse(text);
  const places: { at: number; source: number }[] = [];
  for (let at = 0; at < prose.text.length; at++) {
    if (prose.text[at] === OPAQUE || prose.text[at] === BREAK) continue;
    for (const piece of prose.map.pieces(at, at + 1)) {
      if (piece.source.end - piece.source.start === 1) places.push({ at, source: piece.source.start });
    }
  }
  return places;
}

describe('the maps of the inline layers', () => {
  for (const markup of markups) {
    it(`lead each character of ${markup} to itself, and never backwards`, () => {
      fc.assert(fc.property(documents, (text) => {
        const prose = inlineLayer(markup).toProse(text);
        let before = -1;
        for (const { at, source } of verbatimPlaces(markup, text)) {
          const own = text[source]!;
          if (own !== OPAQUE && own !== BREAK) assert.equal(prose.text[at], own);
          assert.ok(source > before, 'the map goes forward');
          before = source;
        }
        assert.equal(prose.map.length, prose.text.length);
      }), { numRuns: 400 });
    });

    it(`account for every noun of ${markup}, and for nothing else`, () => {
      fc.assert(fc.property(documents, (text) => {
        const prose = inlineLayer(markup).toProse(text);
        assert.equal(prose.opaques.length, [...prose.text].filter((c) => c === OPAQUE).length);
        for (const opaque of prose.opaques) {
          const range = prose.map.range(opaque.start, opaque.end);
          assert.equal(text.slice(range.start, range.end).replace(/[\uFFFC\u2028\u2029]/g, ' '), opaque.text);
        }
        if (prose.text !== '') assert.equal(prose.text.at(-1), BREAK);
        assert.ok(!prose.text.includes(BREAK + BREAK) && !prose.text.startsWith(BREAK), 'no empty block');
      }), { numRuns: 400 });
    });

    it(`change one character of the prose where one letter of ${markup} changes`, () => {
      fc.assert(fc.property(documents, fc.nat(), (text, pick) => {
        const prose = inlineLayer(markup).toProse(text).text;
        const places = verbatimPlaces(markup, text).filter(({ source }) => /[youfaledtr]/.test(text[source]!) && /\s[a-z]{1,8}$/.test(text.slice(0, source)) && /^[a-z]+\s/.test(text.slice(source)));
        if (places.length === 0) return;
        const { at, source } = places[pick % places.length]!;
        const changed = inlineLayer(markup).toProse(`${text.slice(0, source)}z${text.slice(source + 1)}`).text;
        assert.equal(changed, `${prose.slice(0, at)}z${prose.slice(at + 1)}`);
      }), { numRuns: 400 });
    });
  }

  it('agree with a full Markdown parser on the words of ordinary text', () => {
    const words = fc.constantFrom('you', 'Failed', 'to', '**pay**', '_now_', '`code`', '[our guide](https://a.example)', 'so', '~~not~~', 'a_b', '5 * 3', '&amp;');
    const lines = fc.array(words, { minLength: 1, maxLength: 8 }).map((line) => line.join(' '));
    const blocks = fc.tuple(fc.constantFrom('', '', '# ', '- ', '> ', '1. '), lines).map(([mark, line]) => mark + line);
    fc.assert(fc.property(fc.array(blocks, { maxLength: 6 }).map((all) => all.join('\n\n')), (text) => {
      const found: string[] = [];
      const visit = (node: { type: string; value?: string; children?: unknown[] }): void => {
        if (node.type === 'text') found.push(node.value!.replaceAll('~~', ''));
        else if (node.type === 'inlineCode') found.push(OPAQUE);
        for (const child of node.children ?? []) visit(child as never);
      };
      visit(fromMarkdown(text) as never);
      const bare = (prose: string): string => prose.replace(/[\s\u2029]/g, '');
      assert.equal(bare(inlineLayer('markdown').toProse(text).text), bare(found.join('')));
    }), { numRuns: 300 });
  });

  for (const markup of markups) {
    it(`read back what ${markup} escapes`, () => {
      const plain = fc.array(fc.constantFrom('you', 'a*b', '*x*', '_y_', '<b>', '&amp;', '[gap]', '{{name}}', '#', '5 < 6', '& co', 'so', '{color}', '`c`', 'well-known', '(ok)'), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
      if (markup === 'text') return;
      fc.assert(fc.property(plain, (text) => {
        const layer = inlineLayer(markup);
        const prose = layer.toProse(`so ${layer.escape(text)} it is`);
        let read = prose.text.slice(0, -1);
        for (const opaque of prose.opaques) read = read.replace(OPAQUE, opaque.text);
        assert.equal(read, `so ${text} it is`);
      }), { numRuns: 300 });
    });
  }
});
