import { csv } from './csv.ts';
import { json } from './json.ts';
import type { Parser } from './parser.ts';
import { yaml } from './yaml.ts';

/** The independent parser for each ending of a file's name; longer endings first. */
const parsers: readonly (readonly [ending: string, parser: Parser])[] = [
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
