import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as core from '../../server/src/core/index.ts';
import { decode, encode, type Encoding } from '../../server/src/node/read-text.ts';
import { replaceText } from '../../server/src/node/write-text.ts';
import { faultsOf } from './json-schema.ts';
import { folder, removeFolders, type } from './terminal.ts';

const real = { core: () => Promise.resolve(core) };
/** A table as a spreadsheet saves it, with letters and quotation marks that each encoding spells its own way. */
const before = 'Titel;Reply\r\nSpät;"Hi “Zoë”,\r\nwe will look into it A.S.A.P.. That is 5 € – no more!!!"\r\nBald;It is on its way for sure.\r\n';
const after = before.replace('!!!', '!');

/** The bytes of a text in each encoding, put together without the code under test. */
const spelled: Record<string, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1'),
};

describe('check --fix, byte by byte', () => {
  afterEach(removeFolders);

  for (const [name, bytes] of Object.entries(spelled)) {
    it(`a file in ${name} stays in it`, async () => {
      const cwd = folder({ 'replies.csv': bytes(before) });
      const { out } = await type('check --fix --format json replies.csv', cwd, real);
      assert.deepEqual(readFileSync(path.join(cwd, 'replies.csv')), bytes(after));
      assert.deepEqual(faultsOf(out), []);
      const [file] = (JSON.parse(out) as { files: { encoding: string; bom: boolean; format: string; error: unknown }[] }).files;
      assert.deepEqual([file!.encoding, file!.bom, file!.format, file!.error], [name.split(' ')[0], /mark|16/.test(name), 'csv', null]);
    });
    it(`so does standard input in ${name}`, async () => {
      const { outBytes } = await type('check --fix --stdin --stdin-path replies.csv', folder({}), { ...real, input: bytes(before) });
      assert.deepEqual(outBytes, bytes(after));
    });
  }

  it('what the encoding cannot spell is not written, and the rest is', async () => {
    const config = 'rules: [{id: no-zork, message: Not this word., patterns: [zorks], rewrites: [{text: blorks ✓, safe: true}]}]\n';
    const cwd = folder({ '.replylint.yaml': config, 'replies.csv': spelled['windows-1252']!(before.replace('It is on', 'We have no zorks, it is on')) });
    await type('check --fix replies.csv', cwd, real);
    assert.deepEqual(readFileSync(path.join(cwd, 'replies.csv')), spelled['windows-1252']!(after.replace('It is on', 'We have no zorks, it is on')));
  });
  it('a text that does not fit is never forced into a file', () => {
    const file = path.join(folder({ 'a.txt': 'old' }), 'a.txt');
    assert.deepEqual(replaceText(file, { text: 'done ✓', encoding: 'windows-1252', bom: false }), { message: 'This cannot be written: its encoding, windows-1252, has no “✓”. Save the file as UTF-8 first.' });
    assert.equal(readFileSync(file, 'utf8'), 'old');
  });
});

describe('which encoding bytes are in', () => {
  const check = (what: string, bytes: Buffer, expected: Encoding | null): void => {
    it(`${what}: ${expected ?? 'none that we know'}`, () => {
      const read = decode(bytes);
      assert.equal('encoding' in read ? read.encoding : null, expected);
    });
  };
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  check('letters alone', latin('We will look into it.'), 'utf-8');
  check('an umlaut of Windows', latin('Wir pr\xfcfen das f\xfcr Sie.'), 'windows-1252');
  check('quotation marks of Windows', latin('We call it \x93late\x94 when it is.'), 'windows-1252');
  check('a byte that means nothing', latin('We call it \x81late\x81 when it is.'), null);
  check('a control character', latin('We call it \x93late\x94 when\x01 it is.'), null);
  check('Cyrillic of Windows', latin('\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0? Hello my dear.'), null);
  check('UTF-8 with one damaged letter', Buffer.concat([Buffer.from('Größe und Maß sind '), latin('f\xfcr Sie da.')]), null);
  check('a few bytes', latin('\xe4\xf6 ab'), null);

  it('prose of Windows comes back as the same bytes', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('€', 'é', 'Ü', '“', '”', '’', '…', '–', 'ß', '\r\n', '\t', ' thanks', ' for asking', ' us', ', '), { minLength: 1 }), (parts) => {
      const file = { text: `Dear customer, this is what we can do for you${parts.join(' so it goes ')}ü`, encoding: 'windows-1252' as const, bom: false };
      assert.deepEqual(decode(encode(file)), file);
    }));
  });
});
