import assert from 'node:assert/strict';
import { pushDelay } from '../../server/src/lsp/publisher.ts';
import { Editor, show, span } from './editor.ts';

const reply = 'file:///library/late.reply.txt';
let editor: Editor;

/** Opens a text and shows each diagnostic as `range code`. */
async function check(text: string, expected: readonly string[], uri = reply): Promise<void> {
  editor = await Editor.start();
  await editor.open(uri, text);
  assert.deepEqual((await editor.diagnostics(uri)).map((found) => `${show(found.range)} ${found.code}`), expected);
}

describe('pulled diagnostics', () => {
  it('stand where the words stand', () => check('This is BAD.\nThis is\r\nWORSE.', ['0:8-0:11 fake-bad', '2:0-2:5 fake-worse']));
  it('count UTF-16 units behind emoji and other scripts', () => check('🙂🙂 BAD कृपया BAD', ['0:5-0:8 fake-bad', '0:15-0:18 fake-bad']));
  it('count a byte-order mark as the editor does', () => check('\uFEFFBAD\nBAD', ['0:1-0:4 fake-bad', '1:0-1:3 fake-bad']));
  it('are none for an empty document', () => check('', []));
  it('are none for a file that holds no replies, even one that does not parse', () => check('BAD BROKEN', [], 'file:///library/a.other'));
  it('say where a response file does not parse', () => check('BAD\nBROKEN', ['0:0-0:3 fake-bad', '1:0-1:6 unreadable']));

  it('carry code, page, source, severity and what rebuilds the fixes', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'BAD WORSE MEH PSST');
    const found = await editor.diagnostics(reply);
    assert.deepEqual(found[0], {
      range: span(0, 0, 0, 3), severity: 2, code: 'fake-bad', codeDescription: { href: 'https://example.org/rules/fake-bad' }, source: 'replylint',
      message: '"BAD" can be said better.', data: { ruleId: 'fake-bad', responseId: 'reply', start: 0, end: 3 },
    });
    assert.deepEqual(found.map((one) => one.severity), [2, 1, 3, 4]);
  });

  it('are none for a document that is not open', async () => {
    editor = await Editor.start();
    assert.deepEqual(await editor.diagnostics('file:///library/unknown.md'), []);
    await editor.open(reply, 'BAD');
    await editor.close(reply);
    assert.deepEqual(await editor.diagnostics(reply), []);
  });

  it('answer "unchanged" until something changes', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'BAD');
    const { resultId } = await editor.report(reply);
    assert.equal((await editor.report(reply, resultId)).kind, 'unchanged');
    await editor.change(reply, { range: span(0, 0), text: 'So ' });
    const next = await editor.report(reply, resultId);
    assert.equal(next.kind, 'full');
    assert.notEqual(next.resultId, resultId);
  });

  it('are never also pushed', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'BAD');
    await editor.change(reply, { text: 'BAD BAD' });
    editor.clock.pass(pushDelay);
    await editor.settle();
    assert.deepEqual(editor.published, []);
    assert.ok(editor.initialized.capabilities.diagnosticProvider);
    assert.equal(editor.initialized.capabilities.positionEncoding, 'utf-16');
  });

  it('are at most 1,000, the worst ones, and one more says how many are left', async () => {
    editor = await Editor.start();
    await editor.open(reply, `${'MEH '.repeat(1200)}${'BAD '.repeat(5)}`);
    const found = await editor.diagnostics(reply);
    assert.equal(found.length, 1001);
    assert.deepEqual(found.slice(0, 6).map((one) => one.code), ['fake-bad', 'fake-bad', 'fake-bad', 'fake-bad', 'fake-bad', 'fake-meh']);
    assert.match(found[1000]!.message as string, /^205 more findings/);
    assert.equal(found[1000]!.severity, 3);
  });

  it('keep the same choice of 1,000 when an edit adds none', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'MEH '.repeat(1200));
    const before = await editor.diagnostics(reply);
    await editor.change(reply, { range: span(0, 0), text: 'x' });
    const after = await editor.diagnostics(reply);
    assert.deepEqual(after.map((one) => one.data?.start as number), before.map((one) => (one.data ? (one.data.start as number) + 1 : undefined)));
  });
});

describe('pushed diagnostics', () => {
  beforeEach(async () => { editor = await Editor.start({}); });

  it('come on opening, with the version', async () => {
    await editor.open(reply, 'BAD');
    await editor.settle();
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(editor.published.map((one) => [one.uri, one.version, one.diagnostics.length]), [[reply, 1, 1]]);
  });

  it('wait for the end of a burst of edits', async () => {
    await editor.open(reply, '');
    await editor.settle();
    for (const text of ['BAD', 'BAD BAD', 'BAD BAD BAD']) {
      editor.clock.pass(pushDelay - 1);
      await editor.change(reply, { text });
      await editor.settle();
    }
    assert.equal(editor.published.length, 1);
    editor.clock.pass(pushDelay);
    await editor.settle();
    assert.deepEqual(editor.published.slice(1).map((one) => [one.version, one.diagnostics.length]), [[4, 3]]);
  });

  it('are taken away on closing', async () => {
    await editor.open(reply, 'BAD');
    await editor.change(reply, { text: 'BAD BAD' });
    await editor.close(reply);
    editor.clock.pass(pushDelay);
    await editor.settle();
    assert.deepEqual(editor.published.at(-1), { uri: reply, diagnostics: [] });
  });
});
