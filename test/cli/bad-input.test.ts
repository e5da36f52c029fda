import assert from 'node:assert/strict';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { withoutPower } from './as-another-user.ts';
import { folder, removeFolders, type } from './terminal.ts';

const invalid = Buffer.concat([Buffer.from('Grüße\nund '), Buffer.from([0xfc]), Buffer.from('ber BAD')]);

/** Checks that one bad thing gives one line and exit 2, while the good file beside it is still checked. */
async function complains(line: string, cwd: string, expected: string): Promise<void> {
  const { status, out, err } = await type(`${line} --format json`, cwd);
  const { summary, files } = JSON.parse(out) as { summary: { unreadable: number; warning: number }; files: { error: unknown; findings: unknown[] }[] };
  assert.deepEqual({ status, err, unreadable: summary.unreadable, warnings: summary.warning }, { status: 2, err: `${expected}\n`, unreadable: 1, warnings: 1 });
  assert.equal(files.filter(({ error }) => error !== null).length, 1);
}

describe('check: bad input gives one clear line and exit 2, and the rest is checked', () => {
  afterEach(removeFolders);

  it('a missing path', () =>
    complains('check gone.md good.reply.txt', folder({ 'good.reply.txt': 'BAD' }), 'gone.md: This cannot be read: there is no file or folder of this name.'));
  it('a misspelt path', () =>
    complains('check god.reply.txt good.reply.txt', folder({ 'good.reply.txt': 'BAD' }), 'god.reply.txt: This cannot be read: there is no file or folder of this name. Did you mean "good.reply.txt"?'));
  it('a glob that matches nothing', () => complains('check *.csv good.reply.txt', folder({ 'good.reply.txt': 'BAD' }), '*.csv: No file matches this.'));
  it('a file that is named and does not parse', () =>
    complains('check good.reply.txt broken.yaml', folder({ 'good.reply.txt': 'BAD', 'broken.yaml': 'BROKEN' }), 'broken.yaml:2:3: This does not parse.'));
  it('a file that the settings include and does not parse', () =>
    complains('check', folder({ '.replylint.yaml': 'include: ["*.yaml", "*.txt"]\nexclude: [.replylint.yaml]', 'good.reply.txt': 'BAD', 'broken.yaml': 'BROKEN' }), 'broken.yaml:2:3: This does not parse.'));
  it('a reply file that is not UTF-8, named or not', async () => {
    const line = 'bad.reply.txt:2:5: This file is not UTF-8 text: byte 13 does not belong to any character. Save it again as UTF-8 and it can be checked.';
    await complains('check', folder({ 'good.reply.txt': 'BAD', 'bad.reply.txt': invalid }), line);
    await complains('check good.reply.txt bad.reply.txt', folder({ 'good.reply.txt': 'BAD', 'bad.reply.txt': invalid }), line);
  });
  it('a file that makes ReplyLint itself fail', () =>
    complains('check', folder({ 'good.reply.txt': 'BAD', 'odd.reply.txt': 'CRASH' }), 'odd.reply.txt: ReplyLint stumbled over this file, and that is our fault: crash.'));
  it('a file that is far too large, when it is named; otherwise the line is only a note', async () => {
    const cwd = folder({ 'good.reply.txt': 'BAD', 'huge.reply.txt': '' });
    truncateSync(path.join(cwd, 'huge.reply.txt'), 50 * 1024 * 1024 + 1);
    const line = 'huge.reply.txt: This file is larger than 50 MB and was left out. Split it, or leave it out with "exclude".';
    await complains('check good.reply.txt huge.reply.txt', cwd, line);
    const { status, err } = await type('check', cwd);
    assert.deepEqual([status, err], [1, `${line}\n`]);
  });
  it('a folder without permission', async () => {
    const cwd = folder({ 'good.reply.txt': 'BAD', 'shut/a.reply.txt': 'BAD' });
    await type('check --format json', cwd);
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'shut'), 0o000);
    await withoutPower(() => complains('check', cwd, 'shut: This cannot be opened: your account has no permission for it.'));
    chmodSync(path.join(cwd, 'shut'), 0o700);
  });
  it('a file without permission', async () => {
    const cwd = folder({ 'good.reply.txt': 'BAD', 'shut.reply.txt': 'BAD' });
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'shut.reply.txt'), 0o000);
    await withoutPower(() => complains('check', cwd, 'shut.reply.txt: This cannot be read: your account has no permission for it.'));
  });
});

describe('check: what is no concern of ours gives nothing', () => {
  afterEach(removeFolders);

  it('an empty file', async () => assert.deepEqual(await silent('check empty.reply.txt', { 'empty.reply.txt': '' }), [0, '']));
  it('a file that does not parse and nobody named', async () => assert.deepEqual(await silent('check', { 'broken.yaml': 'BROKEN' }), [0, '']));
  it('a file that is not UTF-8 and holds no replies', async () => assert.deepEqual(await silent('check', { 'data.csv': invalid }), [0, '']));
  it('links that go round in a circle', async () => {
    const cwd = folder({ 'a/b/c.reply.txt': 'Fine.' });
    symlinkSync('..', path.join(cwd, 'a/b/up'));
    symlinkSync('self.reply.txt', path.join(cwd, 'a/self.reply.txt'));
    const { status, err } = await type('check', cwd);
    assert.deepEqual([status, err], [0, '']);
  });
  it('a second name of a file in the same folder', async () => {
    const cwd = folder({ 'a.reply.txt': 'BAD' });
    symlinkSync('a.reply.txt', path.join(cwd, 'b.reply.txt'));
    assert.match((await type('check', cwd)).out, /1 reply checked/);
  });
});

async function silent(line: string, files: Record<string, string | Buffer>): Promise<[number, string]> {
  const { status, err } = await type(line, folder(files));
  return [status, err];
}
