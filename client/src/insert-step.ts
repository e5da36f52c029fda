import { Selection, window, workspace, WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertStepMethod, stepSnippetsMethod, type InsertStepParams, type InsertStepResult, type StepSnippet, type StepSnippetsParams } from '../../server/src/lsp/protocol.ts';
import type { ChecklistView, Row } from './checklist-view.ts';

/** Puts words for a step into the reply that the checklist shows; without a step, a person chooses one that could be added. */
export async function insertStep(server: () => Promise<BaseLanguageClient>, view: ChecklistView, chosen?: unknown, snippetId?: unknown): Promise<boolean> {
  const { current } = view;
  if (!current?.response.checklist) {
    void window.showInformationMessage('Put the cursor in a full reply, then ask again.');
    return false;
  }
  const { editor, response, framework } = current;
  const step = stepOf(chosen) ?? (await window.showQuickPick(
    response.checklist!.steps.filter(({ state }) => state === 'missing' || state === 'weak').map(({ id, title, why }) => ({ label: title, detail: why, id })),
    { placeHolder: 'Which step would you like to add?' },
  ))?.id;
  if (step === undefined) return false;
  const uri = editor.document.uri.toString();
  const params: StepSnippetsParams = { uri, response: response.id, step, framework };
  const client = await server();
  const snippets = await client.sendRequest<readonly StepSnippet[]>(stepSnippetsMethod, params);
  const snippet = snippets.length <= 1 || typeof snippetId === 'string'
    ? snippets.find(({ id }) => typeof snippetId !== 'string' || id === snippetId)
    : (await window.showQuickPick(snippets.map((each) => ({ label: each.title, detail: each.words, each })), { placeHolder: 'Which words fit?' }))?.each;
  if (!snippet) {
    if (snippets.length === 0) void window.showInformationMessage('There are no ready words for this step yet.');
    return false;
  }
  const answer = await client.sendRequest<InsertStepResult>(insertStepMethod, { uri, response: response.id, step, framework, words: snippet.words } satisfies InsertStepParams);
  if ('refused' in answer) {
    void window.showInformationMessage(answer.refused);
    return false;
  }
  const converter = client.protocol2CodeConverter;
  const edits = await converter.asTextEdits([...answer.edits]);
  if (editor.document.version !== answer.version || !edits) return false;
  const edit = new WorkspaceEdit();
  edit.set(editor.document.uri, edits);
  if (!await workspace.applyEdit(edit)) return false;
  // The first gap is where a person goes on writing.
  const from = editor.document.offsetAt(edits[0]!.range.start);
  const text = editor.document.getText().slice(from, from + edits[0]!.newText.length);
  const gap = /\[[^\][]+\]/.exec(text);
  const at = from + (gap?.index ?? text.length);
  editor.selection = new Selection(editor.document.positionAt(at), editor.document.positionAt(at + (gap?.[0].length ?? 0)));
  await window.showTextDocument(editor.document, editor.viewColumn);
  return true;
}

function stepOf(chosen: unknown): string | undefined {
  if (typeof chosen === 'string') return chosen;
  const row = chosen as Row | undefined;
  return row?.kind === 'step' ? row.step.id : undefined;
}
