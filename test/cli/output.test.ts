import assert from 'node:assert/strict';
import { excerpt } from '../../server/src/cli/output/excerpt.ts';
import { rewritten } from '../../server/src/cli/output/rewritten.ts';
import { faultsOf } from './json-schema.ts';
import { folder, removeFolders, type } from './terminal.ts';

describe('--format json', () => {
  after(removeFolders);
  it('has the promised shape, files that cannot be read included', async () => {
    const { out } = await type('check . gone.md --format json', folder({ 'a.reply.txt': 'BAD MEH GAP\n\nROTTEN', 'b.reply.txt': 'Fine.', 'bad.reply.txt': Buffer.from([0xff]) }));
    assert.deepEqual(faultsOf(out), []);
    const { summary } = JSON.parse(out) as { summary: object };
    assert.deepEqual(summary, { files: 2, responses: 3, error: 1, warning: 2, info: 1, hint: 0, unreadable: 2, fixed: 0 });
  });
  it('has it where there is nothing to say, too', async () => {
    const { out } = await type('check --format json', folder({ 'package.json': '{}', 'notes.md': '# BAD' }));
    assert.equal(out, '{"version":1,"summary":{"files":0,"responses":0,"error":0,"warning":0,"info":0,"hint":0,"unreadable":0,"fixed":0},"files":[]}\n');
  });
  it('would be caught out if it had not', () => assert.notDeepEqual(faultsOf('{"version":1,"summary":{},"files":[{}]}'), []));
});

describe('--format pretty', () => {
  after(removeFolders);
  it('shows file, reply, words, reason and rewrite, without colour in a pipe', async () => {
    const { out } = await type('check', folder({ 'a.reply.txt': 'Hello Sam.\nThis is BAD indeed. Bye.\n\nAnd GAP.\n', 'b.reply.txt': 'Fine.' }));
    assert.equal(out, `a.reply.txt

  Reply 1
    warning 2:9  “BAD” makes it worse.
      This is BAD indeed. Bye.
              ~~~
      Try: This is BAD indeed. → This is GOOD indeed.
      no-bad  docs/rules/no-bad.md

  Reply 2
    warning 4:5  “GAP” makes it worse.
      And GAP.
          ~~~
      Try: And GAP. → And [what happened].
      no-gap  docs/rules/no-gap.md

3 replies checked, 2 could escalate: 2 warnings. 1 can be fixed with --fix-suggestions.
`);
  });
  it('says so where all is well', async () =>
    assert.equal((await type('check', folder({ 'a.reply.txt': 'Fine.' }))).out, '1 reply checked, and nothing in it that should make an angry customer angrier.\n'));
  it('says what to do where no replies are found', async () =>
    assert.equal((await type('check', folder({ 'a.json': '{}' }))).out, 'No replies found here. A file that is named is always checked: replylint check FILE.\n'));
  it('with --quiet shows findings only', async () => {
    assert.equal((await type('check --quiet', folder({ 'a.reply.txt': 'Fine.' }))).out, '');
    assert.doesNotMatch((await type('check --quiet', folder({ 'a.reply.txt': 'BAD' }))).out, /checked/);
  });
  it('colours a terminal, unless NO_COLOR or --no-color says otherwise', async () => {
    const coloured = async (line: string, env: Record<string, string>) => {
      let out = '';
      await type(line, folder({ 'a.reply.txt': 'BAD' }), { env, stdout: { isTTY: true, write: (text) => (out += String(text)) } });
      return out.includes('\u001b[');
    };
    assert.deepEqual([await coloured('check', {}), await coloured('check', { NO_COLOR: '1' }), await coloured('check --no-color', {})], [true, false, false]);
  });
  it('lets no control character of a file through', async () => {
    const { out, err } = await type('check a.reply.txt x\u001b[2J.md', folder({ 'a.reply.txt': 'One \u001b[31m BAD\u0007 \u202eevil' }));
    assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    assert.match(out, /One ␛\[31m BAD␇ �evil/);
  });
});

describe('pretty: the line in question', () => {
  /** «marks» the span; gives the line and its mark as shown in `room` columns. */
  function shown(marked: string, room: number): string {
    const start = marked.indexOf('«');
    const end = marked.indexOf('»') - 1;
    const { before, span, after, mark } = excerpt(marked.replace(/[«»]/g, ''), { start, end }, room);
    return `${before}${span}${after}\n${mark}`;
  }
  const cases: [string, string, number, string][] = [
    ['a short line', 'one\ntwo «three» four\nfive', 40, 'two three four\n    ~~~~~'],
    ['indentation is dropped', '      two «three»', 40, 'two three\n    ~~~~~'],
    ['a long line is cut on both sides, at a word', `${'left '.repeat(9)}«span» ${'right '.repeat(9)}`, 30, '…left span right right rig…\n      ~~~~'],
    ['room on one side goes to the other', `${'left '.repeat(9)}«span»`, 30, '…left left left left span\n                     ~~~~'],
    ['a span longer than the line', `«${'word '.repeat(20)}» end`, 20, 'word word word wor…\n~~~~~~~~~~~~~~~~~~'],
    ['a span over several lines', 'one «two\nthree» four', 40, 'one two…\n    ~~~'],
    ['tabs are two columns', 'a\tb\t«c»', 40, 'a  b  c\n      ~'],
    ['wide characters are two columns', '日本 «語» x', 40, '日本 語 x\n     ~~'],
    ['emoji and joined marks', '👍 e\u0301 «x»', 40, '👍 e\u0301 x\n     ~'],
    ['old Mac and Windows line ends', 'one\rtwo «x»\r\nthree', 40, 'two x\n    ~'],
  ];
  for (const [what, marked, room, expected] of cases) it(what, () => assert.equal(shown(marked, room), expected));

  it('stays quick and short in a file of one line', () => {
    const { before, span, after } = excerpt(`${'x'.repeat(5_000_000)} BAD ${'y'.repeat(5_000_000)}`, { start: 5_000_001, end: 5_000_004 }, 60);
    assert.equal(span, 'BAD');
    assert.ok(before.length + span.length + after.length <= 60);
  });
});

describe('pretty: the sentence as it would be', () => {
  /** `«old|new»` marks the edit. */
  function sentence(marked: string): string | null {
    const [, old, newText] = /«(.*?)\|(.*?)»/s.exec(marked)!;
    const start = marked.indexOf('«');
    const text = marked.replace(/«(.*?)\|.*?»/s, '$1');
    const result = rewritten(text, { title: '', safe: false, fillIns: 0, edits: [{ start, end: start + old!.length, newText: newText! }] });
    return result && `${result.before} → ${result.after}`;
  }
  const cases: [string, string, string | null][] = [
    ['inside a paragraph', 'First one. This is «bad|good» now. Last.', 'This is bad now. → This is good now.'],
    ['a whole sentence', 'First. «Bad thing.|Good thing.» Last.', 'Bad thing. → Good thing.'],
    ['in JSON', '{"title": "A", "body": "Hi,\\n\\nThis is «bad|good».\\nBye"}', 'This is bad. → This is good.'],
    ['in HTML', '<p>Hi</p><p>This is «bad|good»</p>', 'This is bad → This is good'],
    ['at the end of a JSON value', '{"body": "Now, this is «bad!!|good!»"}', 'Now, this is bad!! → Now, this is good!'],
    ['before the end of a JSON value', '{"body": "This is «bad|good» now!"}', 'This is bad now! → This is good now!'],
    ['with bold words in it', '<p>This is <b>«bad|good»</b> and <i>sad</i>.</p>', 'This is bad and sad. → This is good and sad.'],
    ['wrapped over lines', 'body: |\n  This goes\n  «on|off» and\n  on.\n  Bye.\n', 'This goes on and on. → This goes off and on.'],
    ['wrapped in a Markdown quote', '## Title\n\n> This goes\n> «on|off» and\n> on. Bye.\n', 'This goes on and on. → This goes off and on.'],
    ['on one line with its YAML key', '- title: A\n  body: This is «bad|good»\n- title: B\n', 'This is bad → This is good'],
    ['in a YAML block', 'body: |\n  Hi.\n  - This is «bad|good» now\n', 'This is bad now → This is good now'],
    ['a name in front matter', '---\n«titel|title»: Late\n---\nHi.', 'titel → title'],
    ['taken away', 'First. «Bad thing.|» Last.', null],
  ];
  for (const [what, marked, expected] of cases) it(what, () => assert.equal(sentence(marked), expected));
});

describe('the progress line', () => {
  after(removeFolders);
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}.reply.txt`, 'Fine.']));
  async function errors(isTTY: boolean, line: string, pace: number): Promise<string> {
    let err = '';
    let time = 0;
    await type(line, folder(many), { now: () => (time += pace), stderr: { isTTY, columns: 40, write: (text) => (err += String(text)) } });
    return err;
  }
  it('shows on a terminal for long work, and is gone at the end', async () => assert.match(await errors(true, 'check', 90), /^\r\u001b\[2KChecking file \d+: f\d+\.reply\.txt[^]*\r\u001b\[2K$/));
  it('does not for short work', async () => assert.equal(await errors(true, 'check', 1), ''));
  it('never in a pipe, nor with --quiet', async () => assert.equal((await errors(false, 'check', 90)) + (await errors(true, 'check --quiet', 90)), ''));
});
