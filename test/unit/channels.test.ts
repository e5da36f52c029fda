import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.ts';

const linter = createLinter({ 'min-level': 'hint' });

/** What the structure and question rules mark in a reply of a channel, each in brackets. */
function check(channel: string, marked: string): void {
  const body = marked.replace(/[[\]]/g, '');
  const head = `---\nchannel: ${channel}\n---\n`;
  const found = linter.lint({ path: 'reply.reply.txt', text: head + body, named: true }).findings.filter((f) => f.category === 'structure' || f.category === 'question');
  let out = head + body;
  for (const { start, end } of [...found].sort((a, b) => b.start - a.start)) out = `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`;
  assert.equal(out, head + marked);
}

describe('a public answer', () => {
  it('names no number of an order, a booking or a case', () => {
    check('review', 'Thank you. [Your order #48213] is on its way.');
    check('social', 'We look at [your booking {{booking.id}}] today.');
    check('review', '[The reference AB-1209] helps us to find it.');
    check('email', 'Thank you. Your order #48213 is on its way.');
  });
  it('names no contact detail and no sum', () => {
    check('review', 'We called [your phone number 0800 555 010].');
    check('social', 'I see that [you were charged twice, $48].');
    check('social', 'Our number is 0800 555 010.');
  });
  it('asks for none of them in public', () => {
    check('social', 'Could you [post your order number]?');
    check('social', 'Could you send us your order number in a private message?');
  });
  it('goes on in private where something went wrong', () => {
    check('review', '[We are sorry about the cold soup].');
    check('review', 'We are sorry about the cold soup. Please write to us at {{address}}.');
    check('review', 'Thank you for the kind words.');
  });
});

describe('a chat', () => {
  it('has short paragraphs', () => {
    check('chat', 'The lamp is here. It is blue. It has a lid. [It comes with a cable].');
    check('chat', 'The lamp is here. It is blue. It has a lid.\n\nIt comes with a cable.');
    check('email', 'The lamp is here. It is blue. It has a lid. It comes with a cable.');
  });
});

describe('questions', () => {
  it('come three in a row, or four in a reply', () => {
    check('email', 'Which lamp is it? When did it go out? [Is it hot]?');
    check('email', 'Which lamp is it? I ask for the part. When did it go out? It helps. Is it hot? I wonder. [Is it blue]?');
    check('email', 'Which lamp is it? When did it go out? Thanks.');
  });
});
