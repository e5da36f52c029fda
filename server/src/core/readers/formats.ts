import { csv, namedCsv } from './csv/formats.ts';
import { dataFormats, dataSyntaxProblem } from './data-formats.ts';
import { markupFormats, markupSyntaxProblem, namedMarkupFormats } from './markup-formats.ts';
import { namedProseFormats, proseFormats } from './prose-formats.ts';
import type { Candidate, Format, Problem } from './reader.ts';

/** Every format, in the order in which files are shown to them. */
export const formats: readonly Format[] = [...dataFormats, csv, ...markupFormats, ...proseFormats];

/** The same for a file that a person named: then a text or Markdown file is a reply whatever it is called, and a table needs no names. */
export const namedFormats: readonly Format[] = [...formats, namedCsv, ...namedMarkupFormats, ...namedProseFormats];

/** Files that hold replies wherever they lie, so that one that does not parse is worth a word. */
export function isWellKnown(path: string): boolean {
  return /(?:^|\/)\.github\/replies\.ya?ml$/.test(path) || /(?:^|\/)templates\/premade\.ya?ml$/.test(path);
}

/** Why a file of data does not parse, where it does not. */
export function syntaxProblem(file: Candidate): Problem | null {
  return dataSyntaxProblem(file) ?? markupSyntaxProblem(file);
}
