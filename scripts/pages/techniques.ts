import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { shippedFrameworks } from '../../server/src/core/frameworks/shipped.ts';
import { snippets } from '../../server/src/core/snippets/shipped.ts';
import type { Pages } from '../write-docs.ts';

/** A technique of the training material, and what carries it here. */
export interface Technique {
  readonly id: string;
  readonly title: string;
  readonly rules?: readonly string[];
  /** Each as `framework/step`. */
  readonly steps?: readonly string[];
  readonly snippets?: readonly string[];
  readonly features?: readonly string[];
  /** A reply in which it is seen. */
  readonly demo?: { readonly reply: string; readonly finds?: string; readonly meets?: string };
}

export const techniques = parse(readFileSync(path.join(import.meta.dirname, '../../server/techniques/techniques.yaml'), 'utf8')) as readonly Technique[];

const steps = new Map(shippedFrameworks().frameworks.flatMap(({ id, title, steps }) => steps.map((step): [string, string] => [`${id}/${step.id}`, `[${title}: ${step.title}](frameworks/${id}.md)`])));
const titles = new Map(snippets().map(({ id, title }) => [id, title]));

function rows({ rules = [], steps: shown = [], snippets: words = [], features = [] }: Technique): string[] {
  return [
    ...(rules.length > 0 ? [`- Rules: ${rules.map((id) => `[${id}](rules/${id}.md)`).join(', ')}`] : []),
    ...(shown.length > 0 ? [`- Steps of checklists: ${shown.map((id) => steps.get(id)!).join(', ')}`] : []),
    ...(words.length > 0 ? [`- Snippets: ${words.map((id) => `${titles.get(id)!} (\`${id}\`)`).join(', ')}`] : []),
    ...(features.length > 0 ? [`- ${features.map((feature) => feature.charAt(0).toUpperCase() + feature.slice(1)).join('; ')}.`] : []),
  ];
}

/** One page for all of them. */
export const techniquePage: Pages = {
  folder: 'docs',
  shared: true,
  files: new Map([['techniques.md', [
    '<!-- Written by scripts/write-docs.ts from server/techniques; change the file there and run it again. -->', '',
    '# Twenty-four techniques', '', 'What the training material teaches, and where each of it lives here. Source: “Conflict resolution techniques in online customer service” (Cursa e-book).', '',
    ...techniques.flatMap((technique, index) => [`## ${index + 1}. ${technique.title}`, '', ...rows(technique), '']),
  ].join('\n')]]),
};
