import { MarkupKind, type CodeLens, type Hover, type Position, type Range as LspRange } from 'vscode-languageserver';
import type { ResponseChecklist } from '../core/model.ts';
import type { OpenDocument } from './open-document.ts';
import type { ChecklistResult, ListedResponse } from './protocol.ts';

/** What the request answers: the checklists of a document, positions as the editor counts them. */
export function listChecklists(document: OpenDocument, framework: string): ChecklistResult {
  const chosen = frameworkOf(document, framework);
  return {
    framework: chosen.id,
    title: chosen.title,
    frameworks: document.linter.frameworks().map(({ id, title }) => ({ id, title })),
    responses: document.checklists(chosen.id).map((response): ListedResponse => ({
      id: response.id,
      title: response.title,
      kind: response.kind,
      range: document.toLsp(response),
      checklist: response.checklist && {
        ...response.checklist,
        steps: response.checklist.steps.map((step) => ({ ...step, evidence: step.evidence.map((range) => document.toLsp(range)) })),
      },
    })),
  };
}

/** One lens above each full reply: how far it goes, and the one thing that would help. */
export function codeLenses(document: OpenDocument, framework: string): CodeLens[] {
  const { id, title } = frameworkOf(document, framework);
  return document.checklists(id).flatMap((response) => {
    if (!response.checklist) return [];
    return [{ range: firstLine(document.toLsp(response)), command: { title: inShort(title, response), command: 'replylint.showChecklist', arguments: [document.uri, response.id] } }];
  });
}

/** The checklist of the reply that begins on the line at hand. */
export function checklistHover(document: OpenDocument, { line }: Position, framework: string, markdown: boolean): Hover | null {
  const chosen = frameworkOf(document, framework);
  const response = document.checklists(chosen.id).find((each) => each.checklist && document.toLsp(each).start.line === line);
  if (!response) return null;
  return { contents: markdown ? { kind: MarkupKind.Markdown, value: inMarkdown(chosen.title, response) } : { kind: MarkupKind.PlainText, value: inShort(chosen.title, response) } };
}

/** `LEAPS 3 of 4 · could ask for the one fact that is missing`. */
function inShort(title: string, { checklist }: ResponseChecklist): string {
  if (!checklist) return title;
  const could = checklist.could ? ` · could ${checklist.could}` : '';
  return `${title} ${checklist.met} of ${checklist.of}${could}`;
}

/** The checklist as a table, for a hover. */
function inMarkdown(title: string, response: ResponseChecklist): string {
  const names = { met: 'there', weak: 'half there', missing: 'could be added', 'not-needed': 'not needed' };
  const rows = response.checklist?.steps.map((step) => `| ${step.title} | ${names[step.state]} | ${step.why} |`) ?? [];
  return [`**${inShort(title, response)}**`, ...(rows.length > 0 ? ['', '| step | | |', '| --- | --- | --- |', ...rows] : [])].join('\n');
}

/** The named framework, or the config's own where an empty or unknown name is given. */
export function frameworkOf({ linter }: OpenDocument, named: string): { readonly id: string; readonly title: string } {
  const all = linter.frameworks();
  return all.find(({ id }) => id === named) ?? all.find(({ id }) => id === linter.framework) ?? { id: 'leaps', title: 'LEAPS' };
}

function firstLine({ start }: LspRange): LspRange {
  return { start: { line: start.line, character: 0 }, end: { line: start.line, character: 0 } };
}
