import assert from 'node:assert/strict';
import { createLinter } from '../../../server/src/core/index.ts';
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

  it('takes the markup that its front matter names', () => {
    assert.deepEqual(repliesOf('a.reply.txt', '---\nmarkup: HTML\n---\n<p>Hi</p>')[0]!.fields.map((field) => field.markup), ['html']);
    assert.deepEqual(problemsOf('---\nmarkup: word\n---\nHi'), ['word ← “word” is not a markup that ReplyLint knows; please use text, markdown, html or jira.']);
  });

  const sections = '---\nsections:\n  chat: { role: chat, markup: text }\n  note: { audience: internal }\n---\nHi **you**\n\n--- chat ---\n\nHi\n--- other ---\n\n--- note ---\nCall them.\n';
  it('has more texts below lines that its front matter names', () => {
    check('a.reply.md', sections, 'a = Hi **you** | (chat) Hi\n--- other --- | (internal) Call them.');
    assert.deepEqual(repliesOf('a.reply.md', sections)[0]!.fields.map((field) => field.markup), ['markdown', 'text', 'markdown']);
    check('a.reply.md', sections.replaceAll('\n', '\r\n'), 'a = Hi **you** | (chat) Hi\r\n--- other --- | (internal) Call them.');
    check('a.reply.md', '---\nsections: { chat: { role: chat } }\n---\n--- chat ---\nHi', 'a = (chat) Hi');
    check('a.reply.md', 'Hi\n--- chat ---\nyou', 'a = Hi\n--- chat ---\nyou');
  });
  it('a copy is a twin of the text above it', () => {
    const [reply] = repliesOf('a.reply.md', '---\nsections: { copy: { role: twin, markup: text } }\n---\nHi **you**\n--- copy ---\nHi you\n');
    assert.equal(reply!.fields[1]!.twinOf, reply!.fields[0]);
  });
  it('says which section is missing, or what is wrong with one', () => {
    assert.deepEqual(problemsOf('---\nsections:\n  chat: {}\n---\nHi'), ['sections: ← The front matter names a section “chat”, and no line “--- chat ---” stands below it.']);
    assert.deepEqual(problemsOf('---\nsections: { chat: { role: talk } }\n---\nHi\n--- chat ---\nx'), ['talk } } ← “talk” is not a role that ReplyLint knows; please use body, subject, chat or twin.']);
  });

  it('a name that nobody reads is told of once, with the one that was meant', () => {
    const { findings } = createLinter({ 'min-level': 'hint' }).lint({ path: 'a.reply.md', text: '---\ntitel: Late\nauthor: Kim\nkind: fragment\n---\nHi, it is here.\n' });
    assert.deepEqual(findings.map(({ ruleId, level, text, line, fixes }) => [ruleId, level, text, line, fixes.map(({ title }) => title)]), [
      ['front-matter-key', 'info', 'titel', 2, ['Write “title”']],
      ['front-matter-key', 'hint', 'author', 3, []],
    ]);
  });

  it('takes a rule at the top for what it is', () => check('a.reply.md', '---\nHi there\n---\nYou', 'a = ---\nHi there\n---\nYou'));
  it('gives nothing where it is empty, or has no body', () => {
    check('a.reply.md', '');
    check('a.reply.md', '---\ntitle: x\n---\n\n');
  });
});
