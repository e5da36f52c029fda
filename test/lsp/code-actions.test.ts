import assert from 'node:assert/strict';
import { CodeActionTriggerKind, type ClientCapabilities, type CodeAction } from 'vscode-languageserver/node';
import { coreRuntime } from '../../server/src/lsp/core-runtime.ts';
import type { Runtime } from '../../server/src/lsp/runtime.ts';
import { Editor, pulling, span } from './editor.ts';

const reply = 'file:///library/late.reply.txt';
let editor: Editor;

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map((action) => `${action.kind}: ${action.title}${action.isPreferred ? ' *' : ''}`);
}

describe('quick fixes', () => {
  beforeEach(async () => {
    editor = await Editor.start();
    await editor.open(reply, 'So BAD\nand BAD, MEH');
  });

  it('are the fixes of what the range touches, the first one preferred', async () => {
    assert.deepEqual(titles(await editor.actions(reply, span(0, 6))), ['quickfix: Say good *', 'quickfix: Say what it is']);
    assert.deepEqual(titles(await editor.actions(reply, span(0, 1))), []);
    assert.equal((await editor.actions(reply, span(0, 0, 1, 12))).length, 5);
  });

  it('name the version of the document that they are for', async () => {
    await editor.change(reply, { range: span(0, 0), text: '🙂 ' });
    const [first] = await editor.actions(reply, span(0, 8));
    assert.deepEqual(first!.edit, { documentChanges: [{ textDocument: { uri: reply, version: 2 }, edits: [{ range: span(0, 6, 0, 9), newText: 'good' }] }] });
  });

  it('are linked to the very diagnostic that the editor holds', async () => {
    const held = (await editor.diagnostics(reply)).map((diagnostic, index) => ({ ...diagnostic, message: `as held ${index}` }));
    const actions = await editor.actions(reply, span(1, 5), { diagnostics: held });
    assert.deepEqual(actions[0]!.diagnostics, [held[1]]);
  });

  it('are linked to a diagnostic where the editor sent none', async () => {
    const [action] = await editor.actions(reply, span(0, 4));
    assert.deepEqual(action!.diagnostics, [(await editor.diagnostics(reply))[0]]);
  });

  it('come as plain changes for editors that know no versions', async () => {
    editor.stop();
    editor = await Editor.start({});
    await editor.open(reply, 'BAD');
    const [action] = await editor.actions(reply, span(0, 1));
    assert.deepEqual(action!.edit, { changes: { [reply]: [{ range: span(0, 0, 0, 3), newText: 'good' }] } });
  });
});

describe('a fix that the file does not allow', () => {
  const showing: ClientCapabilities = { ...pulling, textDocument: { ...pulling.textDocument, codeAction: { disabledSupport: true } } };
  const real: Partial<Runtime> = { createLinter: coreRuntime.createLinter };

  /** What is offered at the whole first line, as `title (reason)`. */
  async function check(capabilities: ClientCapabilities, text: string, expected: readonly string[], runtime: Partial<Runtime> = {}, uri = reply): Promise<void> {
    editor = await Editor.start(capabilities, runtime);
    await editor.open(uri, text);
    const actions = await editor.actions(uri, span(0, 0, text.split('\n').length - 1, 0));
    assert.deepEqual(actions.map(({ title, disabled }) => `${title}${disabled ? ` (${disabled.reason})` : ''}`), expected);
    for (const action of actions) assert.equal(action.edit === undefined, action.disabled !== undefined);
  }

  it('is shown with the reason', () => check(showing, 'STUCK', ['Say moving (It would touch a placeholder.)']));
  it('is linked to its finding', async () => {
    editor = await Editor.start(showing);
    await editor.open(reply, 'STUCK');
    assert.deepEqual((await editor.actions(reply, span(0, 1)))[0]!.diagnostics, [(await editor.diagnostics(reply))[0]]);
  });
  it('is not shown to an editor that knows no such actions', () => check(pulling, 'STUCK', []));

  it('by the real rules: words around a placeholder', () =>
    check(showing, 'Per our {{company}} policy we close at five.', ['Rewrite these words (A placeholder stands among these words, and no fix touches one.)'], real));
  it('by the real rules: words inside a link', () =>
    check(showing, 'Per [our policy](https://example.org/terms) we close at five.', ['Delete “Per our policy” (It would lose a link.)'], real, 'file:///library/late.reply.md'));
  it('by the real rules: what a spreadsheet would take for a formula', () =>
    check(showing, 'title,body\nLate,Obviously =1+1 is what we do here.\n', ['Delete “Obviously” (A cell that begins with “=” is taken for a formula by spreadsheets; please change it by hand.)'], real, 'file:///library/replies.csv'));
  it('is not shown where another fix is', async () => {
    editor = await Editor.start(showing, real);
    await editor.open(reply, 'Per our policy, we close at five.');
    const actions = await editor.actions(reply, span(0, 0));
    assert.deepEqual([actions.length > 0, actions.some(({ disabled }) => disabled)], [true, false]);
  });
});

describe('asking for one kind only', () => {
  /** Titles of what `only` brings where a fix, a rewrite and a safe fix are in reach. */
  async function check(only: string[] | undefined, expected: readonly string[], triggerKind?: CodeActionTriggerKind): Promise<void> {
    editor = await Editor.start();
    await editor.open(reply, 'BAD MEH');
    const context = { ...(only ? { only } : {}), ...(triggerKind ? { triggerKind } : {}) };
    assert.deepEqual(titles(await editor.actions(reply, span(0, 0, 0, 7), context)), expected);
  }
  const fixes = ['quickfix: Say good *', 'quickfix: Say what it is', 'quickfix: Drop it *'];
  const rewrites = ['refactor.rewrite: Say good', 'refactor.rewrite: Say what it is'];
  const fixAll = 'source.fixAll.replylint: Apply all safe fixes in this file';

  it('quickfix', () => check(['quickfix'], fixes));
  it('refactor', () => check(['refactor'], rewrites));
  it('refactor.rewrite', () => check(['refactor.rewrite'], rewrites));
  it('source', () => check(['source'], [fixAll]));
  it('source.fixAll', () => check(['source.fixAll'], [fixAll]));
  it('source.fixAll.replylint', () => check(['source.fixAll.replylint'], [fixAll]));
  it('another tool\'s fixes', () => check(['source.fixAll.other', 'source.organizeImports'], []));
  it('nothing in particular, as the cursor moves', () => check(undefined, fixes, CodeActionTriggerKind.Automatic));
  it('nothing in particular, as a person asks', () => check(undefined, [...fixes, fixAll], CodeActionTriggerKind.Invoked));
});

describe('fix all', () => {
  /** Shows the edits as `range → text`. */
  async function check(text: string, fixText: (text: string) => string, expected: readonly string[]): Promise<void> {
    editor = await Editor.start(pulling, { fixText: (_linter, input) => fixText(input.text) });
    await editor.open(reply, text);
    const [action] = await editor.actions(reply, span(0, 0), { only: ['source.fixAll'] });
    const change = action?.edit?.documentChanges?.[0];
    const edits = change && 'edits' in change ? change.edits : [];
    assert.deepEqual(edits.map((edit) => `${edit.range.start.line}:${edit.range.start.character}-${edit.range.end.line}:${edit.range.end.character} → ${'newText' in edit ? edit.newText : ''}`), expected);
  }

  it('is one small edit for each safe fix', () => check('MEH a\nBAD\nb MEH', (text) => text.replaceAll('MEH', ''), ['0:0-0:3 → ', '2:2-2:5 → ']));
  it('is not offered where nothing is safe', () => check('BAD', (text) => text, []));
  it('follows fixes that build on each other', () => check('Hi,\r\nMEH 🙂 there\r\nBye', (text) => text.replace('MEH 🙂', 'my 😀'), ['1:0-1:6 → my 😀']));
  it('never cuts through an emoji', () => check('MEH 🙂 there', (text) => text.replace('🙂', '😀'), ['0:4-0:6 → 😀']));
  it('never cuts through a line break', () => check('MEH\r\nthere', (text) => text.replace('\r\n', '\n'), ['0:3-1:0 → \n']));
});
