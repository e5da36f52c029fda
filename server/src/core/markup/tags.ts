import { isHtmlName, isBlockName } from './html-names.ts';
import { isDigit, isLetter } from './characters.ts';
import type { ProseWriter } from './prose-writer.ts';

const reach = 4000;

/** End of the comment that opens at `at`; the whole rest where it is never closed, as a browser reads it. */
export function commentEnd(text: string, at: number): number {
  const close = text.indexOf('-->', at + 4);
  return close === -1 ? text.length : close + 3;
}

/**
 * Takes a known HTML tag (or a comment, or an element that holds no prose) off running text. Answers where the text goes
 * on, or -1 where no tag stands at `at`. `flush` is called before anything is written.
 */
export function passTag(text: string, at: number, out: ProseWriter, flush: () => void): number {
  if (text.startsWith('<!--', at)) {
    flush();
    return commentEnd(text, at);
  }
  const closing = text.charCodeAt(at + 1) === 47;
  const from = closing ? at + 2 : at + 1;
  let i = from;
  while (isLetter(text.charCodeAt(i)) || (i > from && isDigit(text.charCodeAt(i)))) i++;
  if (i === from || !' >/\n\t'.includes(text[i] ?? '?')) return -1;
  const name = text.slice(from, i).toLowerCase();
  if (!isHtmlName(name)) return -1;
  const end = tagEnd(text, i);
  if (end === -1 || !isTagBody(text, i, end)) return -1;
  flush();
  if (name === 'br') out.line(at, end, true);
  else if (name === 'img') out.opaque('image', at, end);
  else if (isBlockName(name)) out.block(at);
  if (closing || text.charCodeAt(end - 2) === 47) return end;
  if (name === 'script' || name === 'style' || name === 'code') {
    const over = elementEnd(text, name, end);
    if (over !== -1 && name === 'code') out.opaque('code', at, over);
    return over === -1 ? end : over;
  }
  return end;
}

function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < Math.min(text.length, from + reach); i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return i + 1;
    else if (code === 60) return -1;
    else if ((code === 34 || code === 39) && text.charCodeAt(i - 1) === 61) quote = code;
  }
  return -1;
}

/** Nothing, a slash, or attributes: `<link to docs>` is a gap that a person fills, no tag. */
function isTagBody(text: string, from: number, end: number): boolean {
  const body = text.slice(from, end - 1).trim();
  return body === '' || body === '/' || body.includes('=');
}

function elementEnd(text: string, name: string, from: number): number {
  const window = text.slice(from, from + 20_000).toLowerCase();
  const close = window.indexOf(`</${name}`);
  const end = close === -1 ? -1 : window.indexOf('>', close);
  return end === -1 ? -1 : from + end + 1;
}
