import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, json, restore, show } from './workspace.ts';

describe('completion', () => {
  afterEach(restore);

  it('offers the variables of the platform after an opening sign', async () => {
    const { document } = await show(json);
    await finding(document);
    const at = document.positionAt(document.getText().indexOf('Your parcel is on its way.'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, 'Ticket {{}}: ');
    await vscode.workspace.applyEdit(edit);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at.translate(0, 'Ticket {{'.length), '{');
    const item = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'ticket.id');
    assert.ok(item, `ticket.id is not among ${list.items.length} offers`);
    assert.equal(item.insertText, '{{ticket.id}}');
    assert.equal(item.detail, 'The ticket’s number');
  });
});
