import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { yamlSyntax } from '../../../server/src/core/readers/yaml/yaml-syntax.ts';
import { decodePlain, decodeSingleQuoted, decodeDoubleQuoted } from '../../../server/src/core/readers/yaml/flow-scalars.ts';
import { decodeBlock } from '../../../server/src/core/readers/yaml/block-scalars.ts';
import { scalarsOf, textAt, type ScalarTree } from '../../../server/src/core/readers/shapes/tree.ts';
import { awkwardText, styles } from './awkward-text.ts';

/** Decodes the value of `key` without the library's help, and compares with what the library read. */
function checkDecoded(source: string): string {
  const root = yamlSyntax.parse(source).roots[0] ?? null;
  const scalar = textAt(root, 'key');
  assert.ok(scalar, `no text in ${JSON.stringify(source)}`);
  const decode = { "'": decodeSingleQuoted, '"': decodeDoubleQuoted }[source[scalar.start]!] ?? decodePlain;
  const block = !scalar.flow;
  const value = block ? decodeBlock(source, scalar.start, scalar.end, scalar.indent) : decode(source, scalar.start, scalar.end);
  assert.equal(value.text, scalar.value, JSON.stringify(source));
  return value.text;
}

describe('YAML scalars', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a plain text', 'key: We can help.', 'We can help.'],
    ['a plain text over lines', 'key: We can\n  help\n\n  you.', 'We can help\nyou.'],
    ['a single-quoted text', "key: 'It''s\n  here'", "It's here"],
    ['a double-quoted text', 'key: "caf\\u00e9 \\U0001F600 \\x41 \\"hi\\" \\\n  on\n\n  end"', 'café 😀 A "hi" on\nend'],
    ['a pair of escaped surrogates', 'key: "\\uD83D\\uDE00!"', '😀!'],
    ['a literal text', 'key: |\n  one\n   two\n\n  three\n', 'one\n two\n\nthree\n'],
    ['a literal text without its last line break', 'key: |-\n  one\n  two\n\n', 'one\ntwo'],
    ['a literal text with all its line breaks', 'key: |+\n  one\n\n\nnext: 1\n', 'one\n\n\n'],
    ['a named indentation', 'key: |2\n    one\n  two\n', '  one\ntwo\n'],
    ['a folded text', 'key: >\n  one\n  two\n\n  three\n    four\n\n  five\n', 'one two\nthree\n  four\n\nfive\n'],
    ['deeper lines after a blank one', 'key: >\n  one\n\n    two\n\n    three\n  four\n', 'one\n\n  two\n\n  three\nfour\n'],
    ['blank lines before the text', 'key: >\n\n\n  one\n  two\n', '\n\none two\n'],
    ['Windows line ends', 'key: |\r\n  one\r\n  two\r\n', 'one\ntwo\n'],
    ['no line end at the end', 'key: |\n  one', 'one\n'],
  ];
  for (const [name, source, text] of cases) it(`decodes ${name}`, () => assert.equal(checkDecoded(source), text));

  it('points each character at the one that it came from', () => {
    const source = 'key: >\n  You failed\n  to "reply".\n';
    const scalar = textAt(yamlSyntax.parse(source).roots[0]!, 'key')!;
    const value = yamlSyntax.decode(source, scalar);
    const start = value.text.indexOf('failed to');
    const { start: from, end } = value.map.range(start, start + 'failed to'.length);
    assert.equal(source.slice(from, end), 'failed\n  to');
  });

  for (const style of styles) {
    it(`reads whatever the library writes as ${style}`, () => {
      fc.assert(fc.property(awkwardText, fc.integer({ min: 0, max: 3 }), fc.constantFrom('\n', '\r\n'), fc.integer({ min: 10, max: 60 }), (text, depth, eol, lineWidth) => {
        fc.pre(text.trim() !== '');
        let data: unknown = { key: text, after: 1 };
        for (let i = 0; i < depth; i++) data = i % 2 === 0 ? [data] : { deeper: data };
        const source = stringify(data, { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth, blockQuote: true }).replace(/\n/g, eol);
        for (const scalar of scalarsIn(source)) {
          const decode = { "'": decodeSingleQuoted, '"': decodeDoubleQuoted }[source[scalar.start]!] ?? decodePlain;
          const value = scalar.flow ? decode(source, scalar.start, scalar.end) : decodeBlock(source, scalar.start, scalar.end, scalar.indent);
          assert.equal(value.text, scalar.value);
          assert.equal(value.map.length, value.text.length);
        }
      }), { numRuns: 300 });
    });
  }
});

function scalarsIn(source: string): ScalarTree[] {
  return yamlSyntax.parse(source).roots.flatMap((root) => [...scalarsOf(root)]).filter((scalar) => typeof scalar.value === 'string');
}
