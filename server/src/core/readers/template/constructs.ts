import type { Range } from '../../model.ts';
import { isAlternative, isControlTag } from '../../markup/template-tags.ts';
import { directiveAt } from './blade.ts';
import type { TemplateLanguage } from './languages.ts';

/**
 * A stretch of a file that belongs to its template language. `value` prints something, `control` and `apart` (between
 * two texts of which only one is shown) print nothing, a `note` is for colleagues, `unseen` is code or data, and a
 * `subject` is text that the template keeps for the subject line.
 */
export interface Construct extends Range {
  readonly kind: 'value' | 'control' | 'apart' | 'note' | 'unseen' | 'subject';
  /** The words inside a note or a subject; for the others the range itself. */
  readonly inner: Range;
}

/** Openers of Liquid, Jinja, Twig, Handlebars, Mustache, ERB, EJS, PHP and Blade. */
const openers = /\{\{|\{%|\{#|\{!!|<%|<\?|@(?=[a-z])/g;
/** Longest stretch of a value or a tag; what opens and does not close within is text. */
const reach = 4000;

/**
 * All constructs of a text, ascending and apart. Our own scanner: the languages' parsers disagree about positions, stop at
 * the first mistake, and need to know the language, which a file's ending does not always say. Linear: each search for a
 * closer is remembered.
 */
export function findConstructs(text: string, language: TemplateLanguage): Construct[] {
  const closers = new Closers(text);
  const found: Construct[] = [];
  openers.lastIndex = 0;
  for (let match = openers.exec(text); match; match = openers.exec(text)) {
    const construct = constructAt(text, match.index, match[0], language, closers);
    if (construct) found.push(construct);
    openers.lastIndex = construct ? construct.end : match.index + match[0].length;
  }
  return found;
}

/** The text with every construct blanked out, as long as before: what is left is the markup's own. */
export function blanked(source: string, constructs: readonly Construct[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of constructs) {
    out += source.slice(at, start) + 'x'.repeat(end - start);
    at = end;
  }
  return out + source.slice(at);
}

function constructAt(text: string, at: number, opener: string, language: TemplateLanguage, closers: Closers): Construct | null {
  switch (opener) {
    case '{{': return bracesAt(text, at, closers);
    case '{%': return tagAt(text, at, closers);
    case '{#': return enclosed('note', at, at + 2, closers.after('#}', at + 2), 2);
    case '{!!': return enclosed('value', at, at + 3, closers.after('!!}', at + 3), 3);
    case '<%': return scriptletAt(text, at, language, closers);
    case '<?': return instructionAt(text, at, closers);
    default: return language === 'blade' ? directiveAt(text, at) : null;
  }
}

function enclosed(kind: Construct['kind'], start: number, from: number, close: number, length: number): Construct | null {
  return close === -1 ? null : { kind, start, end: close + length, inner: { start: from, end: close } };
}

function whole(kind: Construct['kind'], start: number, end: number): Construct {
  return { kind, start, end, inner: { start, end } };
}

/** `{{ … }}`, `{{{ … }}}`, and what Handlebars and Blade put into them. */
function bracesAt(text: string, at: number, closers: Closers): Construct | null {
  if (text[at - 1] === '\\') return null;
  for (const [open, close] of [['{{!--', '--}}'], ['{{~!--', '--}}'], ['{{--', '--}}']] as const) {
    if (!text.startsWith(open, at)) continue;
    const note = enclosed('note', at, at + open.length, closers.after(close, at + open.length), close.length);
    if (note) return note;
  }
  const triple = text[at + 2] === '{';
  const close = triple ? '}}}' : '}}';
  const from = at + close.length;
  const stop = closers.after(close, from);
  if (stop === -1 || stop - at > reach || text.slice(from, stop).includes('{{')) return null;
  const end = stop + close.length;
  const content = text.slice(from, stop).replace(/^[~-]?\s*/, '');
  if (content === '') return null;
  if (content[0] === '!') return { kind: 'note', start: at, end, inner: { start: from + text.slice(from, stop).indexOf('!') + 1, end: stop } };
  if (content[0] === '^' || /^else\b/.test(content)) return whole('apart', at, end);
  return whole('#/>'.includes(content[0]!) ? 'control' : 'value', at, end);
}

/** Blocks of Liquid and Django whose content the customer never reads. */
const hidden = new Set(['schema', 'javascript', 'stylesheet', 'style']);
const notes = new Set(['comment', 'doc']);

function tagAt(text: string, at: number, closers: Closers): Construct | null {
  const close = closers.after('%}', at + 2);
  if (close === -1 || close - at > reach || text.slice(at + 2, close).includes('{%')) return null;
  const end = close + 2;
  const content = text.slice(at + 2, close).replace(/^[-+]?\s*/, '').replace(/\s*[-+]?$/, '');
  if (content.startsWith('#')) return { kind: 'note', start: at, end, inner: { start: text.indexOf('#', at) + 1, end: close } };
  const name = /^[A-Za-z_]*/.exec(content)![0];
  const isSubject = (name === 'capture' && /^capture\s+["']?email_(?:title|subject)\b/.test(content)) || (name === 'block' && /^block\s+["']?(?:email_)?subject\b/.test(content));
  if (isSubject || notes.has(name) || hidden.has(name)) {
    const over = closers.endTag(name, end);
    if (over) return { kind: isSubject ? 'subject' : notes.has(name) ? 'note' : 'unseen', start: at, end: over.end, inner: { start: end, end: over.start } };
  }
  if (isAlternative(name)) return whole('apart', at, end);
  return whole(isControlTag(name) && content[name.length] !== '.' ? 'control' : 'value', at, end);
}

function scriptletAt(text: string, at: number, language: TemplateLanguage, closers: Closers): Construct | null {
  const sign = text[at + 2] ?? '';
  if (sign === '%') return null;
  if (text.startsWith('<%--', at)) return enclosed('note', at, at + 4, closers.after('--%>', at + 4), 4);
  const close = closers.after('%>', at + 2);
  if (close === -1) return null;
  if (sign === '#') return enclosed('note', at, at + 3, close, 2);
  const code = text.slice(at + 2, close).replace(/^[-=_]\s*/, '').replace(/\s*[-_]?$/, '').trim();
  const opensBlock = /(?:\bdo|\{)\s*(?:\|[^|]*\|)?$/.test(code);
  if ((sign === '=' || (sign === '-' && language !== 'erb')) && !opensBlock) return whole('value', at, close + 2);
  return whole(/^(?:\}\s*)?(?:else|elsif|when)\b/.test(code) ? 'apart' : 'control', at, close + 2);
}

function instructionAt(text: string, at: number, closers: Closers): Construct {
  const close = closers.after('?>', at + 2);
  const end = close === -1 ? text.length : close + 2;
  return whole(/^<\?(?:=|php\s+echo\b)/.test(text.slice(at, at + 14)) ? 'value' : 'unseen', at, end);
}

/** Where closers stand. What was not found once is not looked for again, and what was found is kept until it is passed. */
class Closers {
  private readonly text: string;
  private readonly next = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  after(close: string, from: number): number {
    const known = this.next.get(close);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.text.indexOf(close, from);
    this.next.set(close, found);
    return found;
  }

  /** The `{% endNAME %}` after `from`. */
  endTag(name: string, from: number): Range | null {
    const key = `end${name}`;
    if (this.next.get(key) === -1) return null;
    const end = new RegExp(`\\{%[-+]?\\s*end${name}\\b[^%]{0,80}%\\}`, 'g');
    end.lastIndex = from;
    const found = end.exec(this.text);
    if (!found) this.next.set(key, -1);
    return found && { start: found.index, end: found.index + found[0].length };
  }
}
