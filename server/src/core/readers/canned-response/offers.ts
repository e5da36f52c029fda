import type { TextEdit } from '../../model.ts';
import { platformIds } from '../../platforms/shipped.ts';
import { frontMatterRange } from '../prose/front-matter-range.ts';
import { frontMatterSchema } from './schema.ts';

/** A name or a value that could stand at a place in the front matter. */
export interface FrontMatterOffer {
  readonly label: string;
  /** One sentence about it; empty where the label says it all. */
  readonly what: string;
  readonly edit: TextEdit;
}

interface Key {
  readonly description?: string;
  readonly enum?: readonly string[];
}

const keys: Readonly<Record<string, Key>> = { ...frontMatterSchema.properties, platform: { ...frontMatterSchema.properties.platform, enum: platformIds } };
const sectionKeys: Readonly<Record<string, Key>> = frontMatterSchema.properties.sections.additionalProperties.properties;

/** What could be written at an offset of a canned response; nothing outside its front matter. */
export function frontMatterOffers(text: string, offset: number): FrontMatterOffer[] {
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (!open || offset < open[0].length) return [];
  const range = frontMatterRange(text);
  // While somebody types it, front matter may not be closed yet: then it goes as far as the first empty line.
  const rest = text.slice(open[0].length);
  const end = range?.yamlEnd ?? open[0].length + (/^[ \t]*$/m.exec(rest)?.index ?? rest.length);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (offset > end) return [];
  const before = text.slice(lineStart, offset);
  const after = /^[\w-]*/.exec(text.slice(offset))![0].length;
  const word = /[\w-]*$/.exec(before)![0];
  const replacing = (newText: string): TextEdit => ({ start: offset - word.length, end: offset + after, newText });
  if (before === word) {
    const colon = text.slice(offset + after).startsWith(':') ? '' : ': ';
    const written = new Set([...text.slice(open[0].length, end).matchAll(/^([\w-]+):/gm)].filter(({ index }) => open[0].length + index !== lineStart).map(([, key]) => key));
    return Object.entries(keys).filter(([key]) => !written.has(key)).map(([key, { description }]) => ({ label: key, what: description ?? '', edit: replacing(key + colon) }));
  }
  const inSection = /^[ \t]/.test(before) || /^[\w-]+:.*[{,]/.test(before);
  const key = /([\w-]+):[ \t]+[\w-]*$/.exec(before)?.[1];
  const values = key === undefined ? [] : ((inSection ? sectionKeys : keys)[key]?.enum ?? []);
  return values.map((value) => ({ label: value, what: '', edit: replacing(value) }));
}
