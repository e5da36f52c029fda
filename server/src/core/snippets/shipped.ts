import { snippetsJson } from './generated/en.ts';
import type { Snippet } from './snippet.ts';

let loaded: readonly Snippet[] | null = null;

/** The English snippets, by id; read when they are first asked for. */
export function snippets(): readonly Snippet[] {
  return (loaded ??= JSON.parse(snippetsJson()) as Snippet[]);
}

/** Those that supply a step, best first. */
export function snippetsForStep(framework: string, step: string): readonly Snippet[] {
  return snippets().filter(({ steps }) => steps?.includes(`${framework}/${step}`));
}
