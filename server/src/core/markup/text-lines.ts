import type { ProseWriter } from './prose-writer.ts';
import { afterBlanks, isDigit, isLetter, lineEnd, NEWLINE } from './characters.ts';

/** A line of nothing but one repeated sign (`****`, `----`, `====`, the `--` before a signature). */
export function isDecoration(text: string, at: number, end: number): boolean {
  const sign = text.charCodeAt(at);
  if (sign !== 42 && sign !== 45 && sign !== 61 && sign !== 95 && sign !== 126 && sign !== 35 && sign !== 43) return false;
  let signs = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === sign) signs++;
    else if (code !== 32 && code !== 9 && code !== 13) return false;
  }
  return signs >= (sign === 45 ? 2 : 3);
}

/** Where the text of a list item begins, if a bullet or a number stands at `at`; else -1. */
export function bulletEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let i = at + 1;
  if (code === 0x2022 || code === 0xb7 || code === 0x25aa || code === 0x25e6 || code === 0x25cf) return afterBlanks(text, i, end);
  if (code === 45 || code === 42 || code === 43 || code === 0x2013 || code === 0x2014) return isGap(text, i) ? afterBlanks(text, i, end) : -1;
  if (code === 40 && (isDigit(text.charCodeAt(i)) || isLetter(text.charCodeAt(i)))) {
    while (isDigit(text.charCodeAt(i)) && i - at < 4) i++;
    if (i === at + 1) i++;
    return text.charCodeAt(i) === 41 && isGap(text, i + 1) ? afterBlanks(text, i + 1, end) : -1;
  }
  if (isDigit(code)) while (isDigit(text.charCodeAt(i)) && i - at < 4) i++;
  else if (!(code >= 97 && code <= 104 && text.charCodeAt(i) === 41)) return -1;
  const mark = text.charCodeAt(i);
  return (mark === 46 || mark === 41) && isGap(text, i + 1) ? afterBlanks(text, i + 1, end) : -1;
}

function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9 || code === NEWLINE || Number.isNaN(code);
}

/**
 * Passes over what a line of plain text begins with (blank and decoration lines before it, a quote mark, a bullet) and
 * answers where its words begin. `newline` is where the line before ended, -1 for the first line.
 */
export function startLine(text: string, at: number, newline: number, out: ProseWriter): number {
  const end = text.length;
  for (;;) {
    const first = afterBlanks(text, at, end);
    if (first >= end) return end;
    const stop = lineEnd(text, first, end);
    if (first === stop || isDecoration(text, first, stop)) {
      out.block(at);
      if (stop >= end) return end;
      newline = stop;
      at = stop + 1;
      continue;
    }
    const words = text.charCodeAt(first) === 62 ? afterBlanks(text, first + 1, stop) : first;
    const item = bulletEnd(text, words, stop);
    if (item !== -1) out.block(at);
    else if (newline >= 0) out.line(newline, newline + 1);
    return item === -1 ? words : item;
  }
}

/** Where a line's text ends, a carriage return before its newline left out. */
export function beforeReturn(text: string, from: number, newline: number): number {
  return newline > from && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}
