/** The questions that every scanner in here asks of a UTF-16 code unit. */

export const NEWLINE = 10;
export const SPACE = 32;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** An ASCII letter, digit or underscore, or anything beyond ASCII that is no space or punctuation of ours. */
export function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 95 || (code >= 0xc0 && code < 0x2000);
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 0xa0;
}

export function isSpace(code: number): boolean {
  return isBlank(code) || code === NEWLINE || Number.isNaN(code);
}

/** Index of the first character from `at` on that is no blank (`end` if there is none). */
export function afterBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Index of the next newline, or `end`. */
export function lineEnd(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 || found > end ? end : found;
}

/** True where the newline at `at` is followed by a line that holds nothing. */
export function endsParagraph(text: string, at: number): boolean {
  const next = afterBlanks(text, at + 1, text.length);
  return next >= text.length || text.charCodeAt(next) === NEWLINE;
}

/** Index of the character `code` in `[at, end)`, or -1. */
export function indexWithin(text: string, code: number, at: number, end: number): number {
  for (; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/**
 * Index of `close` from `at` on, at most `reach` characters away and not beyond the paragraph, nor beyond
 * another `open`; -1 if there is none. The bounds keep a file full of unclosed openers linear.
 */
export function closingIndex(text: string, close: string, at: number, end: number, reach = 600, open = ''): number {
  const first = close.charCodeAt(0);
  const again = open === '' ? -1 : open.charCodeAt(0);
  const stop = Math.min(end, at + reach);
  for (let i = at; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === first && text.startsWith(close, i) && i + close.length <= end) return i;
    if (code === again && text.startsWith(open, i)) return -1;
    if (code === NEWLINE && endsParagraph(text, i)) return -1;
  }
  return -1;
}
