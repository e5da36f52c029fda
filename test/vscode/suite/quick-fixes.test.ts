import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, json, noFinding, phraseIn, quickFixes, reply, restore, show, until, yaml } from './workspace.ts';

/** The text that a document should have after an action, worked out by hand. */
function after(document: vscode.TextDocument, action: vscode.CodeAction): string {
  const edits = action.edit?.get(document.uri) ?? [];
  assert.ok(edits.length > 0, `“${action.title}” changes nothing here`);
  return [...edits]
    .sort((a, b) => b.range.start.compareTo(a.range.start))
    .reduce((text, edit) => text.slice(0, document.offsetAt(edit.range.start)) + edit.newText + text.slice(document.offsetAt(edit.range.end)), document.getText());
}

async function offered(file: string): Promise<{ document: vscode.TextDocument; editor: vscode.TextEditor; diagnostic: vscode.Diagnostic; actions: vscode.CodeAction[] }> {
  const editor = await show(file);
  const diagnostic = await finding(editor.document);
  return { document: editor.document, editor, diagnostic, actions: await quickFixes(editor.document, diagnostic.range) };
}

describe('quick fixes', () => {
  afterEach(restore);

  it('come as several rewrites of the finding, one of them preferred', async () => {
    const { document, diagnostic, actions } = await offered(yaml);
    const rewrites = actions.filter((action) => action.edit?.get(document.uri).some((edit) => edit.range.intersection(diagnostic.range) !== undefined));
    assert.ok(rewrites.length >= 2, `only ${rewrites.length} for ${actions.map((action) => action.title).join(' | ')}`);
    assert.equal(actions.filter((action) => action.isPreferred).length, 1);
  });

  it('are offered at their finding only', async () => {
    const { document } = await offered(yaml);
    assert.deepEqual(await quickFixes(document, document.lineAt(0).range), []);
  });

  for (const file of [yaml, json, reply]) {
    it(`change their words in ${file} and nothing else, and the finding goes`, async () => {
      const { document, diagnostic, actions } = await offered(file);
      const preferred = actions.find((action) => action.isPreferred);
      assert.ok(preferred?.edit, 'no preferred quick fix');
      const expected = after(document, preferred);
      const line = document.lineAt(diagnostic.range.start.line).text;
      const others = document.getText().split('\n').filter((each) => each !== line);
      assert.ok(await vscode.workspace.applyEdit(preferred.edit));
      assert.equal(document.getText(), expected);
      assert.throws(() => phraseIn(document));
      assert.deepEqual(others.filter((each) => !document.getText().includes(each)), []);
      await noFinding(document);
    });
  }

  it('leave a JSON file that still parses, every field but the text as it was', async () => {
    const { document, actions } = await offered(json);
    const before = JSON.parse(document.getText());
    for (const action of actions.filter((each) => each.edit?.has(document.uri))) {
      const changed = JSON.parse(after(document, action));
      const text: string = changed.macros[0].actions[1].value;
      assert.notEqual(text, before.macros[0].actions[1].value);
      assert.match(text, /^Hello \{\{ticket\.requester\.first_name\}\},\n\n/);
      changed.macros[0].actions[1].value = before.macros[0].actions[1].value;
      assert.deepEqual(changed, before);
    }
  });

  it('answer to the auto-fix key, which takes the preferred one', async () => {
    const { document, editor, diagnostic, actions } = await offered(yaml);
    const expected = after(document, actions.find((action) => action.isPreferred)!);
    editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
    await vscode.commands.executeCommand('editor.action.autoFix');
    await until('the auto fix', () => document.getText() === expected || undefined);
  });
});
