import { shippedFrameworks } from '../../server/src/core/frameworks/shipped.ts';
import { snippets } from '../../server/src/core/snippets/shipped.ts';
import { editorText, exampleText, prefixes, type Snippet } from '../../server/src/core/snippets/snippet.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written by scripts/write-docs.ts from server/snippets; change the snippet file and run it again. -->\n\n';
const titles = new Map(shippedFrameworks().frameworks.flatMap(({ id, title, steps }) => steps.map((step): [string, string] => [`${id}/${step.id}`, `${title}: ${step.title}`])));

function about({ steps, situation, kind }: Snippet): string {
  if (kind === 'note') return `A note for colleagues: ${situation}.`;
  return situation === undefined ? steps!.map((step) => titles.get(step)!).join('; ') : `A whole reply: ${situation}.`;
}

/** The snippets that an editor offers in files of our own type, in its own form. */
export const editorSnippets: Pages = {
  folder: 'snippets',
  files: new Map([['canned-response.json', `${JSON.stringify(Object.fromEntries(snippets().map((snippet) => [
    snippet.title, { prefix: prefixes(snippet), description: about(snippet), body: editorText(snippet).split('\n') },
  ])), null, 2)}\n`]]),
};

const section = (title: string, chosen: readonly Snippet[]): string =>
  `## ${title}\n\n${chosen.map((snippet) => `### ${snippet.title}\n\n\`${snippet.id}\` · ${about(snippet)}\n\n${exampleText(snippet).split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n`).join('\n')}`;

/** All snippets with their examples filled in, to read through. */
export const snippetGallery: Pages = {
  folder: 'docs',
  shared: true,
  files: new Map([['snippets.md', `${head}# Snippets\n\nWords that are ready to use. Each is shown with its gaps filled by an example; in a file the gaps are yours to fill.\n\n${[
    section('Whole replies', snippets().filter(({ kind }) => kind === 'reply')),
    section('Single steps', snippets().filter(({ kind }) => kind === 'step')),
    section('Notes for colleagues', snippets().filter(({ kind }) => kind === 'note')),
  ].join('\n')}`]]),
};
