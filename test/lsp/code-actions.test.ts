import assert from 'node:assert/strict';
import { CodeActionTriggerKind, type CodeAction } from 'vscode-languageserver/node';
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
