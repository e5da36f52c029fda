import { prefixes } from '../core/snippets/snippet.ts';
import { InsertTextMode, CompletionItemKind, CompletionTriggerKind, MarkupKind, type CompletionItem, type CompletionParams, type Range, type TextEdit } from 'vscode-languageserver';
import type { VariableOffer } from '../core/replies/variables.ts';
import { frontMatterOffers } from '../core/readers/canned-response/offers.ts';
import { isCannedResponse } from './document-path.ts';
import type { OpenDocument } from './open-document.ts';

/** Signs that placeholders open with, or end their opening with. */
export const completionTriggers: readonly string[] = ['{', '%', '!', '$'];

/** The variables of the reply's platform at a place, each with the words for an empty value where people may lack one. */
export function completions(document: OpenDocument, { position, context }: CompletionParams, markdown: boolean): CompletionItem[] {
  const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
  return document.variablesFor(position, asked).flatMap((offer, nth) => {
    const edits = offer.edits.map((edit): TextEdit => ({ range: document.toLsp(edit), newText: edit.newText }));
    const main = edits.findIndex(({ range }) => isAround(range, position));
    // An editor takes one edit in the line of the cursor; a place that needs another is left alone.
    if (main < 0) return [];
    return [{ ...described(offer, markdown), sortText: String(nth).padStart(4, '0'), filterText: offer.typed, textEdit: edits[main]!, ...(edits.length > 1 && { additionalTextEdits: edits.filter((_, i) => i !== main) }) }];
  });
}

/** Names and values of the front matter of a canned response, where the cursor stands in it. */
export function frontMatterCompletions(document: OpenDocument, { position }: CompletionParams): CompletionItem[] {
  if (!isCannedResponse(document.path)) return [];
  const { start: offset } = document.fromLsp({ start: position, end: position });
  return frontMatterOffers(document.text, offset).map(({ label, what, edit }, nth): CompletionItem => ({
    label, kind: edit.newText.endsWith(': ') ? CompletionItemKind.Property : CompletionItemKind.Value, ...(what !== '' && { detail: what }),
    sortText: String(nth).padStart(4, '0'), textEdit: { range: document.toLsp(edit), newText: edit.newText },
  }));
}

/** Ready words for a step or a situation, with the platform's variables. */
export function snippetCompletions(document: OpenDocument, { position, context }: CompletionParams): CompletionItem[] {
  const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
  return document.snippetsFor(position, asked).flatMap(({ snippet, text, edits, typed }) => {
    const inLsp = edits.map((edit): TextEdit => ({ range: document.toLsp(edit), newText: edit.newText }));
    const main = inLsp.findIndex(({ range }) => isAround(range, position));
    if (main < 0) return [];
    return [{
      label: snippet.title, labelDetails: { description: snippet.id }, kind: CompletionItemKind.Snippet, detail: snippet.situation ?? snippet.steps?.join(', ') ?? '', documentation: text,
      sortText: `z${snippet.id}`, filterText: typed === '' ? snippet.id : [typed, ...prefixes(snippet)].join(' '), textEdit: inLsp[main]!, insertTextMode: InsertTextMode.asIs,
      ...(inLsp.length > 1 && { additionalTextEdits: inLsp.filter((_, i) => i !== main) }),
    }];
  });
}

function isAround({ start, end }: Range, { line, character }: CompletionParams['position']): boolean {
  return start.line === line && end.line === line && start.character <= character && character <= end.character;
}

function described({ variable, fallback, text }: VariableOffer, markdown: boolean): Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'documentation'> {
  const say = (code: string): string => (markdown ? `\`${code}\`` : code);
  const value = `${say(text)}\n\nFor example: ${variable.example}`;
  return {
    label: fallback === null ? variable.name : `${variable.name}, else “${fallback}”`,
    kind: CompletionItemKind.Variable,
    detail: variable.what,
    documentation: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
  };
}
