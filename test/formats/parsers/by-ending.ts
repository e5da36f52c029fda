import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import type { Parser } from './parser.ts';
import { text } from './text.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

/** The independent parser for each ending of a file's name; longer endings first. */
const parsers: readonly (readonly [ending: string, parser: Parser])[] = [
  ...['.text.erb', '.txt.j2', '.text.liquid', '.blade.php', '.md', '.txt'].map((ending) => [ending, text] as const),
  ...['.html', '.htm', '.mjml', '.liquid', '.hbs', '.handlebars', '.mustache', '.erb', '.ejs', '.j2', '.jinja', '.twig', '.njk', '.email'].map((ending) => [ending, html] as const),
  ['.xml', xml],
  ['.textexpander', xml],
  ['.csv', csv],
  ['.tsv', csv],
  ['.json', json],
  ['.yaml', yaml],
  ['.yml', yaml],
];

/** @throws Error where nobody has said how such a file is parsed. */
export function parserFor(path: string): Parser {
  const found = parsers.find(([ending]) => path.toLowerCase().endsWith(ending));
  if (!found) throw new Error(`Say in test/formats/parsers/by-ending.ts how ${path} is parsed.`);
  return found[1];
}
