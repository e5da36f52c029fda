import assert from 'node:assert/strict';
import { check, readerOf, repliesOf } from './replies.ts';

describe('a Markdown library', () => {
  it('with fences: they are the replies, all else is for the team', () =>
    check('docs/canned-replies.md', '# Replies\n\nUse with care.\n\n## Late\n\nOnly after day 3.\n\n```\nSorry, your parcel is late.\nWe will call you.\n```\n\n## Code\n\n```bash\nnpm install please\n```\n',
      'Late = Sorry, your parcel is late.\nWe will call you.'));

  it('with a subject line in the fence', () =>
    check('mail-templates.md', '## Late\n\n```\nSubject: Your parcel\n\nDear [Name],\nit is late.\n```\n', 'Late = (subject) Your parcel | Dear [Name],\nit is late.'));

  it('with block quotes, their marks being no part of the text', () =>
    check('replies.md', '### Late\n> Hi there,\n>\n> your parcel is late.\n\n> **Note:** only for you.\n', 'Late = Hi there,\n\nyour parcel is late.'));

  it('with paragraphs in quotes behind labels', () =>
    check('support-templates.md', '## First\n\n**On the phone:**\n"Thank you for calling us."\n\n**In chat:**\n“Hi, how can I\nhelp you?”\n\nAn agent said "no" to you.\n',
      'First: On the phone = Thank you for calling us.', 'First: In chat = Hi, how can I\nhelp you?'));

  it('with a quotation over several paragraphs', () =>
    check('replies.md', '## Rent\n**Subject:** Overdue\n\n"Hi [Name],\n\nplease pay us.\n\nThanks!"\n', 'Rent = (subject) Overdue | Hi [Name],\n\nplease pay us.\n\nThanks!'));

  it('marks bad examples as internal', () =>
    check('refund/anti-patterns.md', '## Blaming\n\n❌ **BAD:**\n"You should have told us earlier."\n\n✅ **GOOD:**\n"Thank you for telling us."\n', 'Blaming: BAD = (internal) You should have told us earlier.', 'Blaming: GOOD = Thank you for telling us.'));

  it('knows a bad example by its sign alone, and a topic by its words', () =>
    check('tone-templates.md', '## ❌ Cold\n\n> We do not care about you.\n\n## Wrong item\n\n> We sent you the wrong one.\n\n**Avoid saying:**\n"You must wait for us."\n',
      '❌ Cold = (internal) We do not care about you.', 'Wrong item = We sent you the wrong one.', 'Wrong item: Avoid saying = (internal) You must wait for us.'));

  it('gives each new line of a block quote its mark', () => {
    const text = '## Late\n\n> Hi there, your parcel is late.\n';
    const reader = readerOf('replies.md', text)!;
    const [item] = reader.items(text).items;
    const [field] = reader.read(text.slice(item!.start, item!.end), item!).reply!.fields;
    assert.deepEqual(field!.write(9, 10, '\nso'), [{ start: 11, end: 12, newText: '\n> so' }]);
  });

  it('refuses a text that would end its fence', () => {
    const text = '## Late\n\n```\nHi there, your parcel is late.\n```\n';
    const reader = readerOf('replies.md', text)!;
    const [item] = reader.items(text).items;
    const [field] = reader.read(text.slice(item!.start, item!.end), item!).reply!.fields;
    assert.ok('refused' in field!.write(9, 10, '\n```\n'));
  });

  it('with neither: the text under the lowest headings, notes left out', () =>
    check('support-macros.md', '# Macros\n\nWe keep them here.\n\n## Late\nSubject: Your parcel\n\nTemplate:\nHello {{name}},\n\nit is late.\n\n## Lost\n\nUse this when it is lost.\n\nHello, it is lost.\n\n## Notes\n\nPlease call us.\n',
      'Late = (subject) Your parcel | Hello {{name}},\n\nit is late.', 'Lost = Hello, it is lost.'));

  it('takes the title above a heading that only says "Template"', () =>
    check('templates/refund.md', '# Refund\n\nUse this when we refund.\n\n## Template\n\nHi [Name],\n\nwe refund you.\n\n## Variables\n- `[Name]` - their name\n', 'Refund: Template = Hi [Name],\n\nwe refund you.'));

  it('with lines of dashes and a name', () =>
    check('canned-responses/all.md', 'Replies\n-------\n\n---- NOT OURS\n\nThanks, but no.\n\n---- OLD\n\nClosing.\n', 'NOT OURS = Thanks, but no.', 'OLD = Closing.'));

  it('without structure: the file is one reply', () => {
    check('.github/SAVED_REPLIES/no-repro.md', 'Could you add steps?\n\nThanks!\n', 'no repro = Could you add steps?\n\nThanks!');
    check('.github/SAVED_REPLIES/dup.md', '# Duplicate\n\nThank you!\n\n---\n\nSee [ISSUE].\n', 'Duplicate = Thank you!\n\n---\n\nSee [ISSUE].');
    check('support/templates/lost.md', 'Sorry about that. We will send you a new one.\n', 'lost = Sorry about that. We will send you a new one.');
  });

  it('reads a file that is wrapped in a fence of its own', () =>
    check('letter-templates.md', '```markdown\n---\ntitle: x\n---\n# Letters\n\n## Late\n\n```\nDear [Name], it is late.\n```\n\n## Lost\n\n```\nDear [Name], it is lost.\n```\n', 'Late = Dear [Name], it is late.', 'Lost = Dear [Name], it is lost.'));

  describe('is none', () => {
    const fence = '# API\n\n## Late\n\n```\nDear you, it is late.\n```\n';
    for (const path of ['README.md', 'docs/guide.md', 'templates/README.md', '.github/ISSUE_TEMPLATE/bug.md', 'CHANGELOG.md', 'scripts/build.md', '.github/PULL_REQUEST_TEMPLATE.md']) {
      it(`where it is called ${path}`, () => assert.equal(readerOf(path, fence), null));
    }
    it('where a likely name holds a technical page', () =>
      assert.equal(readerOf('docs/api-responses.md', '# Responses\n\n## 200\n\nThe request went well.\n\n```json\n{ "ok": true }\n```\n\n## 404\n\nNothing was found at the address.\n'), null));
    it('where a playbook sets no replies off', () => assert.equal(readerOf('support-playbook.md', '# Playbook\n\n## Late\n\nHi, we call the customer.\n'), null));
    it('but it is one where a person names it', () => assert.equal(repliesOf('docs/guide.md', '# Late\n\nDear you, it is late.\n', true).length, 1));
  });
});
