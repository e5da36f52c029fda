import { braceLength } from './brace-length.ts';
import { isDigit, isLetter, isWord } from './characters.ts';
import type { Atom } from './placeholders.ts';

/** The URL whose `://` or the e-mail address whose `@` stands at `at`. */
export function addressAround(text: string, at: number, floor: number, end: number): Atom | null {
  return text.charCodeAt(at) === 58 ? urlAround(text, at, floor, end) : emailAround(text, at, floor, end);
}

function urlAround(text: string, colon: number, floor: number, end: number): Atom | null {
  if (text.charCodeAt(colon + 1) !== 47 || text.charCodeAt(colon + 2) !== 47) return null;
  let start = colon;
  while (start > floor && isLetter(text.charCodeAt(start - 1)) && colon - start < 6) start--;
  const scheme = text.slice(start, colon).toLowerCase();
  if (scheme !== 'http' && scheme !== 'https' && scheme !== 'ftp') return null;
  const stop = urlEnd(text, colon + 3, end);
  return stop > colon + 3 ? { start, end: stop, kind: 'link' } : null;
}

/** `www.` at the start of a word. */
export function wwwAt(text: string, at: number, end: number): Atom | null {
  if (text.charCodeAt(at + 1) !== 119 || !text.startsWith('www.', at) || (at > 0 && isWord(text.charCodeAt(at - 1)))) return null;
  const stop = urlEnd(text, at + 4, end);
  return stop > at + 4 ? { start: at, end: stop, kind: 'link' } : null;
}

/** Where a URL ends: before white space, quotes, angle brackets, and the punctuation of the sentence around it. */
function urlEnd(text: string, from: number, end: number): number {
  let i = from;
  let open = 0;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 123 || code === 36 || code === 35) {
      const length = braceLength(text, i, end);
      if (length > 0) { i += length; continue; }
    }
    if (code <= 32 || code === 60 || code === 62 || code === 34 || code === 124 || code === 93 || code === 91 || code === 96 || code === 0xa0 || (code >= 0x2018 && code <= 0x201f) || code >= 0x3000) break;
    if (code === 40) open++;
    else if (code === 41 && --open < 0) break;
    i++;
  }
  while (i > from && '.,;:!?*_~\'"\\'.includes(text[i - 1]!)) i--;
  return i;
}

function emailAround(text: string, at: number, floor: number, end: number): Atom | null {
  let start = at;
  while (start > floor && isLocal(text.charCodeAt(start - 1)) && at - start < 64) start--;
  if (start === at || !(isLetter(text.charCodeAt(start)) || isDigit(text.charCodeAt(start)))) return null;
  let i = at + 1;
  let dot = -1;
  for (; i < end && i - at < 255; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) dot = i;
    else if (!isLetter(code) && !isDigit(code) && code !== 45) break;
  }
  if (text.charCodeAt(i - 1) === 46) {
    i--;
    dot = text.lastIndexOf('.', i - 1);
  }
  return dot > at + 1 && i > dot + 1 ? { start, end: i, kind: 'link' } : null;
}

function isLocal(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 46 || code === 95 || code === 43 || code === 45;
}
