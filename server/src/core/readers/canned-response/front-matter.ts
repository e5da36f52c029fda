import { isMap, isScalar, isSeq, parseDocument, type Pair } from 'yaml';
import { channels, kinds, purposes, type Audience, type Channel, type Declared, type Kind, type Purpose, type Range } from '../../model.ts';
import { platformIds } from '../../platforms/shipped.ts';
import type { Problem } from '../reader.ts';

export interface FrontMatter {
  readonly title: string | null;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly audience: Audience;
  readonly declared: Declared;
  /** Where the subject's value stands, in the YAML's own text; its words only where they are written without escapes. */
  readonly subject: Range | null;
  readonly problems: readonly Problem[];
}

/** Reads the front matter of a reply; what it cannot use is a problem, and everything else still holds. Offsets count from the YAML's start. */
export function readFrontMatter(yaml: string): FrontMatter {
  const problems: Problem[] = [];
  const declared: { -readonly [K in keyof Declared]: Declared[K] } = {};
  const found = { title: null as string | null, id: null as string | null, tags: [] as string[], audience: 'customer' as Audience, subject: null as Range | null };
  const document = parseDocument(yaml, { prettyErrors: false });
  for (const error of document.errors.slice(0, 1)) {
    problems.push({ message: 'The front matter of this reply is not valid YAML, so part of it was not read.', offset: Math.min(error.pos[0], yaml.length) });
  }
  if (!isMap(document.contents)) return { ...found, declared, problems };
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const value = scalarOf(pair);
    const offset = offsetOf(pair);
    const oneOf = <T extends string>(allowed: readonly T[]): T | null => {
      if (value === null) return null;
      const known = allowed.find((name) => name === value.toLowerCase());
      if (known === undefined) problems.push({ message: `“${value}” is not a ${key} that ReplyLint knows; please use ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}.`, offset });
      return known ?? null;
    };
    switch (key) {
      case 'title': found.title = value; break;
      case 'id': found.id = value; break;
      case 'tags': found.tags = listOf(pair); break;
      case 'subject': found.subject = rangeOf(pair, yaml); break;
      case 'audience': found.audience = oneOf<Audience>(['customer', 'internal', 'label']) ?? 'customer'; break;
      case 'kind': set(declared, 'kind', oneOf<Kind>(kinds)); break;
      case 'purpose': set(declared, 'purpose', oneOf<Purpose>(purposes)); break;
      case 'channel': set(declared, 'channel', oneOf<Channel>(channels)); break;
      case 'locale':
        if (value === null || /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(value)) set(declared, 'locale', value?.replaceAll('_', '-') ?? null);
        else problems.push({ message: `“${value}” is not a language tag; please write it like en or pt-BR.`, offset });
        break;
      case 'platform': set(declared, 'platform', oneOf(platformIds)); break;
      case 'in-reply-to': set(declared, 'inReplyTo', value); break;
      default: break;
    }
  }
  return { ...found, declared, problems };
}

function set<K extends keyof Declared>(declared: { -readonly [P in keyof Declared]: Declared[P] }, key: K, value: Declared[K] | null): void {
  if (value !== null) declared[key] = value;
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
