import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, json, reply, restore, show, until, yaml } from './workspace.ts';

describe('commands', () => {
  afterEach(restore);

  it('apply all safe fixes, and leave what needs a choice', async () => {
    const { document } = await show(reply);
    await finding(document);
    const text = document.getText();
    const end = document.positionAt(text.length);
    const addition = new vscode.WorkspaceEdit();
    addition.insert(document.uri, end, '\nYou can utilise the code in the event that it rains.\n');
    await vscode.workspace.applyEdit(addition);
    await vscode.commands.executeCommand('replylint.fixAll');
    await until('the safe fixes', () => document.getText() === `${text}\nYou can use the code if it rains.\n` || undefined);
  });

  it('check the whole workspace, showing each finding once, whether its file is open or not', async () => {
    const { document } = await show(yaml);
    await finding(document);
    const summary = await vscode.commands.executeCommand<{ responseFiles: number; filesWithFindings: number }>('replylint.checkWorkspace');
    assert.deepEqual([summary.responseFiles, summary.filesWithFindings], [3, 3]);
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    for (const file of [yaml, json, reply]) {
      const found = vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, file)).filter((each) => each.source === 'replylint');
      assert.ok(found.length > 0, `nothing is shown for ${file}`);
      assert.equal(new Set(found.map((each) => JSON.stringify([each.range, each.message]))).size, found.length, `${file} shows a finding twice`);
    }
    assert.deepEqual(vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder, 'package.json')).filter((each) => each.source === 'replylint'), []);
  });

  it('explain a rule on a page of its own', async () => {
    await vscode.commands.executeCommand('replylint.explainRule', 'policy-shield');
    await until('the page', () => vscode.window.tabGroups.activeTabGroup.tabs.find((tab) => tab.label.includes('policy-shield')));
  });

  it('restart the server, which then finds what it found before', async () => {
    const { document } = await show(yaml);
    await finding(document);
    await vscode.commands.executeCommand('replylint.restartServer');
    await finding(document);
    await vscode.commands.executeCommand('replylint.showOutput');
  });
});
