import * as vscode from 'vscode';

export const phrase = 'per our policy';
export const yaml = '.github/replies.yml';
export const json = 'macros.json';
export const reply = 'late-delivery.reply.md';

/** Milliseconds. What has come to nothing once is not worth as long a wait again. */
let patience = 30_000;
const patienceAfterFailure = 3_000;

/** Asks again and again until the answer is not undefined. @throws Error naming `what`. */
export async function until<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) {
      patience = patienceAfterFailure;
      throw new Error(`Waited in vain for ${what}.`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** Shows a file of the workspace in an editor. */
export async function show(file: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The window has no workspace.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, file));
  return vscode.window.showTextDocument(document);
}

/** Where the phrase stands in a document. */
export function phraseIn(document: vscode.TextDocument): vscode.Range {
  const start = document.getText().indexOf(phrase);
  if (start < 0) throw new Error(`“${phrase}” is not in ${document.uri.path}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + phrase.length));
}

const code = (diagnostic: vscode.Diagnostic): string => String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);

/** The finding about the phrase, as soon as it is published. */
export function finding(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return until(`policy-shield in ${document.uri.path}`, () => vscode.languages.getDiagnostics(document.uri).find((each) => code(each) === 'policy-shield'));
}

/** Resolves once a document has no finding about the phrase any more. */
export function noFinding(document: vscode.TextDocument): Promise<true> {
  return until(`no policy-shield in ${document.uri.path}`, () => (vscode.languages.getDiagnostics(document.uri).some((each) => code(each) === 'policy-shield') ? undefined : true));
}

/** The quick fixes that the editor offers in a range, edits filled in. */
export function quickFixes(document: vscode.TextDocument, range: vscode.Range): PromiseLike<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value, 20);
}

/** Puts every file of the workspace back as it was. */
export async function restore(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((each) => each.isDirty && vscode.workspace.getWorkspaceFolder(each.uri) !== undefined)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
