import assert from 'node:assert/strict';
import type { ConfigFile } from '../../server/src/lsp/runtime.ts';
import { Editor, pulling, show } from './editor.ts';

const reply = 'file:///library/replies/late.reply.txt';
const configUri = 'file:///library/.replylint.yaml';
let editor: Editor;
let file: ConfigFile | null;
const onDisk = { findConfig: (): ConfigFile | null => file };

async function codes(uri = reply): Promise<unknown[]> {
  return (await editor.diagnostics(uri)).map((found) => found.code);
}

async function changeOnDisk(text: string | null): Promise<void> {
  file = text === null ? null : { uri: configUri, text };
  await editor.wire.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: configUri, type: 2 }] });
}

describe('a config file', () => {
  beforeEach(() => { file = null; });

  it('holds for open documents as soon as it is written, and no longer when it is gone', async () => {
    editor = await Editor.start(pulling, onDisk);
    await editor.open(reply, 'BAD MEH');
    assert.deepEqual(await codes(), ['fake-bad', 'fake-meh']);
    await changeOnDisk('levels:\n  fake-bad: off\n');
    assert.deepEqual(await codes(), ['fake-meh']);
    await changeOnDisk(null);
    assert.deepEqual(await codes(), ['fake-bad', 'fake-meh']);
  });

  it('gives paths below its own folder, and says which files are named or left alone', async () => {
    file = { uri: configUri, text: 'include: [replies]\nexclude: ["*.draft.txt"]\n' };
    editor = await Editor.start(pulling, onDisk);
    await editor.open(reply, 'BAD');
    await editor.open('file:///library/replies/a.draft.txt', 'BAD');
    assert.deepEqual(await codes(), ['fake-bad']);
    assert.deepEqual(await codes('file:///library/replies/a.draft.txt'), []);
    assert.deepEqual(editor.linter.opened, [{ path: 'replies/late.reply.txt', text: 'BAD', named: true }]);
  });

  it('goes before the editor\'s own least level', async () => {
    editor = await Editor.start(pulling, onDisk, { settings: { minLevel: 'warning' } });
    await editor.open(reply, 'BAD');
    await editor.settle();
    await changeOnDisk('min-level: hint\n');
    await editor.settle();
    assert.deepEqual(editor.linter.configs.map((config) => config?.['min-level']), ['warning', 'hint']);
  });

  it('with a mistake is logged once, and marked where it is open', async () => {
    file = { uri: configUri, text: 'levels:\n  fake-bad: loud\n' };
    editor = await Editor.start(pulling, onDisk);
    await editor.open(reply, 'BAD');
    await editor.open(configUri, file.text, 'yaml');
    assert.deepEqual(await codes(), ['fake-bad']);
    const [mistake] = await editor.diagnostics(configUri);
    assert.equal(`${show(mistake!.range)} ${mistake!.code}`, '1:12-1:16 config');
    assert.deepEqual(editor.logged.length, 1);
    assert.match(editor.logged[0]!, /\/library\/\.replylint\.yaml needs a look before it can be used\. Line 2, column 13: /);
  });

  it('is asked of the client where the server cannot read it', async () => {
    editor = new Editor();
    const asked: string[] = [];
    editor.wire.onRequest('replylint/findConfig', ({ uri }: { uri: string }) => {
      asked.push(uri);
      return { uri: 'vscode-vfs://x/.replylint.yaml', text: 'levels:\n  fake-bad: off\n' };
    });
    await editor.initialize(pulling, { findsConfig: true });
    await editor.open('vscode-vfs://x/a.reply.txt', 'BAD MEH');
    await editor.open('vscode-vfs://x/b.reply.txt', 'BAD');
    assert.deepEqual(await codes('vscode-vfs://x/a.reply.txt'), ['fake-meh']);
    assert.deepEqual(await codes('vscode-vfs://x/b.reply.txt'), []);
    assert.deepEqual(asked, ['vscode-vfs://x/a.reply.txt']);
  });

  it('is pushed through to editors that do not ask', async () => {
    editor = await Editor.start({}, onDisk);
    await editor.open(reply, 'BAD');
    await editor.settle();
    await changeOnDisk('levels:\n  fake-bad: off\n');
    await editor.settle();
    assert.deepEqual(editor.published.map((one) => one.diagnostics.length), [1, 0]);
  });
});

describe('settings', () => {
  it('switch everything off and on', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'BAD');
    for (const enable of [false, true]) {
      await editor.wire.sendNotification('workspace/didChangeConfiguration', { settings: { replylint: { enable } } });
      assert.equal((await codes()).length, enable ? 1 : 0);
    }
  });

  it('that make no sense are as if they were not there', async () => {
    editor = await Editor.start(pulling, {}, { settings: { minLevel: 'loud', enable: 'yes' } });
    await editor.open(reply, 'BAD');
    assert.deepEqual(await codes(), ['fake-bad']);
    assert.deepEqual(editor.linter.configs, [{ 'min-level': 'info' }]);
  });
});
