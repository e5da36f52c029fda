import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { awkwardLine, awkwardText, styles } from './awkward-text.ts';
import { readFile } from './reading.ts';

/** The file after `find` in the second reply's text is replaced by `by`; or why that is refused. */
function replaced(path: string, text: string, find: string, by: string): string {
  for (const { item, reply } of readFile(path, text)?.items ?? []) {
    for (const field of reply.fields) {
      const start = field.value.text.indexOf(find);
      if (field.audience !== 'customer' || start === -1) continue;
      const edits = field.write(start, start + find.length, by);
      if ('refused' in edits) return edits.refused;
      return [...edits].reverse().reduce((out, edit) => out.slice(0, item.start + edit.start) + edit.newText + out.slice(item.start + edit.end), text);
    }
  }
  throw new Error(`no reply says ${find}`);
}

const library = (value: string): string => `replies:\n  - name: One\n    body: ${value}\n  - name: Two\n    body: That is all there is.\n`;

function check(name: string, before: string, [find, by]: readonly [string, string], after: string, path = 'canned/replies.yml'): void {
  it(name, () => assert.equal(replaced(path, library(before), find, by), library(after)));
}

describe('writing into YAML', () => {
  check('keeps a plain text plain', 'You failed to pay.', ['failed to', 'may need to'], 'You may need to pay.');
  check('puts a plain text in quotation marks where it must', 'You failed to pay.', ['failed to', 'have a choice: please'], '"You have a choice: please pay."');
  check('doubles the mark inside single quotes', "'You can''t do that.'", ["can't", "don't"], "'You don''t do that.'");
  check('escapes inside double quotes', '"You \\"must\\" do that."', ['"must"', '"may" \\ can'], '"You \\"may\\" \\\\ can do that."');
  check('never cuts an escape', '"You \\u006dust do that."', ['m', 'tr'], '"You trust do that."');
  check('lays new lines out in a literal text', '|\n      You failed to pay.\n      Bye.', ['failed to', 'can\n\nstill'], '|\n      You can\n\n      still pay.\n      Bye.');
  check('lays new lines out in a folded text', '>\n      You failed\n      to pay.\n      Bye.', ['failed to', 'can\nstill'], '>\n      You can\n\n      still pay.\n      Bye.');
  check('takes out a line of a literal text', '|\n      Hi there my friend,\n      I told you.\n      Bye.', ['I told you.\n', ''], '|\n      Hi there my friend,\n      Bye.');
  it('refuses what a literal text cannot hold', () => {
    assert.match(replaced('canned/replies.yml', library('|\n      You failed to pay.\n      Bye.'), 'You failed', '  You'), /by hand/);
  });
  it('quotes what brackets would cut', () => {
    const file = (body: string): string => `replies: [{name: One, body: ${body}}, {name: Two, body: That is all there is.}]\n`;
    assert.equal(replaced('canned/replies.yml', file('You failed to pay.'), 'failed to', '[may]'), file('"You [may] pay."'));
    assert.equal(replaced('canned/replies.yml', file('You failed to pay.'), 'failed to', 'may'), file('You may pay.'));
  });
});

describe('writing into JSON', () => {
  const file = (body: string): string => `{"replies": [{"name": "One", "body": "${body}"}, {"name": "Two", "body": "That is all there is."}]}`;
  const checkJson = (name: string, before: string, [find, by]: readonly [string, string], after: string): void => {
    it(name, () => assert.equal(replaced('replies.json', file(before), find, by), file(after)));
  };
  checkJson('escapes what JSON escapes', 'You \\"must\\" do that.', ['"must"', 'may\n"now"'], 'You may\\n\\"now\\" do that.');
  checkJson('never cuts a pair of escapes', 'Thanks \\uD83D\\uDE00 so much', ['\uD83D\uDE00', '🎉'], 'Thanks \\ud83c\\udf89 so much');
  checkJson('keeps to ASCII where the text does', 'caf\\u00e9 is now closed', ['closed', 'à nous'], 'caf\\u00e9 is now \\u00e0 nous');
  checkJson('writes other letters as they are', 'café is now closed', ['closed', 'à nous'], 'café is now à nous');
});

describe('whatever is written reads back', () => {
  const edit = fc.record({ value: awkwardText, newText: fc.oneof(awkwardText, awkwardLine), from: fc.nat(), to: fc.nat() });

  function checkRoundTrip(path: string, text: string, value: string, newText: string, a: number, b: number): 'written' | 'refused' {
    const start = a % (value.length + 1);
    const end = start + (b % (value.length - start + 1));
    const before = readFile(path, text);
    const found = before?.items.find(({ reply }) => reply.fields.some((field) => field.value.text === value));
    assert.ok(before && found, text);
    const edits = found.reply.fields.find((field) => field.value.text === value)!.write(start, end, newText);
    if ('refused' in edits) return 'refused';
    const wanted = value.slice(0, start) + newText + value.slice(end);
    let after = text;
    for (const { start: from, end: to, newText: written } of [...edits].reverse()) after = after.slice(0, found.item.start + from) + written + after.slice(found.item.start + to);
    if (wanted.trim() === '') return 'written';
    const values = (file: string): string[] => readFile(path, file)!.items.flatMap(({ reply }) => reply.fields.map((field) => field.value.text));
    assert.deepEqual(values(after), values(text).map((known) => (known === value ? wanted : known)), JSON.stringify({ text, after }));
    return 'written';
  }

  const records = (value: string): object[] => [
    { name: 'first', body: 'We are glad to help you with this.' }, { name: 'second', body: value, done: true }, { name: 'third', body: 'That is all that we know so far.' },
  ];

  it('in JSON', () => {
    fc.assert(fc.property(edit, fc.constantFrom(0, 2), fc.boolean(), ({ value, newText, from, to }, indent, ascii) => {
      fc.pre(value.trim() !== '');
      const plain = JSON.stringify({ replies: records(value) }, null, indent);
      const text = ascii ? plain.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) : plain;
      assert.equal(checkRoundTrip('replies.json', text, value, newText, from, to), 'written');
    }), { numRuns: 300 });
  });

  for (const style of styles) {
    it(`in YAML as ${style}`, () => {
      let written = 0;
      fc.assert(fc.property(edit, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 15, max: 60 }), fc.boolean(), ({ value, newText, from, to }, eol, lineWidth, flow) => {
        fc.pre(value.trim() !== '' && !['first', 'second', 'third', 'true', 'null', '12', '~'].includes(value));
        const inBrackets = flow && !style.startsWith('BLOCK');
        const text = stringify({ replies: records(value) }, { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth, ...(inBrackets && { collectionStyle: 'flow' as const }) }).replace(/\n/g, eol);
        // The library writes a few texts in a way that it does not read back.
        const document = parseDocument(text);
        fc.pre(document.errors.length === 0 && document.getIn(['replies', 1, 'body']) === value);
        if (checkRoundTrip('replies.yml', text, value, newText, from, to) === 'written') written++;
      }), { numRuns: 300 });
      assert.ok(written > 150, `${written} of 300 written`);
    });
  }
});
