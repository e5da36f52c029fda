import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decode, encode, type Encoding } from '../../server/src/node/read-text.ts';
import { withoutPower } from './as-another-user.ts';
import { folder, removeFolders, type } from './terminal.ts';

/** Checks what a command makes of one file, byte by byte, and that nothing else is left in its folder. */
async function mends(line: string, before: string | Buffer, after: string | Buffer): Promise<void> {
  const cwd = folder({ 'a.reply.txt': before });
  await type(line, cwd);
  assert.deepEqual(readFileSync(path.join(cwd, 'a.reply.txt')), Buffer.from(after as string));
  assert.deepEqual(readdirSync(cwd), ['a.reply.txt']);
}

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('check --fix: the file', () => {
  afterEach(removeFolders);

  it('safe fixes only', () => mends('check --fix', 'MEH and BAD and GAP', 'FINE and BAD and GAP'));
  it('with --fix-suggestions also first suggestions, never one with a gap', () => mends('check --fix-suggestions', 'MEH and BAD and GAP', 'FINE and GOOD and GAP'));
  it('with neither, nothing', () => mends('check', 'MEH and BAD', 'MEH and BAD'));
  it('keeps line ends and a byte-order mark', () => mends('check --fix', '\uFEFFOne MEH.\r\nTwo.\r\n', '\uFEFFOne FINE.\r\nTwo.\r\n'));
  it('keeps UTF-16, little-endian', () => mends('check --fix', utf16('Ein MEH für 日本.', false), utf16('Ein FINE für 日本.', false)));
  it('keeps UTF-16, big-endian', () => mends('check --fix', utf16('Ein MEH für 日本.', true), utf16('Ein FINE für 日本.', true)));
  it('keeps its permissions', async () => {
    const cwd = folder({ 'a.reply.txt': 'MEH' });
    chmodSync(path.join(cwd, 'a.reply.txt'), 0o666);
    await type('check --fix', cwd);
    assert.equal(statSync(path.join(cwd, 'a.reply.txt')).mode & 0o777, 0o666);
  });
  it('stays a link where it is one', async () => {
    const cwd = folder({ 'real/a.txt': 'MEH' });
    symlinkSync('real/a.txt', path.join(cwd, 'a.reply.txt'));
    await type('check --fix a.reply.txt', cwd);
    assert.equal(readFileSync(path.join(cwd, 'real/a.txt'), 'utf8'), 'FINE');
    assert.ok(lstatSync(path.join(cwd, 'a.reply.txt')).isSymbolicLink());
  });
  it('is not touched where there is nothing to mend', async () => {
    const cwd = folder({ 'a.reply.txt': 'BAD' });
    const before = statSync(path.join(cwd, 'a.reply.txt'));
    await type('check --fix', cwd);
    assert.equal(statSync(path.join(cwd, 'a.reply.txt')).ino, before.ino);
  });
});

describe('check --fix: what is said', () => {
  afterEach(removeFolders);

  it('how much was mended where, and what remains', async () => {
    const { out, status } = await type('check --fix', folder({ 'a.reply.txt': 'MEH MEH', 'b.reply.txt': 'BAD' }));
    assert.match(out, /^Mended 2 places in a\.reply\.txt\n/);
    assert.match(out, /2 replies checked, 1 could escalate: 1 warning\. 2 places were mended\. 1 can be fixed with --fix-suggestions\.\n$/);
    assert.equal(status, 1);
  });
  it('JSON counts it too', async () => {
    const { out } = await type('check --fix --format json', folder({ 'a.reply.txt': 'MEH' }));
    const { summary, files } = JSON.parse(out) as { summary: { fixed: number; info: number }; files: { fixed: number }[] };
    assert.deepEqual([summary.fixed, summary.info, files[0]!.fixed], [1, 0, 1]);
  });
  it('a file that cannot be written: one line, exit 2, its findings stand, the others are mended', async () => {
    const cwd = folder({ 'a.reply.txt': 'MEH', 'b/c.reply.txt': 'MEH' });
    await type('check --fix', folder({ 'warm.reply.txt': 'MEH' }));
    for (const name of ['', 'a.reply.txt', 'b']) chmodSync(path.join(cwd, name), 0o777);
    chmodSync(path.join(cwd, 'b/c.reply.txt'), 0o666);
    chmodSync(path.join(cwd, 'a.reply.txt'), 0o444);
    const { status, err, out } = await withoutPower(() => type('check --fix', cwd));
    assert.deepEqual([status, err], [2, 'a.reply.txt: This cannot be written: your account has no permission for it.\n']);
    assert.match(out, /no-meh/);
    assert.equal(readFileSync(path.join(cwd, 'b/c.reply.txt'), 'utf8'), 'FINE');
  });
});

describe('reading and writing text', () => {
  const encodings: Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
  it('gives back the same bytes for any text, in any encoding', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...encodings), fc.boolean(), (raw, encoding, bom) => {
      const text = raw.replace(/^\uFEFF+/, '');
      const file = { text, encoding, bom: bom || encoding !== 'utf-8' };
      assert.deepEqual(decode(encode(file)), file);
    }));
  });
  const invalid: [string, number[], string][] = [
    ['a lone byte', [0x61, 0x80, 0x62], 'byte 2'],
    ['a character cut off at the end', [0x61, 0xe2, 0x82], 'byte 2'],
    ['a character cut off by a letter', [0xe2, 0x82, 0x61], 'byte 1'],
    ['an overlong form', [0x61, 0x62, 0xc0, 0xaf], 'byte 3'],
    ['half of a pair', [0xed, 0xa0, 0x80], 'byte 1'],
  ];
  for (const [what, bytes, where] of invalid) {
    it(`${what} is not UTF-8, and ${where} is named`, () => {
      const read = decode(Buffer.from(bytes));
      assert.match('problem' in read ? read.problem.message : '', new RegExp(`${where} does not belong`));
    });
  }
  it('half a UTF-16 character is no text', () => assert.ok('problem' in decode(Buffer.from([0xff, 0xfe, 0x41]))));
});
