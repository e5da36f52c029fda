import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { Guard } from '../../server/src/lsp/guard.ts';
import { Editor, span } from './editor.ts';

const reply = 'file:///library/late.reply.txt';

describe('a cancelled request', () => {
  const logged: string[] = [];
  const guard = new Guard((message) => { logged.push(message); });
  const isCancelled = (answer: unknown): boolean => answer instanceof ResponseError && answer.code === LSPErrorCodes.RequestCancelled;
  beforeEach(() => { logged.length = 0; });

  it('is not worked on at all where it was cancelled before', async () => {
    let worked = false;
    const answer = await guard.request('working', null, () => { worked = true; return null; })({}, CancellationToken.Cancelled);
    assert.ok(isCancelled(answer));
    assert.equal(worked, false);
  });

  it('answers with the cancellation where that came during the work, and logs nothing', async () => {
    for (const end of [(): string => 'done', (): string => { throw new Error('stopped'); }]) {
      const source = new CancellationTokenSource();
      const answer = await guard.request('working', 'otherwise', () => { source.cancel(); return end(); })({}, source.token);
      assert.ok(isCancelled(answer));
    }
    assert.deepEqual(logged, []);
  });

  it('is told so over the wire', async () => {
    const editor = new Editor();
    let asked!: () => void;
    const isAsked = new Promise<void>((resolve) => { asked = resolve; });
    let answer!: (file: null) => void;
    editor.wire.onRequest('replylint/findConfig', () => { asked(); return new Promise<null>((resolve) => { answer = resolve; }); });
    await editor.initialize({ textDocument: { diagnostic: {} } }, { findsConfig: true });
    await editor.open(reply, 'BAD');
    const source = new CancellationTokenSource();
    const pending = editor.wire.sendRequest('textDocument/diagnostic', { textDocument: { uri: reply } }, source.token);
    await isAsked;
    source.cancel();
    await editor.settle();
    answer(null);
    await assert.rejects(pending, (error: ResponseError<unknown>) => error.code === LSPErrorCodes.RequestCancelled);
  });
});

describe('a handler that fails', () => {
  it('is one line in the log, and the server goes on', async () => {
    const editor = await Editor.start();
    await editor.open(reply, 'EXPLODE');
    assert.deepEqual(await editor.diagnostics(reply), []);
    assert.deepEqual(await editor.actions(reply, span(0, 0)), []);
    await editor.wire.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///never-opened', version: 2 }, contentChanges: [{ text: 'BAD' }] });
    await editor.change(reply, { text: 'BAD' });
    assert.equal((await editor.diagnostics(reply)).length, 1);
    assert.deepEqual(editor.logged, ['Something went wrong while reading late.reply.txt: the fake exploded. ReplyLint goes on with the rest.']);
  });
});

describe('checking files that are not open', () => {
  it('answers with what each holds, skips what holds no replies, and goes on after one that fails', async () => {
    const editor = await Editor.start();
    const files = [
      { uri: 'file:///library/a.reply.txt', text: 'so\nBAD' },
      { uri: 'file:///library/b.other', text: 'BAD' },
      { uri: 'file:///library/c.reply.txt', text: 'EXPLODE' },
      { uri: 'file:///library/d.reply.txt', text: 'fine' },
    ];
    const found = await editor.wire.sendRequest<{ responseFiles: number; files: { uri: string; diagnostics: { range: unknown }[] }[] }>('replylint/checkWorkspace', { files });
    assert.equal(found.responseFiles, 2);
    assert.deepEqual(found.files.map((file) => [file.uri, file.diagnostics.map((diagnostic) => diagnostic.range)]), [['file:///library/a.reply.txt', [span(1, 0, 1, 3)]]]);
    assert.match(editor.logged[0]!, /reading c\.reply\.txt/);
  });
});
