import assert from 'node:assert/strict';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { check, checkOpaques } from './prose.ts';

describe('the Markdown layer', () => {
  it('reads across emphasis', () => check('markdown', '**You failed** to _do_ ~~so~~ ***this***', 'You failed to do so this¶'));
  it('keeps signs that are no emphasis', () => check('markdown', 'snake_case, 5 * 3, 2*3', 'snake_case, 5 * 3, 2*3¶'));
  it('reads the text of links and hides their addresses', () => check('markdown', 'See [our [new]\nguide](https://a.example "t (x)") and [this][r] or [r].\n\n[r]: https://b.example', 'See our ◆\nguide and this or r.¶'));
  it('reads images, code spans and autolinks as nouns', () =>
    checkOpaques('markdown', '![alt](u) `code` ``a ` b`` `{{id}}` <https://a.example> [gap]', 'image:![alt](u)', 'code:`code`', 'code:``a ` b``', 'placeholder:`{{id}}`', 'link:<https://a.example>', 'fill-in:[gap]'));
  it('closes headings, items, quotes and cells', () =>
    check('markdown', '# Hello there #\nYou\n===\n- one\n  more\n- [x] two\n> said\n> so\n\n| a | b |\n|---|:-:|\n| c | d |', 'Hello there #¶You¶one\nmore¶two¶said\nso¶a ¶b ¶c ¶d ¶'));
  it('skips fences, comments, definitions and indented code', () =>
    check('markdown', 'a\n\n```js\nyou failed\n```\nb <!-- you\nfailed --> c\n\n    you failed\n\n- item\n\n    text of the item', 'a¶b  c¶item¶text of the item¶'));
  it('takes a hard break for the end of a line', () => check('markdown', 'Thanks for the report!\\\nCould you  \nadd more and\nmore?', 'Thanks for the report!¶Could you\nadd more and\nmore?¶'));
  it('decodes entities and drops tags', () => check('markdown', 'a &amp; b&nbsp;c &unknown; <b>d</b><br>E<div>f</div>', 'a & b\u00a0c &unknown; d¶E¶f¶'));
  it('undoes escapes', () => check('markdown', '\\*not bold\\* \\[x\\] C:\\dir', '*not bold* [x] C:\\dir¶'));
  it('skips the mark of a callout', () => check('markdown', '> [!NOTE]\n> You see', 'You see¶'));

  describe('escape', () => {
    const cases = [
      ['a*b*', 'a\\*b\\*'], ['5 * 3', '5 * 3'], ['# x', '\\# x'], ['1. x', '1\\. x'], ['- x', '\\- x'], ['<b>', '\\<b>'], ['[fill in]', '[fill in]'], ['[a](b)', '\\[a](b)'],
      ['{{a_b | c}}', '{{a_b | c}}'], ['snake_case', 'snake_case'], ['', ''], ['&amp;', '\\&amp;'], ['it’s 5 < 6 & so', 'it’s 5 < 6 & so'],
    ];
    for (const [plain, written] of cases) {
      it(`writes ${plain} as ${written}`, () => assert.equal(inlineLayer('markdown').escape(plain!), written));
    }
  });
});
