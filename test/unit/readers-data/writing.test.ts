import assert from 'node:assert/strict';
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
