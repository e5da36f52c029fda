import * as vscode from 'vscode';
import { tell } from './reporter.ts';
import { finding, show, until } from './workspace.ts';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

/** What VS Code calls in its extension host: shows the checklist view in each theme, and has a picture taken of it. */
export async function run(): Promise<void> {
  const editor = await show('saved-replies.yaml');
  await finding(editor.document);
  await vscode.commands.executeCommand('replylint.checklist.focus');
  const at = editor.document.positionAt(editor.document.getText().indexOf('Thank you for asking'));
  const top = new vscode.Selection(0, 0, 0, 0);
  for (const [name, theme] of Object.entries(themes)) {
    await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    const shown = await vscode.window.showTextDocument(editor.document);
    shown.selection = new vscode.Selection(at, at);
    tell({ show: 'picture', name });
    // The driver clicks on the first line once it has the picture.
    await until(`the picture ${name}`, () => (shown.selection.isEqual(top) || shown.selection.active.line === 0 ? true : undefined));
  }
  tell({ passed: 1, failed: 0 });
}
