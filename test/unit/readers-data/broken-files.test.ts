import assert from 'node:assert/strict';
import { customerTexts, readFile } from './reading.ts';

const good = ['We are on it now.', 'That is all we know.'];

/** The reply in the middle is broken; those around it must stand, and the mistake be named in one sentence. */
function check(name: string, path: string, text: string, message: RegExp, others: readonly string[] = good): void {
  it(name, () => {
    const read = readFile(path, text);
    assert.ok(read, 'not recognised');
    const texts = customerTexts(read);
    for (const other of others) assert.ok(texts.includes(other), `${other} is missing from ${JSON.stringify(texts)}`);
    assert.match(read.problems[0] ?? '', message);
    assert.ok(read.problems.length <= 2, read.problems.join(' / '));
  });
}

const json = (middle: string): string => `{"replies": [\n  {"title": "A", "body": "${good[0]}"},\n  ${middle}\n  {"title": "C", "body": "${good[1]}"}\n]}`;

describe('JSON that does not parse', () => {
  check('a comma is missing inside a record', 'replies.json', json('{"body": "You must pay." "title": "B"},'), /^A comma is missing before "title"\.$/, [...good, 'You must pay.']);
  check('a comma is missing between records', 'replies.json', json('{"title": "B", "body": "You must pay."}'), /^A comma is missing here\.$/);
  check('a quotation mark is not closed', 'replies.json', json('{"title": "B", "body": "You must pay.},'), /quotation mark that closes/);
  check('a quotation mark inside the text', 'replies.json', json('{"title": "B", "body": "You "must" pay."},'), /^must is not expected here\.$/);
  check('a record is not closed', 'replies.json', json('{"title": "B", "body": "You must pay.",'), /^The \} that closes this record is missing\.$/);
  check('a list is not closed', 'replies.json', json('{"tags": ["x", "title": "B", "body": "You must pay."},'), /^The \] that closes this list is missing\.$/);
  check('a colon is missing', 'replies.json', json('{"title" "B", "body": "You must pay."},'), /^A colon is missing after "title"\.$/);
  check('a comma too many', 'replies.json', json('{"title": "B", "body": "You must pay.",},'), /^There is a comma too many before \}\.$/);
  check('an escape that JSON does not know', 'replies.json', json('{"title": "B", "body": "C:\\q must pay."},'), /backslash/);
  it('never gives half a text', () => {
    assert.deepEqual(customerTexts(readFile('replies.json', json('{"title": "B", "body": "You "must" pay."},'))), good);
  });
  it('stands any depth', () => {
    assert.equal(readFile('replies.json', '['.repeat(50_000)), null);
    assert.equal(readFile('replies.yaml', '['.repeat(3_000)), null);
  });
});

const yaml = (middle: string): string => `replies:\n  - title: A\n    body: ${good[0]}\n${middle}\n  - title: C\n    body: |-\n      ${good[1]}\n`;

describe('YAML that does not parse', () => {
  check('a quotation mark is not closed', 'replies.yml', yaml('  - title: B\n    body: "You must pay.'), /quotation mark/);
  check('the indentation is wrong', 'replies.yml', yaml('  - title: B\n   body: You must pay.'), /indented/);
  check('a tab indents', 'replies.yml', yaml('  - title: B\n\tbody: You must pay.'), /./);
  check('a colon in a plain text', 'replies.yml', yaml('  - title: B\n    body: You must: pay.'), /quotation marks/);
  check('a bracket is not closed', 'replies.yml', yaml('  - title: B\n    tags: [a, b\n    body: You must pay.'), /./);
  check('a text begins with a reserved character', 'replies.yml', yaml('  - title: B\n    body: @you must pay.'), /quotation marks/);
  check('and the rest of the broken record stands', 'replies.yml', yaml('  - title: "B\n    body: You must pay.'), /./, [...good, 'You must pay.']);
});
