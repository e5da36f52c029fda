import { bracketAt, angleAt, capitalsAt, underscoresAt } from './fill-ins.ts';
import { addressAround, wwwAt } from './addresses.ts';
import { afterBlanks, closingIndex, isDigit, isLetter, isUpper, isWord, NEWLINE } from './characters.ts';
import { isControlTag, isAlternative } from './template-tags.ts';
import type { OpaqueKind } from './inline.ts';

/**
 * What a scanner found: a noun, or something the customer never sees. `absent` leaves nothing behind; `apart` stands
 * between two texts of which only one is ever shown (`{% else %}`), so their words must not run together.
 */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly kind: OpaqueKind | 'absent' | 'apart';
}

/** Flags, by character code, at which `atomAt` is worth asking. */
export const startsAtom = new Uint8Array(128);
for (const c of '{%#$[<@_w:ABCDEFGHIJKLMNOPQRSTUVWXYZ') startsAtom[c.charCodeAt(0)] = 1;

/**
 * The placeholder, fill-in or bare address at `at`. An address may begin before `at` (its colon or `@` gives it away),
 * but never before `floor`.
 */
export function atomAt(text: string, at: number, floor: number, end: number): Atom | null {
  const code = text.charCodeAt(at);
  if (isUpper(code)) return capitalsAt(text, at, end);
  switch (code) {
    case 123: return braceAt(text, at, end);
    case 37: return percentAt(text, at, end);
    case 36: return dollarAt(text, at, end);
    case 35: return text.charCodeAt(at + 1) === 123 && text.charCodeAt(at + 2) !== 123 ? closed(text, at, at + 2, '}', end, 'placeholder') : prefixed(text, at, end);
    case 91: return bracketAt(text, at, end);
    case 60: return lessThanAt(text, at, end);
    case 95: return underscoresAt(text, at, end);
    case 119: return wwwAt(text, at, end);
    case 58: return addressAround(text, at, floor, end) ?? namedAt(text, at, end);
    case 64: return addressAround(text, at, floor, end) ?? prefixed(text, at, end);
    default: return null;
  }
}

/** `:user`, as Laravel writes a value; `:smile:` is a picture. */
function namedAt(text: string, at: number, end: number): Atom | null {
  if (at > 0 && !' \t\n("'.includes(text[at - 1]!)) return null;
  const name = /^:[a-z][a-z_]{2,30}(?![\w:-])/.exec(text.slice(at, Math.min(end, at + 34)));
  return name && { start: at, end: at + name[0].length, kind: 'placeholder' };
}

/** `@<reporter>` and `#[number]`: the sign belongs to the gap. */
function prefixed(text: string, at: number, end: number): Atom | null {
  const next = text.charCodeAt(at + 1);
  const gap = next === 60 ? angleAt(text, at + 1, end) : next === 91 ? bracketAt(text, at + 1, end) : next === 88 ? capitalsAt(text, at + 1, end) : null;
  return gap && gap.kind === 'fill-in' ? { start: at, end: gap.end, kind: 'fill-in' } : null;
}

function closed(text: string, at: number, from: number, close: string, end: number, kind: Atom['kind'], open = ''): Atom | null {
  const found = closingIndex(text, close, from, end, 600, open);
  return found <= from ? null : { start: at, end: found + close.length, kind };
}

function braceAt(text: string, at: number, end: number): Atom | null {
  const next = text.charCodeAt(at + 1);
  switch (next) {
    case 123: return doubleBraceAt(text, at, end);
    case 37: return percentBraceAt(text, at, end);
    case 35: return closed(text, at, at + 2, '#}', end, 'absent');
    case 33: return isLetter(text.charCodeAt(at + 2)) ? closed(text, at, at + 2, '}', end, 'placeholder') : null;
    case 36: return closed(text, at, at + 2, '}', end, 'placeholder');
    default: return singleBraceAt(text, at, end);
  }
}

/** `{{…}}` and `{{{…}}}`: Liquid, Handlebars, Mustache, Jinja, Chatwoot. */
function doubleBraceAt(text: string, at: number, end: number): Atom | null {
  if (text.charCodeAt(at + 2) === 123) return closed(text, at, at + 3, '}}}', end, 'placeholder', '{{');
  if (text.startsWith('{{!--', at)) return closed(text, at, at + 5, '--}}', end, 'absent');
  const close = closingIndex(text, '}}', at + 2, end, 600, '{{');
  if (close === -1) return null;
  const first = afterBlanks(text, at + 2, close);
  if (first >= close) return null;
  const stop = close + 2;
  switch (text.charCodeAt(first)) {
    case 33: case 35: case 47: case 62: case 126: return { start: at, end: stop, kind: 'absent' };
    case 94: return { start: at, end: stop, kind: 'apart' };
    default: return { start: at, end: stop, kind: /^else\b/.test(text.slice(first, Math.min(close, first + 6))) ? 'apart' : 'placeholder' };
  }
}

/** `{% … %}`: a value in Help Scout and its kin, a control tag in Liquid and Jinja. */
function percentBraceAt(text: string, at: number, end: number): Atom | null {
  const close = closingIndex(text, '%}', at + 2, end, 600, '{%');
  if (close === -1) return null;
  const content = text.slice(at + 2, close).replace(/^[-+]?\s*/, '');
  const name = /^[A-Za-z_]*/.exec(content)![0];
  if (name === 'comment') {
    const over = /\{%-?\s*endcomment\s*-?%\}/.exec(text.slice(close, Math.min(end, close + 5000)));
    if (over) return { start: at, end: close + over.index + over[0].length, kind: 'absent' };
  }
  const kind = isAlternative(name) ? 'apart' : isControlTag(name) && !content.startsWith('.', name.length) ? 'absent' : 'placeholder';
  return { start: at, end: close + 2, kind };
}

/** `{name}`, `{first name}`, `{0}`, `{count, plural, …}`. */
function singleBraceAt(text: string, at: number, end: number): Atom | null {
  const stop = Math.min(end, at + 60);
  if (!isWord(text.charCodeAt(at + 1))) return null;
  for (let i = at + 2; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 125) return { start: at, end: i + 1, kind: 'placeholder' };
    if (code === 44 || code === 58 || code === 124) return balanced(text, at, 123, 125, end, 'placeholder');
    if (!isWord(code) && code !== 46 && code !== 45 && code !== 32) return null;
  }
  return null;
}

function balanced(text: string, at: number, open: number, close: number, end: number, kind: Atom['kind']): Atom | null {
  let depth = 0;
  for (let i = at; i < Math.min(end, at + 500); i++) {
    const code = text.charCodeAt(i);
    if (code === open) depth++;
    else if (code === close && --depth === 0) return { start: at, end: i + 1, kind };
    else if (code === NEWLINE) return null;
  }
  return null;
}

/** `%{…}`, `%(name)s`, `%((template:x))%`, `%1`, `%s`, `%clipboard%`. */
function percentAt(text: string, at: number, end: number): Atom | null {
  const next = text.charCodeAt(at + 1);
  if (next === 123) return text.charCodeAt(at + 2) === 123 ? closed(text, at, at + 3, '}}%', end, 'placeholder') : closed(text, at, at + 2, '}', end, 'placeholder');
  if (at > 0 && (isWord(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 37)) return null;
  if (next === 40) {
    if (text.charCodeAt(at + 2) === 40) return closed(text, at, at + 3, '))%', end, 'placeholder');
    const close = closingIndex(text, ')', at + 2, end, 60);
    return close > at + 2 && isLetter(text.charCodeAt(close + 1)) ? { start: at, end: close + 2, kind: 'placeholder' } : null;
  }
  if (isDigit(next)) {
    let i = at + 2;
    while (isDigit(text.charCodeAt(i))) i++;
    if (text.charCodeAt(i) === 36 && isLetter(text.charCodeAt(i + 1))) i += 2;
    return isWord(text.charCodeAt(i)) || i > at + 5 ? null : { start: at, end: i, kind: 'placeholder' };
  }
  if (!isLetter(next)) return null;
  const fill = /^%fill(?:text|area|popup|part|top)(?::[^%\n\u2029]{0,120})?%/.exec(text.slice(at, Math.min(end, at + 140)));
  if (fill) return { start: at, end: at + fill[0].length, kind: 'placeholder' };
  let i = at + 2;
  const stop = Math.min(end, at + 60);
  while (i < stop && (isWord(text.charCodeAt(i)) || '.:=-'.includes(text[i]!))) i++;
  if (i < end && text.charCodeAt(i) === 37) return { start: at, end: i + 1, kind: 'placeholder' };
  return 'sdif@'.includes(text[at + 1]!) && !isWord(text.charCodeAt(at + 2)) ? { start: at, end: at + 2, kind: 'placeholder' } : null;
}

/** `${…}`, the cursor mark `$|$`, `$XX`. */
function dollarAt(text: string, at: number, end: number): Atom | null {
  const next = text.charCodeAt(at + 1);
  if (next === 123) return closed(text, at, at + 2, '}', end, 'placeholder');
  if (next === 124 && text.charCodeAt(at + 2) === 36) return { start: at, end: at + 3, kind: 'absent' };
  if (next !== 88 || text.charCodeAt(at + 2) !== 88) return null;
  let i = at + 3;
  while (text.charCodeAt(i) === 88) i++;
  return isWord(text.charCodeAt(i)) || i > end ? null : { start: at, end: i, kind: 'fill-in' };
}

/** `<%= %>`, `<?= ?>`, `<attribute …/>`, an autolink, or a gap such as `<name>`. */
function lessThanAt(text: string, at: number, end: number): Atom | null {
  const next = text.charCodeAt(at + 1);
  if (next === 37) {
    const sign = text.charCodeAt(at + 2);
    return closed(text, at, at + 2, '%>', end, sign === 61 || sign === 45 ? 'placeholder' : 'absent');
  }
  if (next === 63) return closed(text, at, at + 2, '?>', end, /^<\?(=|php\s+echo\b)/.test(text.slice(at, at + 12)) ? 'placeholder' : 'absent');
  if (text.startsWith('<attribute ', at)) return closed(text, at, at + 11, '>', end, 'placeholder');
  return angleAt(text, at, end);
}
