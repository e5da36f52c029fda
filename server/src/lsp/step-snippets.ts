import { snippetsForStep } from '../core/snippets/shipped.ts';
import { gapText } from '../core/snippets/snippet.ts';
import type { StepSnippet } from './protocol.ts';

/** Ready words for a step of a framework. */
export function stepSnippets(framework: string, step: string): StepSnippet[] {
  return snippetsForStep(framework, step).map((snippet) => ({ id: snippet.id, title: snippet.title, words: gapText(snippet) }));
}
