import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { mergeConfig } from '../../../server/src/core/config/merge.ts';
import { parseConfig } from '../../../server/src/core/config/parse.ts';
import { applyEdits, createLinter, type Config, type FileResult, type TextEdit } from '../../../server/src/core/index.ts';

function config(yaml: string): Config {
  const { config: read, problems } = parseConfig(yaml, '.replylint.yaml');
  assert.deepEqual(problems, []);
  return read;
}

function lint(settings: Config, path: string, text: string): FileResult {
  return createLinter(settings).lint({ path, text });
}

/** `marked` is a file with « » around what must be found. */
function check(settings: Config, path: string, marked: string): void {
  const text = marked.replace(/[«»]/g, '');
  const result = lint(settings, path, text);
  assert.equal(result.error, null);
  let out = text;
  for (const { start, end } of [...result.findings].reverse()) out = `${out.slice(0, start)}«${out.slice(start, end)}»${out.slice(end)}`;
  assert.equal(out, marked);
}

describe('docs/own-formats.md', () => {
  const blocks = [...readFileSync('docs/own-formats.md', 'utf8').matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)].map(([, language, path, text]) => ({ language, path, text: text! }));
  let settings: Config = {};
  for (const { path, text } of blocks) {
    if (path === undefined) {
      const own = config(text);
      it(`has settings that can be read, for ${String(own.formats?.[0]?.files)}`, () => assert.ok(own.formats));
      settings = own;
    } else {
      const own = settings;
      it(`finds what it marks in ${path}`, () => check(own, path, text));
    }
  }
});

describe('a format of one’s own', () => {
  const zoho = config('formats:\n  - files: zoho/*.json\n    records: $.data[*]\n    customer: content\n    internal: notes\n    label: name\n');

  it('tells titles, audiences and markup', () => {
    const [reply] = lint(zoho, 'zoho/a.json', '{"data":[{"id":7,"name":"Late","content":"<p>Hi</p>","notes":"n","other":"calm down"}]}').responses;
    assert.deepEqual([reply!.id, reply!.title, reply!.segments.map(({ audience, markup }) => `${audience} ${markup}`)], ['7', 'Late', ['label text', 'customer html', 'internal text']]);
  });

  it('comes before the shape that a file has', () => {
    const macros = JSON.stringify({ macros: [{ title: 'x', actions: [{ field: 'comment_value', value: 'Calm down.' }] }], data: [{ content: 'All is well.' }] });
    assert.equal(lint({}, 'zoho/a.json', macros).format, 'zendesk-macros');
    assert.deepEqual([lint(zoho, 'zoho/a.json', macros).format, lint(zoho, 'zoho/a.json', macros).findings], ['configured', []]);
  });

  it('says where it looked, when nothing is there', () => {
    assert.match(lint(zoho, 'zoho/a.json', '{"date":[]}').error!.message, /Nothing lies at "\$\.data\[\*\]"/);
    assert.match(lint(config('formats:\n  - files: "*.csv"\n    customer: Tekst\n'), 'a.csv', 'a;b\n1;2\n').error!.message, /no column/);
  });

  it('never throws on siblings of other kinds', () => {
    for (const value of ['null', '3', '[]', '{}', '"x"', '[null, 4, "Calm down."]', '{"data": 5}', '{"data": [1, null, [], {"content": null}, {"content": ["a"]}, {"content": "Calm down."}]}', '{"data"', '']) {
      const result = lint(zoho, 'zoho/a.json', value);
      assert.ok(result.responses.length <= 1, value);
    }
  });

  it('writes fixes in the file’s own syntax, and leaves its placeholders alone', () => {
    const own = config('formats:\n  - files: a.json\n    customer: text\n    placeholders: [{ open: "«", close: "»" }]\n');
    const text = '[{"text": "Per our policy «per our \\"policy\\"» we hold it."}]';
    const [finding, ...more] = lint(own, 'a.json', text).findings;
    assert.deepEqual([finding!.text, more], ['Per our policy', []]);
    for (const fix of finding!.fixes) {
      const [record] = JSON.parse(applyEdits(text, fix.edits)) as [{ text: string }];
      assert.ok(record.text.includes('«per our "policy"»') && !record.text.startsWith('Per our policy'), record.text);
    }
  });

  it('is added to those of the config above, and asked first', () => {
    const merged = mergeConfig(zoho, config('formats:\n  - files: zoho/*.json\n    customer: title\n    records: items[*]\n'));
    assert.equal(merged.formats!.length, 2);
    assert.deepEqual(lint(merged, 'zoho/a.json', '{"items":[{"title":"Calm down."}]}').findings.map((finding) => finding.text), ['Calm down']);
  });
});

describe('a session under a config with formats', () => {
  const own = config('min-level: hint\nformats:\n  - files: "*.json"\n    records: data[*]\n    customer: text\n    placeholders: [{ open: "<<", close: ">>" }]\n  - files: "*.yaml"\n    records: replies.*\n    customer: .\n  - files: "*.csv"\n    customer: "2"\n    label: "1"\n');
  const files = {
    'a.json': '{"data":[{"text":"Per our policy <<x>> it is late."},\n{"text":"Calm down.","id":4}]}',
    'a.yaml': 'replies:\n  late: Per our policy it is late.\n  calm: |\n    Calm down.\n',
    'a.csv': 'late,"Per our policy, it is late."\ncalm,Calm down.\n',
  };
  const snippet = fc.constantFrom('', 'a', '"', ',', '\n', '<<', '>>', ']', '{', ': ', '  b: per our policy\n', '\r\n', '[', ';');
  for (const [path, text] of Object.entries(files)) {
    it(`equals a fresh lint after any edits of ${path}`, () => {
      const linter = createLinter(own);
      fc.assert(fc.property(fc.array(fc.tuple(fc.nat(10_000), fc.nat(6), snippet), { minLength: 1, maxLength: 4 }), (steps) => {
        const session = linter.open({ path, text });
        let now = text;
        for (const [where, length, newText] of steps) {
          const start = where % (now.length + 1);
          const edit: TextEdit = { start, end: Math.min(now.length, start + length), newText };
          session.edit([edit]);
          now = applyEdits(now, [edit]);
          assert.deepEqual(JSON.parse(JSON.stringify(session.result())), JSON.parse(JSON.stringify(linter.lint({ path, text: now }))), JSON.stringify(now));
        }
      }), { numRuns: 150 });
    });
  }
});

describe('a mistake in formats is said with its place and what to do', () => {
  const cases: [string, string, string][] = [
    ['no files', '  - customer: a\n', '2:5 An entry of "formats" needs "files", such as macros/*.json: see docs/own-formats.md.'],
    ['a misspelt setting', '  - files: a\n    custmer: b\n', '3:5 "custmer" is not a setting of a format. Did you mean "customer"?'],
    ['a markup that does not exist', '  - files: a\n    customer: b\n    markup: htm\n', '4:13 "htm" is not a markup. Did you mean "html"?'],
    ['an index', '  - files: a\n    customer: b\n    records: data[0]\n', '4:14 "data[0]" is not a path to follow. Write [*] in place of [0]: every element of the list is a reply.'],
    ['a bracket too few', '  - files: a\n    customer: ["b[*"]\n', '3:16 "b[*" is not a path to follow. "b[*" has a bracket too many or too few.'],
    ['two dots', '  - files: a\n    customer: a..b\n', '3:15 "a..b" is not a path to follow. Two dots stand together, or one at the end.'],
    ['nothing for customers', '  - files: a\n    label: b\n', '2:5 Say under "customer" which keys or columns hold the text that customers read.'],
    ['nothing at all', '  - files: a\n', '2:5 This entry says nothing of its files: give it "customer", the keys with the text that customers read, or "placeholders".'],
    ['half a placeholder', '  - files: a\n    placeholders: [{ open: "<" }]\n', '3:20 A placeholder needs "open" and "close", what it begins and ends with.'],
    ['a placeholder of letters', '  - files: a\n    placeholders: [{ open: "x", close: ">" }]\n', '3:28 "x" could be part of any word; a placeholder begins and ends with a sign, such as "${" and "}".'],
    ['text where a list belongs', '  files: a\n', '2:3 "formats" should be a list, one entry per line, each after a dash.'],
  ];
  for (const [what, entry, expected] of cases) {
    it(what, () => assert.deepEqual(parseConfig(`formats:\n${entry}`, '.replylint.yaml').problems.map(({ line, column, message }) => `${line}:${column} ${message}`), [expected]));
  }
});
