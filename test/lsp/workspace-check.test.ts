import assert from 'node:assert/strict';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { Diagnostic } from 'vscode-languageserver/node';
import { coreRuntime } from '../../server/src/lsp/core-runtime.ts';
import { disk } from '../../server/src/lsp/disk.ts';
import { folder, removeFolders } from '../cli/terminal.ts';
import { Editor, pulling, show } from './editor.ts';

const body = 'Hi “Zoë”, per our policy we close at five.';
const windows = (text: string): Buffer => Buffer.from(text.replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1');
const rewrite = { createLinter: () => coreRuntime.createLinter({ rules: [{ id: 'no-zork', message: 'Not this word.', patterns: ['zorks'], rewrites: ['blorks ✓'] }] }) };

describe('checking the workspace from the disk', () => {
  afterEach(removeFolders);

  /** An editor over a folder of files, and their addresses. */
  async function over(files: Record<string, string | Buffer>, runtime = {}): Promise<{ editor: Editor; uri: (name: string) => string }> {
    const root = folder({ '.git/HEAD': '', ...files });
    const editor = await Editor.start(pulling, { disk, createLinter: coreRuntime.createLinter, ...runtime });
    return { editor, uri: (name) => URI.file(path.join(root, name)).toString() };
  }

  it('finds what the command line finds: no ignored file, no other ending, dot-folders', async () => {
    const { editor, uri } = await over({ '.gitignore': 'build/\n', 'a.csv': '', 'b.ts': '', 'build/c.csv': '', '.github/replies.yml': '', 'node_modules/d.json': '', 'e/f.reply.txt': '' });
    const found = await editor.wire.sendRequest<string[]>('replylint/findFiles', { folder: uri('') });
    assert.deepEqual(found.map((each) => each.slice(uri('').length).replace(/^\//, '')), ['.github/replies.yml', 'a.csv', 'e/f.reply.txt']);
  });

  it('finds a file of any name that the config includes', async () => {
    const { editor, uri } = await over({ 'a.csv': '', 'b.canned': '' }, { findConfig: (at: string) => ({ uri: at.replace(/[^/]*$/, '.replylint.yaml'), text: 'include: ["*.canned"]' }) });
    const found = await editor.wire.sendRequest<string[]>('replylint/findFiles', { folder: uri('') });
    assert.deepEqual(found.map((each) => path.posix.basename(each)), ['a.csv', 'b.canned']);
  });

  it('leaves folders that are not on its disk to the editor', async () => {
    const { editor } = await over({});
    assert.equal(await editor.wire.sendRequest('replylint/findFiles', { folder: 'memfs:/library' }), null);
    const without = await Editor.start(pulling);
    assert.equal(await without.wire.sendRequest('replylint/findFiles', { folder: 'file:///library' }), null);
  });

  it('reads each file in its own encoding', async () => {
    const text = `title,body\nLate,"${body}"\n`;
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const { editor, uri } = await over({ 'a.csv': windows(text), 'b.csv': text, 'c.csv': utf16, 'd.csv': `\uFEFF${text}`, 'e.csv': Buffer.concat([Buffer.from(text), Buffer.from([0xff])]), 'f.csv': Buffer.from([0xff]) });
    const names = ['a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv', 'f.csv', 'gone.csv'];
    const { responseFiles, files } = await editor.wire.sendRequest<{ responseFiles: number; files: { uri: string; diagnostics: Diagnostic[] }[] }>('replylint/checkWorkspace', { files: names.map((name) => ({ uri: uri(name) })) });
    assert.equal(responseFiles, 5);
    assert.deepEqual(files.map((file) => [path.posix.basename(file.uri), ...file.diagnostics.map(({ code, range }) => `${code} ${show(range)}`)]), [
      ['a.csv', 'policy-shield 1:16-1:30'], ['b.csv', 'policy-shield 1:16-1:30'], ['c.csv', 'policy-shield 1:16-1:30'], ['d.csv', 'policy-shield 1:16-1:30'], ['e.csv', 'unreadable 2:0-2:1'],
    ]);
  });

  it('offers no rewrite that an open file’s encoding cannot hold, and says why', async () => {
    const text = `title,body\nLate,"Hi “Zoë”, we have no zorks today."\n`;
    const { editor, uri } = await over({ 'a.csv': windows(text), 'b.csv': text }, rewrite);
    const editorShowing = await Editor.start({ ...pulling, textDocument: { ...pulling.textDocument, codeAction: { disabledSupport: true } } }, { disk, ...rewrite });
    const offered = async (name: string, shown: string): Promise<string[]> => {
      await editorShowing.open(uri(name), shown);
      const actions = await editorShowing.actions(uri(name), { start: { line: 1, character: 0 }, end: { line: 1, character: 60 } });
      return actions.map(({ title, disabled }) => `${title} ${disabled?.reason ?? 'is offered'}`);
    };
    assert.deepEqual(await offered('b.csv', text), ['Write “blorks ✓” is offered']);
    assert.deepEqual(await offered('a.csv', text), ['Write “blorks ✓” The file is in Windows-1252, which has no “✓”. Save it as UTF-8, and this can be written.']);
    // An editor that took the bytes for something else will write something else.
    await editorShowing.close(uri('a.csv'));
    assert.deepEqual(await offered('a.csv', text.replace('Zoë', 'Zo\uFFFD')), ['Write “blorks ✓” is offered']);
    editor.stop();
  });
});
