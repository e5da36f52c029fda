import assert from 'node:assert/strict';
import { customerTexts, readFile } from './reading.ts';

function check(name: string, text: string, texts: readonly string[]): void {
  it(name, () => assert.deepEqual(customerTexts(readFile('replies.yml', text)), texts));
}

describe('replies in YAML', () => {
  check('in brackets', 'replies: [{title: A, body: "We are on it."}, {title: B, body: That is it}]\n', ['We are on it.', 'That is it']);
  check('in brackets over lines', 'replies: [\n  {title: A,\n   body: We are\n     on it.},\n  {title: B, body: That is it}\n  ]\n', ['We are on it.', 'That is it']);
  check('as JSON', '{"replies": [{"title": "A", "body": "We are\\non it."}]}', ['We are\non it.']);
  check('in several documents', 'replies:\n  - title: A\n    body: We are on it.\n---\nreplies:\n  - title: B\n    body: We are not yet there.\n', ['We are on it.', 'We are not yet there.']);
  check('with comments between', '# all\nreplies: # here\n  # one\n  - title: A # a\n    # text\n    body: We are on it. # end\n\n  # two\n  - body: We know this.\n    title: B\n', ['We are on it.', 'We know this.']);
  check('with tags', 'replies:\n  - !reply\n    title: A\n    body: !!str We are on it.\n', ['We are on it.']);
  check('repeated by an alias, once', 'replies:\n  - &a\n    title: A\n    body: &text We are on it.\n  - *a\n  - title: B\n    body: *text\n', ['We are on it.']);
  check('indented like their key', 'replies:\n- title: A\n  body: >\n   We are\n   on it.\n\n- title: B\n  body: |2\n     Hi you two\n    there\n', ['We are on it.\n', ' Hi you two\nthere\n']);
  check('of which the key is quoted', '"replies":\n  - "title": A\n    \'body\': We are on it.\n', ['We are on it.']);
  check('with Windows line ends', 'replies:\r\n  - title: A\r\n    body: |\r\n      We are\r\n      on it.\r\n', ['We are\non it.\n']);

  it('give their place in the file', () => {
    const text = '# x\nreplies:\n  - title: A\n    body: "It \\"is\\" here."\n';
    const { item, reply } = readFile('replies.yml', text)!.items[0]!;
    const field = reply.fields[1]!;
    assert.equal(text.slice(item.start + field.start, item.start + field.end), '"It \\"is\\" here."');
    const { start, end } = field.value.map.range(field.value.text.indexOf('"is"'), field.value.text.indexOf('"is"') + 4);
    assert.equal(text.slice(item.start + start, item.start + end), '\\"is\\"');
  });
});
