import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import type { ChecklistView, Row } from '../../../client/src/checklist-view.ts';
import { finding, json, restore, show, until, yaml } from './workspace.ts';

const view = async (): Promise<ChecklistView> => {
  const extension = vscode.extensions.getExtension<{ checklist: ChecklistView }>('replylint.replylint-vscode')!;
  return (await extension.activate()).checklist;
};

/** The rows that the tree shows, as a person reads them. */
async function rows(): Promise<string[]> {
  const shown = await view();
  return shown.getChildren().map((row) => {
    const { label, description } = shown.getTreeItem(row);
    return `${label as string}: ${String(description)}`;
  });
}

function untilRow(row: string): Promise<true> {
  return until(`the row “${row}”`, async () => ((await rows()).includes(row) ? true : undefined));
}

function putCursor({ document }: vscode.TextEditor, at: string): void {
  const position = document.positionAt(document.getText().indexOf(at));
  vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
}

describe('the checklist', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('replylint').update('framework', undefined, vscode.ConfigurationTarget.Workspace);
    await restore();
  });

  it('shows the steps of the reply at the cursor, and follows it', async () => {
    const editor = await show(yaml);
    await finding(editor.document);
    await vscode.commands.executeCommand('replylint.checklist.focus');
    await vscode.window.showTextDocument(editor.document);
    putCursor(editor, 'Refunds are closed');
    await untilRow('Listen: there');
    await untilRow('Summarise: could be added');
    putCursor(editor, 'Your new lid');
    await untilRow('Empathise: not needed');
  });

  it('holds the words that show a step, and names each row for a screen reader', async () => {
    const editor = await show(yaml);
    putCursor(editor, 'Refunds are closed');
    await untilRow('Listen: there');
    const shown = await view();
    const listen = shown.getChildren().find((row) => row.kind === 'step' && row.step.id === 'listen')!;
    assert.deepEqual(shown.getChildren(listen).map((row) => (row as Extract<Row, { kind: 'evidence' }>).words), ['Thank you for telling']);
    assert.match(shown.getTreeItem(listen).accessibilityInformation!.label, /^Listen: there\. /);
  });

  it('follows an edit', async () => {
    const editor = await show(yaml);
    putCursor(editor, 'Refunds are closed');
    await untilRow('Summarise: could be added');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, editor.document.positionAt(editor.document.getText().indexOf('Thank you')), "I've sent a new lid today. ");
    await vscode.workspace.applyEdit(edit);
    await untilRow('Summarise: there');
  });

  it('puts a missing step into a YAML block', async () => {
    const editor = await show(yaml);
    putCursor(editor, 'Refunds are closed');
    await untilRow('Summarise: could be added');
    assert.equal(await vscode.commands.executeCommand('replylint.insertStep', 'summarise', 'summarise-recap'), true);
    const { replies } = parse(editor.document.getText()) as { replies: { body: string }[] };
    assert.equal(replies.length, 2);
    assert.match(replies[0]!.body, /broken lid\.\n\nTo recap: I've \[what you did\] and \[what else you did\]\.\n\nBest regards,\nAna\n$/);
    assert.equal(editor.document.getText(vscode.window.activeTextEditor!.selection), '[what you did]');
    await untilRow('Summarise: there');
  });

  it('puts a missing step into a JSON string', async () => {
    const editor = await show(json);
    putCursor(editor, 'ended on Friday');
    await untilRow('Summarise: could be added');
    assert.equal(await vscode.commands.executeCommand('replylint.insertStep', 'summarise', 'summarise-next-step'), true);
    const { macros } = JSON.parse(editor.document.getText()) as { macros: { actions: { value: string }[] }[] };
    assert.match(macros[0]!.actions[1]!.value, /asking\.\n\nHere's what happens next: [^]*\n\nBest regards,\nAna$/);
  });

  it('switches the framework', async () => {
    const editor = await show(yaml);
    putCursor(editor, 'Refunds are closed');
    await untilRow('Listen: there');
    await vscode.commands.executeCommand('replylint.chooseFramework', 'five-step-appeal');
    await untilRow('Acknowledge the emotion: could be added');
  });

  it('counts the full replies of the file', async () => {
    const editor = await show(yaml);
    putCursor(editor, 'Refunds are closed');
    await until('the count', async () => ((await rows()).some((row) => /^This file: \d of 2 full replies complete$/.test(row)) ? true : undefined));
  });
});
