import { commands, Range, window, workspace, type CodeAction } from 'vscode';
import { fixAllKind } from '../../server/src/lsp/protocol.ts';

/** Applies the safe fixes of the document in front. Says so where there are none. */
export async function fixAll(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, fixAllKind);
  const edit = actions.find((action) => action.kind?.value === fixAllKind)?.edit;
  if (edit) await workspace.applyEdit(edit);
  else void window.showInformationMessage('There is nothing here that can be fixed without a choice of yours. The light bulb on underlined words has suggestions.');
}
