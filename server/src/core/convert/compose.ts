import { Document, isMap, isScalar, visit } from 'yaml';
import type { Field, Reply } from '../readers/reader.ts';
import { readFrontMatter } from '../readers/canned-response/front-matter.ts';
import { sectionLine } from '../readers/canned-response/sections.ts';
import { shown } from './shown-text.ts';

/** Where a field of a reply stands in its file: a key of the front matter, the body, or a section of this name. */
export type Place = { readonly in: 'title' | 'subject' | 'body' } | { readonly in: 'section'; readonly name: string };

export interface PlacedField {
  /** Index among the reply's shown fields. */
  readonly field: number;
  readonly place: Place;
  /** What the file says there. */
  readonly text: string;
}

/** One reply as a file of its own. */
export interface ReplyFile {
  readonly text: string;
  readonly ending: '.reply.md' | '.reply.txt';
  readonly matter: Readonly<Record<string, unknown>>;
  readonly places: readonly PlacedField[];
}

/** @param fields at least one. */
export function composeReply(reply: Reply, fields: readonly Field[]): ReplyFile {
  const texts = fields.map((field) => shown(field.value.text).text);
  const title = fields.findIndex((field, i) => field.audience === 'label' && field.role === 'body' && reply.title !== '' && texts[i] === oneLine(reply.title));
  const main = mainField(fields, texts, title);
  const subject = fields.findIndex((field, i) => i !== main && field.role === 'subject' && field.audience === fields[main]!.audience && staysVerbatim(texts[i]!));
  const { audience, markup } = fields[main]!;
  const ending = markup === 'markdown' || markup === 'html' ? '.reply.md' : '.reply.txt';
  const names = new SectionNames(texts);
  const order = [main, ...fields.keys()].filter((i, nth) => (nth === 0 || i !== main) && i !== title && i !== subject);
  const places: PlacedField[] = [
    ...[[title, 'title'], [subject, 'subject']].flatMap(([i, key]) => (i === -1 ? [] : [{ field: i as number, place: { in: key as 'title' | 'subject' }, text: texts[i as number]! }])),
    ...withTwinsBelow(order, fields).map((i): PlacedField => ({ field: i, place: i === main ? { in: 'body' } : { in: 'section', name: names.next(fields[i]!) }, text: texts[i]! })),
  ];
  const sections = Object.fromEntries(places.flatMap(({ field: i, place }) => {
    if (place.in !== 'section') return [];
    const field = fields[i]!;
    const said = { ...(field.role !== 'body' && { role: field.role }), ...(field.audience !== audience && { audience: field.audience }), ...(field.markup !== markup && { markup: field.markup }) };
    return [[place.name, said]];
  }));
  const { declared } = reply;
  const matter = {
    ...(reply.id !== null && { id: oneLine(reply.id) }),
    ...(reply.title !== '' && { title: oneLine(reply.title) }),
    ...(subject !== -1 && { subject: texts[subject] }),
    ...(reply.tags.length > 0 && { tags: reply.tags.map(oneLine) }),
    ...(declared.kind && { kind: declared.kind }),
    ...(declared.purpose && { purpose: declared.purpose }),
    ...(declared.channel && { channel: declared.channel }),
    ...(declared.locale && /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(declared.locale) && { locale: declared.locale }),
    ...(declared.platform && { platform: declared.platform }),
    ...(audience !== 'customer' && { audience }),
    ...(markup !== (ending === '.reply.md' ? 'markdown' : 'text') && { markup }),
    ...(Object.keys(sections).length > 0 && { sections }),
  };
  const body = places.filter(({ place }) => place.in !== 'title' && place.in !== 'subject')
    .map(({ place, text }) => (place.in === 'section' ? `${sectionLine(place.name)}\n\n${text}` : text)).join('\n\n');
  return { text: `---\n${yamlOf(matter)}---\n\n${body}\n`, ending, matter, places };
}

/** What customers read in the first place; without that, the most that colleagues do. */
function mainField(fields: readonly Field[], texts: readonly string[], title: number): number {
  const fitting = (fits: (field: Field) => boolean): number[] => [...fields.keys()].filter((i) => i !== title && fits(fields[i]!));
  return [
    ...fitting(({ audience, role }) => audience === 'customer' && role === 'body'),
    ...fitting(({ audience, role }) => audience === 'customer' && role !== 'subject'),
    ...fitting(({ audience }) => audience === 'internal').sort((a, b) => texts[b]!.length - texts[a]!.length),
    ...fitting(() => true), 0,
  ][0]!;
}

/** A text that only copies another stands right below it. */
function withTwinsBelow(order: readonly number[], fields: readonly Field[]): number[] {
  const twins = order.filter((i) => fields[i]!.twinOf && fields.includes(fields[i]!.twinOf));
  return order.filter((i) => !twins.includes(i)).flatMap((i) => [i, ...twins.filter((twin) => fields[twin]!.twinOf === fields[i])]);
}

function oneLine(text: string): string {
  return shown(text).text.replace(/\s*\n\s*/g, ' ').trim();
}

/** Whether the front matter holds the subject in the very words, so that it can be checked there. */
function staysVerbatim(text: string): boolean {
  return text !== '' && !text.includes('\n') && readFrontMatter(yamlOf({ subject: text })).subject !== null;
}

const hidden = /[\u007f-\u009f\u2028\u2029\ufeff]/;

function yamlOf(matter: Readonly<Record<string, unknown>>): string {
  const document = new Document(matter);
  const sections = document.get('sections');
  if (isMap(sections)) for (const { value } of sections.items) if (isMap(value)) value.flow = true;
  const tags: unknown = document.get('tags', true);
  if (typeof tags === 'object' && tags !== null && !isScalar(tags)) (tags as { flow?: boolean }).flow = true;
  // Some readers take these for ends of lines.
  visit(document, { Scalar: (_, scalar) => { if (typeof scalar.value === 'string' && hidden.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE'; } });
  const yaml = document.toString({ lineWidth: 0, blockQuote: false }).replace(new RegExp(hidden, 'g'), (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return yaml === '{}\n' ? '' : yaml;
}

/** Names that say what a section is; none whose line one of the texts holds itself. */
class SectionNames {
  private readonly used = new Set<string>();
  private readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  next(field: Field): string {
    const base = field.role === 'chat' ? 'chat' : field.role === 'subject' ? 'subject' : field.role === 'twin' ? 'copy' : field.audience === 'internal' ? 'note' : field.audience === 'label' ? 'label' : 'text';
    let name = base;
    for (let nth = 2; this.used.has(name) || this.texts.some((text) => text.includes(sectionLine(name))); nth++) name = `${base} ${nth}`;
    this.used.add(name);
    return name;
  }
}
