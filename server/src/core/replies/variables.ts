import type { Range, TextEdit } from '../model.ts';
import { variableOf } from '../platforms/names.ts';
import { partsOf } from '../platforms/parts.ts';
import type { Platform, Variable } from '../platforms/platform.ts';
import { platformOf } from '../platforms/shipped.ts';
import { variableForStop } from '../platforms/roles.ts';
import { withFallback, written } from '../platforms/write.ts';
import { snippets } from '../snippets/shipped.ts';
import { gapText, prefixes, type Snippet } from '../snippets/snippet.ts';
import type { Field, Reply } from '../readers/reader.ts';
import { type CheckSettings, inItem } from './check.ts';
import { type FieldText, readReply } from './read-reply.ts';

/** What is known of a placeholder in a reply. */
export interface VariableHelp extends Range {
  /** The placeholder as it stands there. */
  readonly text: string;
  readonly platform: Pick<Platform, 'id' | 'title' | 'empty'>;
  /** Null for a name that no list has. */
  readonly variable: Variable | null;
  /** What an empty value prints instead; null where nothing is said. */
  readonly fallback: string | null;
}

/** A variable that could stand at a place. */
export interface VariableOffer {
  readonly variable: Variable;
  /** The words for an empty value that it comes with; null where it has none. */
  readonly fallback: string | null;
  /** As the platform writes it. */
  readonly text: string;
  /** What a person who types it types. */
  readonly typed: string;
  /** In the file's own syntax. */
  readonly edits: readonly TextEdit[];
}

const usualFallback = 'there';

/** Stand for variables while the words around them are escaped: private characters. */
const firstMark = 0xe000;
const marks = /[\uE000-\uE0FF]/g;

/** The placeholder at an offset of the item's text; null where there is none, or nobody knows its platform. `family` is what the library speaks. */
export function variableAt(reply: Reply, settings: CheckSettings, family: string | null, offset: number): VariableHelp | null {
  const { texts, platform } = readReply(reply, settings);
  const by = platformOf(platform ?? family);
  if (!by) return null;
  for (const text of texts) {
    for (const opaque of text.prose.opaques) {
      const place = inItem(text, opaque);
      const parts = opaque.kind === 'placeholder' && place.start <= offset && offset <= place.end ? partsOf(opaque.text) : null;
      if (parts?.name && by.syntax.some(({ open, holds }) => open === parts.open && holds === 'value')) return { ...place, text: opaque.text, platform: by, variable: variableOf(by, parts.name), fallback: parts.fallback };
    }
  }
  return null;
}

/**
 * The variables that can stand at an offset of the item's text: after an opening sign, or, where `asked`, anywhere that the
 * customer reads and no tag or placeholder stands.
 */
export function variablesFor(reply: Reply, settings: CheckSettings, family: string | null, offset: number, asked: boolean): VariableOffer[] {
  const { texts, platform } = readReply(reply, settings);
  const by = platformOf(platform ?? family);
  const text = by && texts.find(({ field }) => field.start <= offset && offset <= field.end);
  const at = text ? offsetInValue(text.field, offset) : null;
  if (!text || at === null || isInTag(text, at)) return [];
  const begun = begunAt(text.field.value.text, at, by);
  if (!begun && (!asked || isInPlaceholder(text.field.value.text, at, by))) return [];
  const range = begun?.range ?? { start: at, end: at };
  return by.variables.flatMap((variable) => {
    const forms = [{ fallback: null, form: written(by, variable.name, text.field.markup) }];
    const other = variable['person-name'] ? withFallback(by, variable.name, usualFallback, text.field.markup, begun?.open) : null;
    return [...(other === null ? [] : [{ fallback: usualFallback, form: other }]), ...forms].flatMap(({ fallback, form }): VariableOffer[] => {
      const edits = text.field.write(range.start, range.end, form);
      return 'refused' in edits ? [] : [{ variable, fallback, text: form, typed: `${begun?.typed ?? ''}${variable.name}`, edits }];
    });
  });
}

/** Ready words that could stand at a place. */
export interface SnippetOffer {
  readonly snippet: Snippet;
  /** With the platform's variables, and gaps for the rest. */
  readonly text: string;
  /** What a person typed to find it; empty where they asked. */
  readonly typed: string;
  /** In the file's own syntax. */
  readonly edits: readonly TextEdit[];
}

/** The snippets that can stand at an offset of the item's text: where a word is begun that finds them, or, where `asked`, on an empty line. */
export function snippetsFor(reply: Reply, settings: CheckSettings, family: string | null, offset: number, asked: boolean): SnippetOffer[] {
  const { texts, platform } = readReply(reply, settings);
  const by = platformOf(platform ?? family);
  const text = texts.find(({ field }) => field.start <= offset && offset <= field.end);
  const at = text ? offsetInValue(text.field, offset) : null;
  if (!text || at === null || isInTag(text, at) || (by && isInPlaceholder(text.field.value.text, at, by))) return [];
  const { field, layer } = text;
  const line = field.value.text.slice(field.value.text.lastIndexOf('\n', at - 1) + 1, at);
  const typed = /[A-Za-z][\w-]*$/.exec(line)?.[0] ?? '';
  if (typed === '' && !(asked && /^\s*(?:<[^<>]*>\s*)*$/.test(line))) return [];
  return snippets().flatMap((snippet): SnippetOffer[] => {
    if (!prefixes(snippet).some((prefix) => prefix.startsWith(typed.toLowerCase()))) return [];
    // A variable is written as its platform reads it, so the text around it is escaped without it.
    const variables: string[] = [];
    const marked = gapText(snippet, (name) => {
      const variable = variableForStop(by, name, field.markup);
      return variable === null ? null : String.fromCharCode(firstMark + variables.push(variable) - 1);
    });
    const spelled = (words: string): string => words.replace(marks, (mark) => variables[mark.charCodeAt(0) - firstMark]!);
    const plain = spelled(marked);
    const words = spelled(layer.escape(marked));
    const edits = field.write(at - typed.length, at, field.markup === 'html' ? words.replace(/\n\n/g, '<br><br>').replace(/\n/g, '<br>') : words);
    return 'refused' in edits ? [] : [{ snippet, text: plain, typed, edits }];
  });
}

/** An offset between two characters of the value; null for one inside an escape, or outside. */
function offsetInValue({ value }: Field, offset: number): number | null {
  let [low, high] = [0, value.text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value.map.range(middle, middle + 1).start < offset) low = middle + 1;
    else high = middle;
  }
  if (low < value.text.length) return value.map.range(low, low + 1).start === offset ? low : null;
  return low > 0 && value.map.range(low - 1, low).end === offset ? low : null;
}

interface Begun {
  readonly range: Range;
  readonly open: string;
  /** The opening sign as it was typed, spaces and all. */
  readonly typed: string;
}

/** The placeholder that somebody has begun to write before `at`, with the closing sign that an editor may have put behind it. */
function begunAt(value: string, at: number, platform: Platform): Begun | null {
  const before = value.slice(Math.max(0, at - 80), at);
  const signs = platform.syntax.filter(({ holds }) => holds === 'value').sort((a, b) => b.open.length - a.open.length);
  for (const { open, close } of signs) {
    const found = before.lastIndexOf(open);
    const name = found < 0 ? null : /^\s*[\w.[\]-]*$/.exec(before.slice(found + open.length));
    if (found < 0 || !name || before[found - 1] === '{') continue;
    const rest = value.slice(at);
    const tail = /^[\w.[\]-]*\s*/.exec(rest)![0].length;
    const closed = close !== '' && rest.startsWith(close, tail) ? tail + close.length : 0;
    const start = at - (before.length - found);
    return { range: { start, end: at + closed }, open, typed: open + /^\s*/.exec(name[0])![0] };
  }
  return null;
}

function isInTag({ field }: FieldText, at: number): boolean {
  if (field.markup !== 'html') return false;
  const open = field.value.text.lastIndexOf('<', at - 1);
  return open >= 0 && /^<[a-z/!]/i.test(field.value.text.slice(open)) && field.value.text.lastIndexOf('>', at - 1) < open;
}

/** Does a sign stand open before this place, in its line? */
function isInPlaceholder(value: string, at: number, platform: Platform): boolean {
  const line = value.slice(value.lastIndexOf('\n', at - 1) + 1, at);
  return platform.syntax.some(({ open, close }) => close !== '' && close !== open && line.lastIndexOf(open) > line.lastIndexOf(close));
}
