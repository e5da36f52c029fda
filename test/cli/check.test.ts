import assert from 'node:assert/strict';
import { folder, removeFolders, type } from './terminal.ts';

/** `path: words found`, one line a file. */
async function found(line: string, cwd: string): Promise<string[]> {
  const { out } = await type(`${line} --format json --min-level hint`, cwd);
  const { files } = JSON.parse(out) as { files: { path: string; findings: { text: string }[] }[] };
  return files.map(({ path, findings }) => [path, ...findings.map(({ text }) => text)].join(' '));
}

describe('check: the exit status', () => {
  after(removeFolders);
  const cases: [string, string, number][] = [
    ['Fine.', 'check', 0],
    ['MEH', 'check', 0],
    ['BAD', 'check', 1],
    ['ROTTEN', 'check', 1],
    ['BAD', 'check --fail-on error', 0],
    ['ROTTEN', 'check --fail-on error', 1],
    ['MEH', 'check --fail-on info', 1],
    ['HM', 'check', 0],
    ['HM', 'check --fail-on hint', 1],
    ['ROTTEN', 'check --fail-on never', 0],
    ['BAD', 'check --no-rule no-bad', 0],
    ['BAD', 'check --rule no-gap', 0],
    ['BAD', 'check --min-level error', 0],
    ['', 'check', 0],
  ];
  for (const [text, line, expected] of cases) {
    it(`"${text}" with ${line} gives ${expected}`, async () => {
      const { status, err } = await type(line, folder({ 'a.reply.txt': text }));
      assert.deepEqual({ status, err }, { status: expected, err: '' });
    });
  }
  it('a rule that is asked for by name is shown whatever its level', async () => {
    assert.match((await type('check --rule no-hm', folder({ 'a.reply.txt': 'HM BAD' }))).out, /no-hm/);
  });
});

describe('check: which files', () => {
  after(removeFolders);
  it('walks into dot-folders, not into .git and node_modules, and reads only what may hold text', async () => {
    const cwd = folder({ '.github/a.reply.md': 'BAD', '.git/b.reply.md': 'BAD', 'node_modules/x/c.reply.md': 'BAD', 'deep/er/d.reply.txt': 'MEH', 'e.reply.png': 'BAD', 'package.json': '{}' });
    assert.deepEqual(await found('check', cwd), ['.github/a.reply.md BAD', 'deep/er/d.reply.txt MEH']);
  });
  it('honours .gitignore at every level, exceptions included', async () => {
    const cwd = folder({ '.git/HEAD': '', '.gitignore': '*.reply.txt\n/out/\n', 'a.reply.txt': 'BAD', 'out/b.reply.md': 'BAD', 'in/.gitignore': '!kept.reply.txt\nout/\n', 'in/kept.reply.txt': 'BAD', 'in/gone.reply.txt': 'BAD', 'in/out/c.reply.md': 'BAD', 'in/d.reply.md': 'BAD' });
    assert.deepEqual(await found('check', cwd), ['in/d.reply.md BAD', 'in/kept.reply.txt BAD']);
    assert.deepEqual(await found('check in', cwd), ['in/d.reply.md BAD', 'in/kept.reply.txt BAD']);
  });
  it('checks what is named, ignored or excluded or not', async () => {
    const cwd = folder({ '.git/HEAD': '', '.gitignore': 'a*\nout/\n', '.replylint.yaml': 'exclude: [b.txt]', 'a.reply.txt': 'BAD', 'b.txt': 'BAD', 'c.tpl': 'BAD', 'out/d.reply.txt': 'BAD' });
    assert.deepEqual(await found('check a.reply.txt b.txt c.tpl out', cwd), ['a.reply.txt BAD', 'b.txt BAD', 'c.tpl BAD', 'out/d.reply.txt BAD']);
  });
  it('understands globs, and checks a file once', async () => {
    const cwd = folder({ 'x/a.reply.txt': 'BAD', 'x/b.reply.md': 'BAD', 'x/y/c.reply.txt': 'BAD', 'd.reply.txt': 'BAD' });
    assert.deepEqual(await found('check x/*.txt', cwd), ['x/a.reply.txt BAD']);
    assert.deepEqual(await found('check **/*.txt d.reply.txt', cwd), ['d.reply.txt BAD', 'x/a.reply.txt BAD', 'x/y/c.reply.txt BAD']);
    assert.deepEqual(await found(`check ${cwd}/x/*.{md,html}`, `${cwd}/x/y`), [`${cwd}/x/b.reply.md BAD`]);
    assert.deepEqual(await found('check ../*.md', `${cwd}/x/y`), ['../b.reply.md BAD']);
  });
});

describe('check: the settings', () => {
  after(removeFolders);
  it('include says what is checked without a path, from a sub-folder too', async () => {
    const cwd = folder({ '.replylint.yaml': 'include: ["replies/**", "*.tpl"]', 'replies/a.txt': 'BAD', 'other/b.reply.txt': 'BAD', 'other/c.tpl': 'BAD' });
    assert.deepEqual(await found('check', cwd), ['other/c.tpl BAD', 'replies/a.txt BAD']);
    assert.deepEqual(await found('check', `${cwd}/other`), ['c.tpl BAD', '../replies/a.txt BAD']);
  });
  it('exclude leaves files and folders out', async () => {
    const cwd = folder({ '.replylint.yaml': 'exclude: [drafts/, "*.old.reply.txt"]', 'drafts/a.reply.txt': 'BAD', 'b.old.reply.txt': 'BAD', 'c.reply.txt': 'BAD' });
    assert.deepEqual(await found('check', cwd), ['c.reply.txt BAD']);
  });
  it('the nearest config counts, and the command line over it', async () => {
    const cwd = folder({ '.replylint.yaml': 'levels: { no-bad: off }', 'a.reply.txt': 'BAD GAP', 'sub/.replylint.json': '{"levels":{"no-gap":"off"}}', 'sub/b.reply.txt': 'BAD GAP' });
    assert.deepEqual(await found('check', cwd), ['a.reply.txt GAP', 'sub/b.reply.txt BAD']);
    assert.deepEqual(await found('check --config .replylint.yaml', cwd), ['a.reply.txt GAP', 'sub/b.reply.txt GAP']);
    assert.deepEqual(await found('check --no-rule no-gap', cwd), ['a.reply.txt', 'sub/b.reply.txt BAD']);
  });
  it('a mistake in it is said with its place, and exit 2', async () => {
    const cwd = folder({ '.replylint.yaml': 'min-level: info\nexclud: [a]\nlevels:\n  no-bda: off\n', 'a.reply.txt': 'BAD' });
    const { status, err } = await type('check --quiet', cwd);
    assert.deepEqual({ status, err }, { status: 2, err: '.replylint.yaml:2:1: "exclud" is not a setting. Did you mean "exclude"?\n.replylint.yaml:4:3: There is no rule "no-bda". Did you mean "no-bad"?\n' });
  });
  it('a config that is named and not there is exit 2', async () => {
    const { status, err } = await type('check --config mine.yaml', folder({}));
    assert.deepEqual({ status, err }, { status: 2, err: 'mine.yaml: This cannot be read: there is no file or folder of this name.\n' });
  });
});

describe('check: standard input', () => {
  after(removeFolders);
  it('is one document, by the name it is given', async () => {
    const { status, out } = await type('check --stdin --stdin-path macros/a.reply.md --format json', folder({}), { input: 'One BAD.' });
    const { files } = JSON.parse(out) as { files: { path: string; findings: { start: number }[] }[] };
    assert.deepEqual([status, files[0]!.path, files[0]!.findings[0]!.start], [1, 'macros/a.reply.md', 4]);
  });
  it('needs no name', async () => assert.equal((await type('--stdin', folder({}), { input: 'BAD' })).status, 1));
  it('gives the mended text with --fix, in its own encoding, and the rest beside it', async () => {
    const utf16 = Buffer.from('\uFEFFMEH, so BAD.\r\n', 'utf16le');
    const { outBytes, err, status } = await type('--stdin --fix', folder({}), { input: utf16 });
    assert.deepEqual(outBytes.toString('utf16le'), '\uFEFFFINE, so BAD.\r\n');
    assert.match(err, /no-bad/);
    assert.equal(status, 1);
  });
  it('comes back as it was where nothing can be mended, or it cannot be read', async () => {
    const broken = Buffer.from([0x41, 0xff, 0x42]);
    const { outBytes, status } = await type('--stdin --fix', folder({}), { input: broken });
    assert.deepEqual([outBytes, status], [broken, 2]);
  });
});
