import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { createLinter } from '../../../server/src/core/linter.ts';
import type { Candidate } from '../../../server/src/core/readers/reader.ts';
import { blockStyleTree } from '../../../server/src/core/readers/yaml/block-style.ts';
import { decodeScalar, LazyScalar } from '../../../server/src/core/readers/yaml/lazy-scalar.ts';
import { parseClean } from '../../../server/src/core/readers/yaml/yaml-tree.ts';
import { scalarsOf, type Tree } from '../../../server/src/core/readers/shapes/tree.ts';
import { awkwardText, styles } from './awkward-text.ts';

const macro = (n: number): string => `  - id: macro_${n}
    title: "Returns: the shoes that \\"squeak\\""
    tags: [billing, "on hold", 'vip']
    body: |
      Hi {{ticket.requester.first_name | default: "there"}},

      {% if customer.plan == "premium" %}It's free.{% endif %} See https://help.example.com/a#${n} for more.

      - One: a list
      - Two

      Best,
      {{agent.name}}
`;
/** Files in the shapes that people keep. */
const libraries: Record<string, string> = {
  'a macro library': `# Macros\nversion: 1\nmacros:\n${macro(1)}${macro(2)}`,
  'replies.yml': '---\nreplies:\n  - name: Dupe # seen before\n    body: |\n      Thanks! See #{{issue}}.\n\n  # old ones\n  - name: "No: repro"\n    body: >-\n      We cannot\n      see it here.\n\n        $ make\n\n      Can you?\n',
  'premade answers': "- isenabled: 1\n  title: What is it (sample)?\n  response: |\n\n    Hi %{ticket.name},<br>\n\n  notes:\n- isenabled: 0\n  title: 'It''s late'\n  response: Sorry,\n    we are on it.\n\n    Bye.\n",
  'messages by name': 'messages:\n  dupe:\n  - project:\n      - mc\n      - web\n    name: Duplicate\n    message: |-\n      *Thank you*\n      %quick_links%\n    fillname: []\n  late:\n  - name: Late\n    shortcut: "l\\u00e4"\n    message: "We are \\\n      on it.\n\n      Bye."\n',
  'a label commenter': 'labels:\n  - name: invalid\n    labeled:\n      issue:\n        body: This does not look right to us.\n        action: close\n      pr:\n        body:\n          Please open it\n          against main.\ncomment:\n  footer: "\\\n    ---\\n\\n\n    > Posted for us.\n    "\n',
  'lists in lists': 'a:\n  b:\n    - - x\n      - y: |2\n           one\n          two\n        z:\n    -\n      k: 1.50\n    - null\nc:\nd: |+\n  end\n\n',
};

/** A tree as plain data, all scalars read. */
function plain(tree: Tree | null): unknown {
  if (tree === null) return null;
  if (tree.kind === 'scalar') return { value: tree.value, flow: tree.flow, indent: tree.indent, start: tree.start, end: tree.end };
  if (tree.kind === 'map') return { ...tree, entries: tree.entries.map((entry) => ({ ...entry, value: plain(entry.value) })) };
  return { ...tree, elements: tree.elements.map((element) => ({ ...element, value: plain(element.value) })) };
}

/** Where our own reader answers, the library must say the same; false where it leaves the text to the library. */
function agrees(text: string, column = 0): boolean {
  const tree = blockStyleTree(text, column);
  if (tree === null) return false;
  const { roots, problems } = parseClean(' '.repeat(column) + text, -column);
  assert.deepEqual({ roots: [plain(tree)], problems: [] }, { roots: roots.map(plain), problems }, JSON.stringify(text));
  for (const scalar of scalarsOf(tree)) if (scalar instanceof LazyScalar) assert.deepEqual(scalar.decoded(), decodeScalar(text, scalar));
  return true;
}

/** How many of `runs` random texts our own reader answered. */
function answered(texts: fc.Arbitrary<{ text: string; column: number }>, runs: number): number {
  let yes = 0;
  fc.assert(fc.property(texts, ({ text, column }) => {
    if (agrees(text, column)) yes++;
  }), { numRuns: runs });
  return yes;
}

describe('our own reader of YAML in lines', () => {
  for (const [name, text] of Object.entries(libraries)) {
    it(`reads ${name} as the library does`, () => {
      for (const eol of ['\n', '\r\n']) assert.ok(agrees(text.replace(/\n/g, eol)));
    });
  }

  it('reads an item of a list at its column', () => assert.ok(agrees(macro(1).slice(2), 2)));

  for (const value of ['0', '-12', '+7', '0o17', '0x1F', '1.50', '.5', '1e3', '-2.E-1', '.inf', '-.INF', '.nan', '~', 'Null', 'nULL', 'True', 'FALSE', 'yes', '0o8', '1_000', '1.2.3', '-', '12 34', '1e999']) {
    it(`knows what ${value} means without quotation marks`, () => assert.equal(agrees(`a: ${value}\n${value}: b\n`), value !== '-'));
  }

  const left: Record<string, string> = {
    'an anchor': 'a: &x b\n', 'an alias': 'a: *x\n', 'a tag': 'a: !!str b\n', 'a key of its own line': '? a\n: b\n', 'a map in brackets': 'a: {b: c}\n', 'a list in brackets over lines': 'a: [b,\n  c]\n',
    'a pair in brackets': 'a: [b: c]\n', 'a tab before a key': 'a:\n\tb: c\n', 'a tab before a line of a text': 'a: b\n \tc\n', 'a key over lines': 'a\n  b: c\n', 'two documents': 'a: b\n---\na: c\n', 'an end mark': 'a: b\n...\n', 'a merge key': '<<: a\n', 'a directive': '%YAML 1.2\n---\na: b\n',
    'an open quotation mark': 'a: "b\n', 'an unknown escape': 'a: "\\q"\n', 'text after a quotation mark': 'a: "b" c\n', 'a colon in a text': 'a: b: c\n', 'a line too far left': 'a:\n    b: c\n  d: e\n', 'a line too far right': 'a: b\n   c: d\n',
    'a text alone': 'a\n', 'nothing': '', 'a comment alone': '# a\n', 'a lone carriage return': 'a: b\rc: d\n', 'a block text that is not indented': 'a: |\nb: c\n', 'a comment left of its text': 'a:\n - b:\n # c\n     d\n   e: f\n',
    'a block text with a wider blank line before it': 'a: |\n    \n  b\n', 'a wider blank line after a block text': 'a: |\n  b\n     \nc: d\n', 'spaces at the very end of a block text that keeps its blank lines': 'd: |+\n  end\n ', 'a very long key': `${'a'.repeat(1100)}: b\n`,
    'a quoted line that is not indented': 'a:\n  b: "c\n  d"\n', 'JSON': '{"a": 1}', 'too deep a nesting': '- '.repeat(300) + 'a\n', 'a character kept back': 'a: @b\n',
  };
  for (const [name, text] of Object.entries(left)) it(`leaves ${name} to the library`, () => assert.equal(blockStyleTree(text), null));

  const word = fc.constantFrom<unknown>('Hello you, this is fine. We are on it; you will hear from us.', 'a: b', "it's", '12:30', 'No', '~', '0x1F', '1e3', '.5', 1, -2.5, true, null, '', 'x # y', ['a', 'b']);
  const keys = fc.constantFrom('title', 'body', 'a b', '1', 'null', 'true', 'x-y', "it's", 'é', '0o7', '1.50', 'key: a', '# k', '-a', '[k]');
  const data = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, awkwardText, word, fc.array(tie('node'), { minLength: 1, maxLength: 4 }), fc.dictionary(keys, tie('node'), { minKeys: 1, maxKeys: 4 })),
    root: fc.oneof(fc.array(tie('node'), { minLength: 1, maxLength: 4 }), fc.dictionary(keys, tie('node'), { minKeys: 1, maxKeys: 4 })),
  })).root;
  for (const style of styles) {
    it(`agrees with the library on what that writes as ${style}`, () => {
      const written = fc.record({
        data, indent: fc.integer({ min: 1, max: 4 }), indentSeq: fc.boolean(), lineWidth: fc.constantFrom(0, 20, 40, 80), eol: fc.constantFrom('\n', '\r\n'), start: fc.constantFrom('', '---\n', '# x\n\n'),
        defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'QUOTE_DOUBLE' as const),
      }).map(({ data, eol, start, ...options }) => ({ text: (start + stringify(data, { ...options, defaultStringType: style, blockQuote: true })).replace(/\n/g, eol), column: 0 }));
      const yes = answered(written, 400);
      assert.ok(yes > 100, `${yes} of 400 answered`);
    });
  }

  const bits = [
    'x', ' ', '\n', '\n  ', '\n    ', '\n      ', '- ', ': ', ':', '"', "'", '#', ' #', '|', '>', '|\n', '>-\n', '|+\n', '|2\n', '[', ']', '[a]', '{', '}', ',', '&a', '*a', '!', '%', '@', '\\', '\\n', '\\x41', 'body: ',
    '---', '---\n', '...\n', '\t', '\r\n', '\r', '\u2028', '\ufeff', '\0', '?', '? ', '<<: ', '~', '0', '\n\n', '\n \n', '   \n',
  ];
  it('agrees with the library after random edits', () => {
    const edit = fc.tuple(fc.nat(), fc.nat(6), fc.array(fc.constantFrom(...bits), { maxLength: 3 }));
    const edited = fc.tuple(fc.constantFrom(...Object.values(libraries)), fc.array(edit, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n')).map(([library, edits, eol]) => {
      const text = edits.reduce((before, [at, length, parts]) => {
        const start = at % (before.length + 1);
        return before.slice(0, start) + parts.join('') + before.slice(start + length);
      }, library.replace(/\n/g, eol));
      return { text, column: 0 };
    });
    const yes = answered(edited, 3000);
    assert.ok(yes > 300, `${yes} of 3000 answered`);
  });

  it('agrees with the library on texts made of what YAML is made of', () => {
    const more = ['a: ', 'b:', '- ', '- ', 'text', '\n', '\n', '\n', '\n  ', '\n    ', 'a: 1', '- b', 'k: |\n', ' # c', '\n# c\n', '\n    text', "'q'", '"q"'];
    const soup = fc.record({ text: fc.array(fc.constantFrom(...bits, ...more, ...more), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')), column: fc.constantFrom(0, 0, 2, 4) });
    const yes = answered(soup, 6000);
    assert.ok(yes > 150, `${yes} of 6000 answered`);
  });
});

it('a file that is opened is one candidate for all formats, so that it is parsed once', () => {
  const seen: Candidate[] = [];
  const recognise = (file: Candidate): null => {
    seen.push(file);
    return null;
  };
  createLinter({}, { formats: [{ id: 'one', recognise }, { id: 'two', recognise }] }).open({ path: 'a.yaml', text: 'a: b\n' });
  assert.equal(seen.length, 2);
  assert.equal(seen[0], seen[1]);
});
