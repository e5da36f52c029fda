import { isMap, parseDocument } from 'yaml';
import { splitAtSections, sectionLine, sectionLines } from '../readers/canned-response/sections.ts';
import { frontMatterRange } from '../readers/prose/front-matter-range.ts';
import type { PlacedField, ReplyFile } from './compose.ts';
import { plainLines, shown } from './shown-text.ts';

export interface ParsedReply {
  /** The text at each place of the file, in the order of `places`; null where a title or subject is gone. */
  readonly texts: readonly (string | null)[];
  readonly matter: Readonly<Record<string, unknown>>;
}

/** What a writer made of a file that was written as `was`; or why that cannot be told. */
export function parseReply(file: string, was: ReplyFile): ParsedReply | { readonly problem: string } {
  const text = plainLines(file.replace(/^\uFEFF/, ''));
  const range = frontMatterRange(text);
  if (!range) return { problem: 'its front matter, the lines between the two lines of dashes at its start, is gone or incomplete' };
  const document = parseDocument(text.slice(range.yamlStart, range.yamlEnd), { prettyErrors: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return { problem: 'its front matter is not valid YAML; a text with a colon or quotation marks may need quotation marks around it' };
  const matter = (document.toJS() ?? {}) as Record<string, unknown>;
  const names = was.places.flatMap(({ place }) => (place.in === 'section' ? [place.name] : []));
  const wrong = names.find((name) => sectionLines(text, name, range.end).length !== 1);
  const parts = splitAtSections(text, range.end, names);
  if (wrong !== undefined || parts.includes(null)) {
    const name = wrong ?? names[parts.indexOf(null) - 1]!;
    return { problem: `the line “${sectionLine(name)}” has to stand in it once, where it was` };
  }
  let section = 0;
  const textAt = ({ place }: PlacedField): string | null => {
    if (place.in === 'title' || place.in === 'subject') return wordOf(matter[place.in]);
    const part = place.in === 'body' ? parts[0]! : parts[++section]!;
    return shown(text.slice(part.start, part.end)).text;
  };
  return { texts: was.places.map(textAt), matter };
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? shown(String(value)).text : null;
}
