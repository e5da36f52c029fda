import type { OpenDocument } from './open-document.ts';
import type { StepSnippet } from './protocol.ts';

/** Ready words for a step of a framework in a response, with its platform's variables. */
export function stepSnippets(document: OpenDocument, response: string, step: string, framework: string): StepSnippet[] {
  return document.wordsForStep(response, step, framework).map(({ snippet: { id, title }, words }) => ({ id, title, words }));
}
