import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { exportToFiles, filesToExport, type Export, type NamedText } from '../../server/src/core/convert/convert.ts';
import { createLinter } from '../../server/src/core/index.ts';
import { frontMatterSchema } from '../../server/src/core/readers/canned-response/schema.ts';

const json = (path: string, value: unknown): Export => ({ path, text: JSON.stringify(value, null, 1), encoding: 'utf-8', formats: [] });
const helpScout = json('replies.json', { _embedded: { replies: [{ id: 7, name: 'Sale: today', text: '<p>Hi,</p>\r\n<p>the sale ends.</p>\r\n', chatText: 'Hi,\nthe sale ends.' }] } });
const zendesk = json('macros.json', { macros: [{ id: 1, title: 'Refund::Late', description: 'After day 30.', actions: [
  { field: 'comment_mode_is_public', value: 'true' }, { field: 'subject', value: 'Your refund' }, { field: 'comment_value', value: ['channel:all', 'Hi {{ticket.requester.first_name}},\n\nit is late.'] },
] }] });
const front = '---\nid: "7"\ntitle: "Sale: today"\nplatform: help-scout\nmarkup: html\nsections:\n  chat: { role: chat, markup: text }\n---\n\n';

/** The one file of an export, after a writer replaced some words in it, and what comes back. */
function edited(from: Export, ...replacements: (readonly [before: string, after: string])[]): ReturnType<typeof filesToExport> {
  const [file] = exportToFiles(from)!.files;
  let { text } = file!;
  for (const [before, after] of replacements) {
    assert.ok(text.includes(before), `${before} stands in\n${text}`);
    text = text.replace(before, () => after);
  }
  return filesToExport(from, [{ name: file!.name, text }]);
}

describe('a reply as a file', () => {
  const check = (what: string, from: Export, ...expected: NamedText[]): void => {
    it(what, () => assert.deepEqual(exportToFiles(from)?.files, expected));
  };
  check('has a section for each text besides the first', helpScout, { name: 'sale-today.reply.md', text: `${front}<p>Hi,</p>\n<p>the sale ends.</p>\n\n--- chat ---\n\nHi,\nthe sale ends.\n` });
  check('has its subject in the front matter, and a note for colleagues below', zendesk, {
    name: 'refund-late.reply.txt',
    text: '---\nid: "1"\ntitle: Refund::Late\nsubject: Your refund\nplatform: zendesk\nsections:\n  note: { audience: internal }\n---\n\nHi {{ticket.requester.first_name}},\n\nit is late.\n\n--- note ---\n\nAfter day 30.\n',
  });
  check('that is a note says so', json('macros.json', { macros: [{ id: 2, title: 'Hand over', actions: [{ field: 'comment_mode_is_public', value: false }, { field: 'comment_value', value: 'Please call.' }] }] }),
    { name: 'hand-over.reply.txt', text: '---\nid: "2"\ntitle: Hand over\nplatform: zendesk\naudience: internal\n---\n\nPlease call.\n' });
  check('of a title that others have too, or that Windows keeps for itself', json('r.json', ['Late', 'late!', 'CON'].map((title) => ({ title, body: 'We look into it for you.' }))),
    ...[['late', 'Late'], ['late-2', 'late!'], ['con-reply', 'CON']].map(([name, title]) => ({ name: `${name}.reply.txt`, text: `---\ntitle: ${title}\n---\n\nWe look into it for you.\n` })));
  check('whose text has a line like that of a section', json('replies.json', { _embedded: { replies: [{ id: 7, name: 'Sale', text: 'Hi', chatText: 'a\n--- chat ---\nb' }] } }),
    { name: 'sale.reply.md', text: '---\nid: "7"\ntitle: Sale\nplatform: help-scout\nmarkup: html\nsections:\n  chat 2: { role: chat, markup: text }\n---\n\nHi\n\n--- chat 2 ---\n\na\n--- chat ---\nb\n' });

  it('is found the same faults in as in its export', () => {
    const faulty = json('replies.json', { _embedded: { replies: [{ id: 7, name: 'Sale', text: '<p>Per our policy, &amp; you failed to add the date.</p>', chatText: 'Calm down.' }] } });
    const linter = createLinter();
    const found = (path: string, text: string): string[] => linter.lint({ path, text }).findings.map(({ ruleId, text: words }) => `${ruleId}: ${words}`);
    const [file] = exportToFiles(faulty)!.files;
    assert.deepEqual(found(file!.name, file!.text), found(faulty.path, faulty.text));
    assert.deepEqual(found(file!.name, file!.text).map((each) => each.split(':')[0]), ['blame-you-failed', 'command-calm-down']);
  });
});

describe('an edited file', () => {
  const check = (what: string, from: Export, replacements: (readonly [string, string])[], ...changes: (readonly [string, string])[]): void => {
    it(what, () => {
      let expected = from.text;
      for (const [before, after] of changes) expected = expected.replace(before, () => after);
      assert.deepEqual(edited(from, ...replacements), { text: expected, changed: changes.length, problems: [] });
    });
  };
  check('brings back a body, in the signs and line ends of the export', helpScout, [['the sale ends.</p>', 'the "sale" ends,\n<br>today.</p>']], ['the sale ends.</p>', String.raw`the \"sale\" ends,\r\n<br>today.</p>`]);
  check('brings back the chat, and the line ends that it has', helpScout, [['Hi,\nthe', 'Hello,\nyou,\nthe']], [String.raw`Hi,\nthe`, String.raw`Hello,\nyou,\nthe`]);
  check('brings back a title', helpScout, [['title: "Sale: today"', 'title: Sale']], ['Sale: today', 'Sale']);
  check('brings back a subject and a note', zendesk, [['Your refund', `"It's here: your refund"`], ['day 30', 'day 20']], ['Your refund', "It's here: your refund"], ['day 30', 'day 20']);
  check('brings back changes far apart', zendesk, [['Hi {{', 'Dear {{'], ['it is late', 'it is here']], [String.raw`Hi {{ticket.requester.first_name}},\n\nit is late`, String.raw`Dear {{ticket.requester.first_name}},\n\nit is here`]);
  check('brings back a text that is gone', zendesk, [['After day 30.', '']], ['After day 30.', '']);

  const template: Export = { path: 'emails/late.liquid', text: '<p>Hi <a href="/" title="your own shop">there</a>,</p>\n{% if vip %}<p>thank you for waiting.</p>{% endif %}\n<p>Your parcel is late.</p>\n', encoding: 'utf-8', formats: [] };
  check('of a template has words in a tag where the tag stands, and nowhere else', template, [['your own shop', 'your shop']], ['your own shop', 'your shop']);
  it('of a template brings back changes on both sides of what steers it', () => {
    const { text, problems } = edited(template, ['Hi <a', 'Dear <a'], ['is late', 'is here']);
    assert.deepEqual([text, problems], [template.text.replace('Hi <a', 'Dear <a').replace('is late', 'is here'), []]);
  });

  const refused = (what: string, from: Export, replacements: (readonly [string, string])[], problem: RegExp): void => {
    it(what, () => {
      const { text, problems } = edited(from, ...replacements);
      assert.equal(text, from.text);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, problem);
    });
  };
  refused('cannot give a reply another id', helpScout, [['id: "7"', 'id: "8"']], /^sale-today\.reply\.md has another “id” than the export/);
  refused('cannot take a title away', helpScout, [['title: "Sale: today"\n', '']], /^sale-today\.reply\.md has no title any more; it stays in the export as it was\.$/);
  refused('needs its front matter', helpScout, [[front, '']], /^sale-today\.reply\.md was not taken over: its front matter/);
  refused('needs front matter that can be read', helpScout, [['title: "Sale: today"', 'title: Sale: today']], /not valid YAML/);
  refused('needs the lines of its sections', helpScout, [['--- chat ---', 'chat']], /the line “--- chat ---” has to stand in it once/);
  refused('needs them once', helpScout, [['Hi,\nthe', '--- chat ---\nthe']], /the line “--- chat ---” has to stand in it once/);
  refused('keeps what the encoding cannot spell out of the export', { path: 'replies.csv', text: 'title;reply\nSpät;"Hi, wir prüfen das für Sie."\n', encoding: 'windows-1252', formats: [] }, [['prüfen', '✓']], /windows-1252|Windows-1252, which has no “✓”/);

  it('may say of a reply what the export does not', () => {
    assert.deepEqual(edited(helpScout, ['markup: html', 'markup: html\nkind: full']), { text: helpScout.text, changed: 0, problems: [] });
  });
});

describe('a folder of replies', () => {
  const two = json('macros.json', { macros: [1, 2].map((id) => ({ id, title: `Reply ${id}`, actions: [{ field: 'comment_value', value: `Hello, this is ${id}.` }] })) });
  const files = exportToFiles(two)!.files;

  it('with a file less leaves its reply in the export, and says so', () => {
    assert.deepEqual(filesToExport(two, files.slice(1)), { text: two.text, changed: 0, problems: ['reply-1.reply.txt is missing, and its reply stays in the export as it was. Please delete a reply in your helpdesk.'] });
  });
  it('with a file more takes over the others, and says what to do', () => {
    const { text, problems } = filesToExport(two, [{ ...files[0]!, text: files[0]!.text.replace('this is', 'I am') }, files[1]!, { name: 'new.reply.md', text: 'Hi' }]);
    assert.equal(text, two.text.replace('this is 1', 'I am 1'));
    assert.deepEqual(problems, ['new.reply.md is no reply of the export. Please add new replies in your helpdesk, export again and convert that; or move this file out of the folder.']);
  });
  it('is none where a file holds no replies', () => assert.equal(exportToFiles({ path: 'data.json', text: '{"a": 1}', encoding: 'utf-8', formats: [] }), null));
});

describe('docs/canned-response.md', () => {
  const page = readFileSync('docs/canned-response.md', 'utf8');
  it('shows the file that its export becomes', () => {
    const [[, path, text], [, name, reply]] = [...page.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)] as [RegExpExecArray, RegExpExecArray];
    assert.deepEqual(exportToFiles({ path: path!, text: text!, encoding: 'utf-8', formats: [] })!.files, [{ name, text: reply }]);
  });
  it('lists every name of the front matter, with its values', () => {
    const rows = new Map([...page.matchAll(/^\| `([\w-]+)` \|(.*)$/gm)].map(([, name, row]) => [name, row!]));
    assert.deepEqual([...rows.keys()].sort(), Object.keys(frontMatterSchema.properties).sort());
    for (const [name, { enum: values = [] }] of Object.entries(frontMatterSchema.properties as Record<string, { enum?: readonly string[] }>)) {
      for (const value of values) assert.ok(rows.get(name)!.includes(`\`${value}\``), `${name}: ${value}`);
    }
  });
});
