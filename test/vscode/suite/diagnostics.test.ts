import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driven, tell } from './reporter.ts';
import { finding, json, phrase, phraseIn, quickFixes, reply, restore, show, until, yaml } from './workspace.ts';

describe('findings', () => {
  afterEach(restore);

  for (const file of [yaml, json, reply]) {
    it(`stand under “${phrase}” in ${file} and lead to the rule's page`, async () => {
      const { document } = await show(file);
      const diagnostic = await finding(document);
      assert.equal(document.getText(diagnostic.range), phrase);
      assert.equal(diagnostic.source, 'replylint');
      assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
      assert.ok(typeof diagnostic.code === 'object', 'the code has no link');
      assert.equal(diagnostic.code.value, 'policy-shield');
      assert.match(diagnostic.code.target.path, /rules\/policy-shield/);
    });
  }

  it('leave files alone that hold no replies', async () => {
    const { document } = await show('package.json');
    const range = phraseIn(document);
    // Whatever would be said of this file has been said once the answer about a later one is there.
    await quickFixes(document, range);
    await finding((await show(yaml)).document);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.deepEqual(await quickFixes(document, range), []);
  });

  if (driven) {
    it('are drawn: a click on the squiggle puts the cursor into the words', async () => {
      const editor = await show(yaml);
      const { range } = await finding(editor.document);
      tell({ show: 'squiggle' });
      await until('the click on the squiggle', () => range.contains(editor.selection.active) || undefined);
    });
  }
});
