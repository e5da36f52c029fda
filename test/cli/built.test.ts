import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { faultsOf } from './json-schema.ts';
import { folder, removeFolders } from './terminal.ts';

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../server/dist');

describe('the built command line', () => {
  before(() => assert.ok(existsSync(path.join(dist, 'cli/main.cjs')), 'Build first: npm run build'));
  after(removeFolders);

  const cwd = () => folder({ 'a.reply.txt': 'You failed to fill in the date.\n', 'b.reply.txt': 'Your parcel arrives on Monday.\n' });
  function node(args: string[], options: { cwd: string; input?: string; cli?: string }): { status: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [options.cli ?? path.join(dist, 'cli.js'), ...args], { cwd: options.cwd, input: options.input ?? '', encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  }

  it('exits with 0, 1 and 2', () => {
    const here = cwd();
    assert.deepEqual([['check', 'b.reply.txt'], ['check'], ['check', 'gone.txt'], ['chekc']].map((args) => node(args, { cwd: here }).status), [0, 1, 2, 2]);
  });
  it('writes JSON of the promised shape into a pipe, all of it', () => {
    const { out } = node(['check', '--format', 'json'], { cwd: cwd() });
    assert.deepEqual(faultsOf(out), []);
  });
  it('mends standard input', () => assert.equal(node(['--stdin', '--fix'], { cwd: cwd(), input: 'Where is it??\n' }).out, 'Where is it?\n'));
  it('stays quiet when the reader of a pipe has gone', async () => {
    const child = spawn(process.execPath, [path.join(dist, 'cli.js'), 'rules'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(err, '');
  });

  it('reads for one reply its tables, the classifier’s weights and the forms of verbs, and no other data', () => {
    const here = cwd();
    const copy = folder({ 'package.json': '{"type":"module"}' });
    for (const name of ['cli/boot.cjs', 'cli/main.cjs', 'data/rules.tablesData.bin', 'data/classifier.classifierData.bin', 'data/rules.verbsText.txt']) cpSync(path.join(dist, name), path.join(copy, name));
    const check = (cli: string) => node(['check', 'a.reply.txt'], { cwd: here, cli });
    assert.deepEqual(check(path.join(copy, 'cli/boot.cjs')), check(path.join(dist, 'cli.js')));
  });

  describe('starts from stored code', () => {
    const main = path.join(dist, 'cli/main.cjs');
    it('that this version of Node accepts', () => {
      const script = new Script(readFileSync(main, 'latin1'), { filename: main, cachedData: readFileSync(`${main}.cache`).subarray(64) });
      assert.equal(script.cachedDataRejected, false);
    });
    for (const [what, change] of [
      ['of another build', (code: Buffer) => Buffer.concat([Buffer.from('// build of another day'.padEnd(64)), code.subarray(64)])],
      ['that was cut short', (code: Buffer) => code.subarray(0, 1000)],
      ['that is empty', () => Buffer.alloc(0)],
    ] as const) {
      it(`and does without code ${what}`, () => {
        const copy = folder({ 'package.json': '{"type":"module"}' });
        for (const name of ['boot.cjs', 'main.cjs']) cpSync(path.join(dist, 'cli', name), path.join(copy, 'cli', name));
        writeFileSync(path.join(copy, 'cli/main.cjs.cache'), change(readFileSync(`${main}.cache`)));
        assert.match(node(['--version'], { cwd: copy, cli: path.join(copy, 'cli/boot.cjs') }).out, /^replylint \d/);
      });
    }
  });
});
