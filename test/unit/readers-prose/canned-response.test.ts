import assert from 'node:assert/strict';
import { check, readerOf, repliesOf } from './replies.ts';

const problemsOf = (text: string) => {
  const reader = readerOf('a.reply.md', text)!;
  const [item] = reader.items(text).items;
  return reader.read(text, item!).problems.map((problem) => `${text.slice(problem.offset).split('\n')[0]} ← ${problem.message}`);
};

describe('the canned-response file type', () => {
  it('is a body, whatever it is called', () => {
    for (const name of ['a.reply.md', 'a.macro.md', 'a.canned.md', 'a.reply.txt']) check(`x/${name}`, 'Hi there,\n', 'a = Hi there,');
  });

  it('takes what its front matter declares', () => {
    const [reply] = repliesOf('a.reply.md', '---\ntitle: Late parcel\nid: 12\ntags: [a, b]\nkind: full\npurpose: Boundary\nchannel: chat\nlocale: pt_BR\nin-reply-to: |\n  Where is it?\nsubject: "Your parcel"\n---\nHi,\n')!;
    assert.equal(reply!.title, 'Late parcel');
    assert.equal(reply!.id, '12');
    assert.deepEqual(reply!.tags, ['a', 'b']);
    assert.deepEqual(reply!.declared, { kind: 'full', purpose: 'boundary', channel: 'chat', locale: 'pt-BR', inReplyTo: 'Where is it?' });
    assert.deepEqual(reply!.fields.map((field) => [field.role, field.markup, field.value.text]), [['subject', 'text', 'Your parcel'], ['body', 'markdown', 'Hi,']]);
  });

  it('reads internal notes as such', () => check('a.reply.txt', '---\naudience: internal\n---\nCall them.', 'a = (internal) Call them.'));

  it('says what it could not use, and reads the rest', () => {
    assert.deepEqual(problemsOf('---\nkind: big\nchannel: fax\nlocale: klingon!\n---\nHi'), [
      'big ← “big” is not a kind that ReplyLint knows; please use full, fragment or auto-reply.',
      'fax ← “fax” is not a channel that ReplyLint knows; please use email, chat, review, social, phone or comment.',
      'klingon! ← “klingon!” is not a language tag; please write it like en or pt-BR.',
    ]);
    assert.equal(problemsOf('---\ntitle: "open\nkind: full\n---\nHi').length, 1);
    assert.equal(repliesOf('a.reply.md', '---\ntitle: "open\n---\nHi')[0]!.fields.at(-1)!.value.text, 'Hi');
  });

  it('takes a rule at the top for what it is', () => check('a.reply.md', '---\nHi there\n---\nYou', 'a = ---\nHi there\n---\nYou'));
  it('gives nothing where it is empty, or has no body', () => {
    check('a.reply.md', '');
    check('a.reply.md', '---\ntitle: x\n---\n\n');
  });
});
