import { isMap, isScalar, isSeq, parseDocument, type Pair } from 'yaml';
import { nearest } from '../../config/nearest.ts';
import { channels, kinds, markups, purposes, type Audience, type Channel, type Declared, type Kind, type Markup, type Purpose, type Range, type Role } from '../../model.ts';
import { platformIds } from '../../platforms/shipped.ts';
import type { Problem, Remark } from '../reader.ts';
import { audiences, frontMatterKeys, roles } from './schema.ts';
import type { Section } from './sections.ts';

export interface FrontMatter {
  readonly title: string | null;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly audience: Audience;
  /** How the body is marked up; null where nothing is said. */
  readonly markup: Markup | null;
  /** What it says of texts below the body; what a section leaves out is as in the body. */
  readonly sections: readonly (Partial<Section> & Pick<Section, 'name'>)[];
  readonly declared: Declared;
  /** Where the subject's value stands, in the YAML's own text; its words only where they are written without escapes. */
  readonly subject: Range | null;
  /** Keys that it does not know. */
  readonly remarks: readonly Remark[];
  readonly problems: readonly Problem[];
}

/** Reads the front matter of a reply; what it cannot use is a problem, and everything else still holds. Offsets count from the YAML's start. */
export function readFrontMatter(yaml: string): FrontMatter {
  const problems: Problem[] = [];
  const declared: { -readonly [K in keyof Declared]: Declared[K] } = {};
  const found = { title: null as string | null, id: null as string | null, tags: [] as string[], audience: 'customer' as Audience, markup: null as Markup | null, sections: [] as FrontMatter['sections'][number][], subject: null as Range | null };
  const remarks: Remark[] = [];
  const document = parseDocument(yaml, { prettyErrors: false });
  for (const error of document.errors.slice(0, 1)) {
    problems.push({ message: 'The front matter of this reply is not valid YAML, so part of it was not read.', offset: Math.min(error.pos[0], yaml.length) });
  }
  if (!isMap(document.contents)) return { ...found, declared, remarks, problems };
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const value = scalarOf(pair);
    const offset = offsetOf(pair);
    const oneOf = <T extends string>(allowed: readonly T[]): T | null => {
      const known = oneAmong(value, allowed);
      if (value !== null && known === null) problems.push({ message: notAmong(value, key, allowed), offset });
      return known;
    };
    switch (key) {
      case 'title': found.title = value; break;
      case 'id': found.id = value; break;
      case 'tags': found.tags = listOf(pair); break;
      case 'subject': found.subject = rangeOf(pair, yaml); break;
      case 'audience': found.audience = oneOf<Audience>(audiences) ?? 'customer'; break;
      case 'markup': found.markup = oneOf<Markup>(markups); break;
      case 'sections': found.sections = sectionsOf(pair, problems); break;
      case 'kind': set(declared, 'kind', oneOf<Kind>(kinds)); break;
      case 'purpose': set(declared, 'purpose', oneOf<Purpose>(purposes)); break;
      case 'channel': set(declared, 'channel', oneOf<Channel>(channels)); break;
      case 'locale':
        if (value === null || /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(value)) set(declared, 'locale', value?.replaceAll('_', '-') ?? null);
        else problems.push({ message: `“${value}” is not a language tag; please write it like en or pt-BR.`, offset });
        break;
      case 'platform': set(declared, 'platform', oneOf(platformIds)); break;
      case 'in-reply-to': set(declared, 'inReplyTo', value); break;
      default: if (isScalar(pair.key) && pair.key.range) remarks.push(unknownKey(key, pair.key.range[0], pair.key.range[1])); break;
    }
  }
  return { ...found, declared, remarks, problems };
}

function set<K extends keyof Declared>(declared: { -readonly [P in keyof Declared]: Declared[P] }, key: K, value: Declared[K] | null): void {
  if (value !== null) declared[key] = value;
}

function oneAmong<T extends string>(value: string | null, allowed: readonly T[]): T | null {
  return allowed.find((name) => name === value?.toLowerCase()) ?? null;
}

function notAmong(value: string, key: string, allowed: readonly string[]): string {
  return `“${value}” is not a ${key} that ReplyLint knows; please use ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}.`;
}

/** A name that was meant for a known one matters more than one that somebody keeps for a purpose of their own. */
function unknownKey(key: string, start: number, end: number): Remark {
  const meant = nearest(key, frontMatterKeys);
  return { ruleId: 'front-matter-key', text: key, start, end, ...(meant === null ? { level: 'hint' } : { instead: meant }) };
}

function sectionsOf({ value }: Pair, problems: Problem[]): FrontMatter['sections'][number][] {
  if (!isMap(value)) return [];
  return value.items.flatMap((section: Pair) => {
    if (!isScalar(section.key)) return [];
    const said: { role?: Role; audience?: Audience; markup?: Markup } = {};
    for (const pair of isMap(section.value) ? section.value.items : []) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const word = scalarOf(pair);
      const role = oneAmong(word, roles);
      const audience = oneAmong(word, audiences);
      const markup = oneAmong(word, markups);
      const allowed = key === 'role' ? roles : key === 'audience' ? audiences : key === 'markup' ? markups : null;
      if (key === 'role' && role) said.role = role;
      else if (key === 'audience' && audience) said.audience = audience;
      else if (key === 'markup' && markup) said.markup = markup;
      else if (allowed && word !== null) problems.push({ message: notAmong(word, key, allowed), offset: offsetOf(pair) });
    }
    return [{ name: String(section.key.value), ...said }];
  });
}

function scalarOf(pair: Pair): string | null {
  const { value } = pair;
  if (!isScalar(value) || value.value === null || value.value === undefined) return null;
  const text = typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
  return text.trim() === '' ? null : text.trim();
}

function listOf(pair: Pair): string[] {
  if (isSeq(pair.value)) return pair.value.items.flatMap((item) => (isScalar(item) && item.value !== null ? [String(item.value)] : []));
  return (scalarOf(pair) ?? '').split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
}

function offsetOf(pair: Pair): number {
  const node = isScalar(pair.value) ? pair.value : isScalar(pair.key) ? pair.key : null;
  return node?.range?.[0] ?? 0;
}

/** The characters of a plain or quoted scalar, quotes left out; null where they are not the value as it stands. */
function rangeOf(pair: Pair, yaml: string): Range | null {
  const value = isScalar(pair.value) ? pair.value : null;
  if (!value?.range || typeof value.value !== 'string' || value.value === '') return null;
  const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0;
  const range = { start: value.range[0] + quoted, end: value.range[1] - quoted };
  return yaml.slice(range.start, range.end) === value.value ? range : null;
}
