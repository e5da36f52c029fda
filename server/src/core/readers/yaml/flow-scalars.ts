import { MappedTextBuilder, type MappedText } from '../../text/source-map.ts';

const controls: Record<string, string> = {
  '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
  N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029',
};
const fold = '[ \\t]*\\r?\\n(?:[ \\t]*\\r?\\n)*[ \\t]*';
const pair = '\\\\u[dD][89abAB][0-9a-fA-F]{2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2}';
const code = '\\\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\\r?\\n[ \\t]*|[\\s\\S])';
const inPlain = new RegExp(fold, 'g');
const inSingle = new RegExp(`''|${fold}`, 'g');
const inDouble = new RegExp(`${pair}|${code}|${fold}`, 'g');

/** Decodes a plain scalar at `[start, end)` of `source`. */
export function decodePlain(source: string, start: number, end: number): MappedText {
  return decode(source, start, end, inPlain, unfold);
}

/** Decodes a single-quoted scalar, quotation marks included in `[start, end)`. */
export function decodeSingleQuoted(source: string, start: number, end: number): MappedText {
  return decode(source, start + 1, end - 1, inSingle, (found) => (found === "''" ? "'" : unfold(found)));
}

/** Decodes a double-quoted scalar, quotation marks included in `[start, end)`. */
export function decodeDoubleQuoted(source: string, start: number, end: number): MappedText {
  return decode(source, start + 1, end - 1, inDouble, (found) => (found[0] === '\\' ? unescape(found) : unfold(found)));
}

/** What `special` finds becomes one run of what `replace` makes of it; all else stays as it is. */
function decode(source: string, start: number, end: number, special: RegExp, replace: (found: string) => string): MappedText {
  const out = new MappedTextBuilder();
  let last = start;
  special.lastIndex = start;
  for (let match = special.exec(source); match !== null && match.index < end; match = special.exec(source)) {
    out.add(source.slice(last, match.index), last, match.index);
    last = Math.min(end, special.lastIndex);
    out.add(replace(source.slice(match.index, last)), match.index, last);
  }
  out.add(source.slice(last, Math.max(last, end)), last, Math.max(last, end));
  return out.done();
}

/** One line break is a space, each further one a line break. */
function unfold(found: string): string {
  const breaks = found.split('\n').length - 1;
  if (breaks === 0) return found;
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

function unescape(found: string): string {
  const kind = found[1]!;
  if (kind === '\n' || kind === '\r') return '';
  if (found.length === 12) return unescape(found.slice(0, 6)) + unescape(found.slice(6));
  if (found.length > 2) {
    const code = parseInt(found.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : found;
  }
  return controls[kind] ?? kind;
}

const named: Record<string, string> = { '\0': '0', '\x07': 'a', '\b': 'b', '\x1b': 'e', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\v': 'v', '\u0085': 'N', '\u2028': 'L', '\u2029': 'P' };

/** A text as it stands between the quotation marks of a double-quoted scalar, on one line. */
export function encodeDoubleQuoted(text: string): string {
  return text.replace(/["\\]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, (c) => {
    if (c === '"' || c === '\\') return `\\${c}`;
    const code = c.charCodeAt(0);
    return `\\${named[c] ?? (code < 0x100 ? `x${code.toString(16).padStart(2, '0')}` : `u${code.toString(16).padStart(4, '0')}`)}`;
  });
}
