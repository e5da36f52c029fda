import type { Audience, Markup, Range, Role } from '../../model.ts';
import { entityAt } from '../../markup/entities.ts';
import { markupSeenIn } from '../shapes/prose.ts';
import { proseMarkup } from '../prose/reply-likeness.ts';
import { frontMatterEnd } from '../prose/front-matter-range.ts';
import type { Field } from '../reader.ts';
import { MappedTextBuilder, SourceMap, type MappedText } from '../../text/source-map.ts';
import { blanked, findConstructs, type Construct } from './constructs.ts';
import { htmlOutline, type Attribute } from './html-outline.ts';
import type { TemplateName } from './languages.ts';
import { lookup, printedText, within, writePrinted } from './printed-text.ts';

/** Attributes whose words the customer reads, or hears read out. */
const readAttributes = new Set(['title', 'alt', 'placeholder', 'aria-label']);

/** The fields of a template, ascending by their start: its subject, its body, words in attributes, and notes for colleagues. */
export function readTemplate(source: string, { language, output }: TemplateName): Field[] {
  const constructs = findConstructs(source, language);
  const markup = markupOf(source, output, constructs);
  const html = markup === 'html' ? htmlOutline(source, constructs) : null;
  const isInTag = lookup(html?.tags ?? []);
  const fields: Field[] = [];
  // Code of other languages is not followed.
  const follows = constructs.every(({ start }) => source[start] === '{');
  const add = (role: Role, audience: Audience, range: Range, inner: Markup, whole = range): void => {
    const at = trimmed(source, range);
    if (at.end <= at.start) return;
    const field = printedField(source, constructs, isInTag, { role, audience, markup: inner, ...at });
    fields.push(follows && audience === 'customer' ? { ...field, template: { text: source.slice(whole.start, whole.end), map: SourceMap.verbatim(whole.end - whole.start, whole.start) } } : field);
  };
  for (const { kind, inner } of constructs) {
    if (kind === 'subject') add('subject', 'customer', inner, markup);
    else if (kind === 'note') add('body', 'internal', inner, 'text');
  }
  for (const comment of html?.comments ?? []) if (!/^\[(?:if|end)|^<!\[endif|^$/i.test(source.slice(comment.start, comment.end).trim())) add('body', 'internal', comment, 'text');
  if (html?.title) add('subject', 'customer', html.title, 'html');
  const from = frontMatterEnd(source);
  const subject = html === null ? /^\s*Subject:[ \t]*(?=\S)[^\n]*/i.exec(source.slice(from)) : null;
  if (subject) add('subject', 'customer', { start: from + subject[0].indexOf(':') + 1, end: from + subject[0].length }, 'text');
  const body = { start: from + (subject ? subject[0].length : 0), end: bodyEnd(source) };
  add('body', 'customer', printedRange(source, constructs, body), markup, body);
  for (const attribute of html?.attributes ?? []) {
    if (readAttributes.has(attribute.name) && attribute.start >= from && /\p{L}\s+\S*\p{L}/u.test(source.slice(attribute.start, attribute.end))) fields.push(attributeField(source, constructs, attribute));
  }
  return fields.sort((a, b) => a.start - b.start || b.end - a.end);
}

function markupOf(source: string, output: TemplateName['output'], constructs: readonly Construct[]): Markup {
  switch (output) {
    case 'html': return 'html';
    case 'markdown': return 'markdown';
    case 'text': return 'text';
    default: {
      if (/@component\(\s*['"]mail::|<x-mail::/.test(source)) return 'markdown';
      const bare = blanked(source, constructs);
      return markupSeenIn(bare) === 'html' || /<(?:html|body|head|section|main|header|footer|label|form|button)\b/i.test(bare) ? 'html' : proseMarkup(bare);
    }
  }
}

/** In a template that extends another, what stands after its last block is never sent. */
function bodyEnd(source: string): number {
  if (!/^\{%-?\s*extends\b/.test(source)) return source.length;
  const last = source.lastIndexOf('endblock');
  const close = last === -1 ? -1 : source.indexOf('%}', last);
  return close === -1 ? source.length : close + 2;
}

/** A range without the constructs at its ends that print nothing. */
function printedRange(source: string, constructs: readonly Construct[], range: Range): Range {
  const silent = within(constructs, range).filter(({ kind }) => kind !== 'value');
  let { start, end } = trimmed(source, range);
  for (const construct of silent) {
    if (construct.start !== start) break;
    start = trimmed(source, { start: construct.end, end }).start;
  }
  for (const construct of silent.toReversed()) {
    if (construct.end !== end || construct.start < start) break;
    end = trimmed(source, { start, end: construct.start }).end;
  }
  return { start, end };
}

function trimmed(source: string, { start, end }: Range): Range {
  while (start < end && /\s/.test(source[start]!)) start++;
  while (end > start && /\s/.test(source[end - 1]!)) end--;
  return { start, end };
}

interface Part extends Range {
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
}

function printedField(source: string, constructs: readonly Construct[], isInTag: (offset: number) => boolean, part: Part): Field {
  const value = printedText(source, part, constructs, isInTag);
  return { ...part, value, write: (start, end, newText) => writePrinted(source, value, part, start, end, newText) };
}

function attributeField(source: string, constructs: readonly Construct[], attribute: Attribute): Field {
  const printed = printedText(source, attribute, constructs, () => false);
  const value = withoutEntities(printed);
  const quote = source[attribute.end] ?? '"';
  return {
    role: 'body', audience: 'customer', markup: 'text', start: attribute.start, end: attribute.end, value,
    write(start, end, newText) {
      const encoded = newText.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
      return writePrinted(source, value, attribute, start, end, encoded);
    },
  };
}

function withoutEntities({ text, map }: MappedText): MappedText {
  if (!text.includes('&')) return { text, map };
  const out = new MappedTextBuilder();
  let kept = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    const entity = entityAt(text, at, text.length);
    if (entity === null) continue;
    out.add(text.slice(kept, at), kept, at);
    out.add(entity.text, at, entity.end);
    kept = entity.end;
    at = entity.end - 1;
  }
  out.add(text.slice(kept), kept, text.length);
  const decoded = out.done();
  return { text: decoded.text, map: decoded.map.through(map) };
}
