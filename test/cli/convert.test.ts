import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fixtures } from '../formats/fixture.ts';
import { folder, removeFolders, type, type Ran } from './terminal.ts';

const macros = JSON.stringify({ macros: [1, 2].map((id) => ({ id, title: `Reply ${id}`, actions: [{ field: 'comment_value', value: `Hello, this is ${id}.` }] })) }, null, 2);

/** A folder with an export, and the replies that were made of it. */
async function converted(content: string | Buffer = macros, name = 'macros.json'): Promise<{ cwd: string; at: (file: string) => string }> {
  const cwd = folder({ [name]: content });
  const { status, err } = await type(`convert ${name} --to replies`, cwd);
  assert.deepEqual([status, err], [0, '']);
  return { cwd, at: (file) => path.join(cwd, file) };
}

function edit(file: string, before: string, after: string): void {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(before));
  writeFileSync(file, text.replace(before, after));
}

const said = ({ status, out, err }: Ran): unknown => ({ status, out, err });

describe('replylint convert', () => {
  after(removeFolders);

  it('makes a folder with a file for each reply, and says how to come back', async () => {
    const cwd = folder({ 'macros.json': macros });
    assert.deepEqual(said(await type('convert macros.json --to replies', cwd)), {
      status: 0, err: '', out: 'Wrote 2 replies of macros.json to replies. When they are edited, bring them back: replylint convert replies --to macros.json --force\n',
    });
    assert.deepEqual(readdirSync(cwd).sort(), ['macros.json', 'replies']);
    assert.deepEqual(readdirSync(path.join(cwd, 'replies')).sort(), ['.export', 'reply-1.reply.txt', 'reply-2.reply.txt']);
  });

  it('comes back with what was edited, and nothing else', async () => {
    const { cwd, at } = await converted();
    edit(at('replies/reply-2.reply.txt'), 'this is 2', 'say "2"');
    assert.deepEqual(said(await type('convert replies --to macros.json --force', cwd)), { status: 0, out: 'Wrote macros.json with 1 changed text.\n', err: '' });
    assert.equal(readFileSync(at('macros.json'), 'utf8'), macros.replace('this is 2', String.raw`say \"2\"`));
    assert.equal((await type('convert replies --to macros.json', cwd)).out, 'macros.json is up to date: it has these texts already.\n');
    assert.deepEqual(readdirSync(cwd).sort(), ['macros.json', 'replies'], 'and leaves nothing behind');
  });

  it('the kept export is not checked a second time', async () => {
    const { cwd } = await converted(macros.replace('this', 'MEH'));
    const { out } = await type('check --format json replies', cwd);
    assert.deepEqual((JSON.parse(out) as { files: { path: string }[] }).files.map((file) => file.path), ['replies/reply-1.reply.txt', 'replies/reply-2.reply.txt']);
  });

  it('gives a folder of the config’s own formats the same format on the way back', async () => {
    const cwd = folder({ '.replylint.yaml': 'formats: [{files: "*.json", records: "data[*]", customer: [say], label: [called]}]\n', 'own.json': '{"data": [{"called": "Late", "say": "Hello, it is late."}]}' });
    assert.equal((await type('convert own.json --to replies', cwd)).status, 0);
    rmSync(path.join(cwd, '.replylint.yaml'));
    edit(path.join(cwd, 'replies/late.reply.txt'), 'it is late', 'it comes');
    assert.equal((await type('convert replies --to new.json', cwd)).err, '');
    assert.equal(readFileSync(path.join(cwd, 'new.json'), 'utf8'), '{"data": [{"called": "Late", "say": "Hello, it comes."}]}');
  });

  describe('never replaces what it was not asked to', () => {
    it('an export', async () => {
      const { cwd, at } = await converted();
      edit(at('replies/reply-1.reply.txt'), 'Hello', 'Hi');
      assert.deepEqual(said(await type('convert replies --to macros.json', cwd)), { status: 2, out: '', err: 'replylint: macros.json is there already. Add --force to replace it.\n' });
      assert.equal(readFileSync(at('macros.json'), 'utf8'), macros);
    });
    it('least of all one that has changed since', async () => {
      const { cwd, at } = await converted();
      writeFileSync(at('macros.json'), macros.replace('Reply 1', 'Reply one'));
      assert.match((await type('convert replies --to macros.json', cwd)).err, /it is not the export that these replies came from, and what was changed in it since then would be lost\.\n$/);
    });
    it('a folder', async () => {
      const { cwd, at } = await converted();
      edit(at('replies/reply-1.reply.txt'), 'Hello', 'Hi');
      assert.deepEqual(said(await type('convert macros.json --to replies', cwd)), { status: 2, out: '', err: 'replylint: replies is there and not empty. Choose another folder, or add --force to replace the replies in it.\n' });
      assert.match(readFileSync(at('replies/reply-1.reply.txt'), 'utf8'), /Hi, this/);
    });
    it('and with --force only the replies in it', async () => {
      const { cwd, at } = await converted();
      writeFileSync(at('replies/README.md'), 'Ours.');
      writeFileSync(at('macros.json'), macros.replace('Reply 1', 'First'));
      assert.equal((await type('convert macros.json --to replies --force', cwd)).status, 0);
      assert.deepEqual(readdirSync(at('replies')).sort(), ['.export', 'README.md', 'first.reply.txt', 'reply-2.reply.txt']);
      assert.equal((await type('convert replies --to macros.json', cwd)).out, 'macros.json is up to date: it has these texts already.\n');
    });
  });

  it('says of a missing, an added and an unreadable file what to do, and takes over the rest', async () => {
    const { cwd, at } = await converted(macros.replace('"macros": [', '"macros": [{"id": 9, "title": "Third", "actions": [{"field": "comment_value", "value": "Hello, this is 3."}]},'));
    rmSync(at('replies/third.reply.txt'));
    writeFileSync(at('replies/mine.reply.md'), 'Hi');
    writeFileSync(at('replies/reply-1.reply.txt'), Buffer.from([0x61, 0xff, 0x00, 0xfe]));
    edit(at('replies/reply-2.reply.txt'), 'Hello', 'Hi');
    const { status, err } = await type('convert replies --to new.json', cwd);
    assert.equal(status, 2);
    assert.deepEqual(err.trimEnd().split('\n').map((line) => line.split(/(?<=\.(?:txt|md)) /)[0]!.replace(/: This file.*/, '')), ['replies/reply-1.reply.txt', 'replies: mine.reply.md', 'replies: third.reply.txt']);
    const texts = (JSON.parse(readFileSync(at('new.json'), 'utf8')) as { macros: { actions: { value: string }[] }[] }).macros.map((macro) => macro.actions[0]!.value);
    assert.deepEqual(texts, ['Hello, this is 3.', 'Hello, this is 1.', 'Hi, this is 2.']);
  });

  describe('answers with one sentence and status 2', () => {
    const cases: [what: string, line: string, sentence: string][] = [
      ['no export', 'convert', 'What should be converted? For example: replylint convert macros.json --to replies.'],
      ['no place to go', 'convert macros.json', 'Where should it go? For example: replylint convert macros.json --to replies.'],
      ['a file that is not there', 'convert nope.json --to replies', 'There is no file or folder "nope.json".'],
      ['a folder that is none of ours', 'convert empty --to a.json', 'empty was not made by "replylint convert": it has no .export folder. To make one: replylint convert EXPORT --to FOLDER.'],
      ['a file in place of a folder', 'convert macros.json --to other.json', 'other.json is a file. Please name a folder for the replies.'],
      ['another verb', 'check --to x', '--to says where a conversion goes, so it stands beside "replylint convert".'],
    ];
    for (const [what, line, sentence] of cases) {
      it(what, async () => assert.deepEqual(said(await type(line, folder({ 'macros.json': macros, 'other.json': '{}', 'empty/a.txt': '' }))), { status: 2, out: '', err: `replylint: ${sentence}\n` }));
    }
    it('a file without replies', async () => {
      const cwd = folder({ 'a.json': '{"a": 1}' });
      assert.deepEqual(said(await type('convert a.json --to replies', cwd)), { status: 2, out: '', err: 'a.json: No replies were found in this file; docs/formats.md lists what is read. Nothing was written.\n' });
      assert.deepEqual(readdirSync(cwd), ['a.json']);
    });
    it('a kept export that is gone, or is another one', async () => {
      const { cwd, at } = await converted();
      writeFileSync(at('replies/.export/macros.json.original'), macros.replace('Reply 1', 'Other'));
      assert.match((await type('convert replies --to new.json', cwd)).err, /^replies: The export that is kept in \.export does not fit these replies any more\./);
      rmSync(at('replies/.export/macros.json.original'));
      assert.match((await type('convert replies --to new.json', cwd)).err, /^replies: \.export\/macros\.json\.original, the export that these replies came from, is missing\./);
    });
    it('a list of files that leads out of the folder', async () => {
      const { cwd, at } = await converted();
      edit(at('replies/.export/convert.json'), '"reply-1.reply.txt"', '"../macros.json"');
      assert.match((await type('convert replies --to new.json', cwd)).err, /^replies: \.export\/convert\.json in this folder is not as it was written\./);
      assert.equal((await type('convert macros.json --to replies --force', cwd)).status, 0);
      assert.equal(readFileSync(at('macros.json'), 'utf8'), macros);
    });
  });

  describe('gives back the same bytes', () => {
    const encodings: Record<string, (text: string) => Buffer> = {
      'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
      'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'utf-16be': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      'windows-1252': (text) => Buffer.from(text, 'latin1'),
    };
    const table = 'Title;Reply\r\nSpät;"Hi Zoë,\r\nwe will look into it for you."\r\nBald;It is on its way for sure.\r\n';
    for (const [encoding, bytes] of Object.entries(encodings)) {
      it(`in ${encoding}`, async () => {
        const { cwd, at } = await converted(bytes(table), 'replies.csv');
        await type('convert replies --to same.csv', cwd);
        assert.deepEqual(readFileSync(at('same.csv')), bytes(table));
        edit(at('replies/spat.reply.txt'), 'look into it', 'prüfen;');
        await type('convert replies --to new.csv', cwd);
        assert.deepEqual(readFileSync(at('new.csv')), bytes(table.replace('look into it', 'prüfen;')));
      });
    }
    it('of every fixture', async () => {
      for (const { path: name, text } of fixtures()) {
        const cwd = folder({ [name]: text });
        const there = await type(`convert ${name} --to there`, cwd);
        const back = await type('convert there --to back', cwd);
        assert.deepEqual([there.err, back.err], ['', ''], name);
        assert.equal(readFileSync(path.join(cwd, 'back'), 'utf8'), text, name);
      }
    });
  });
});
