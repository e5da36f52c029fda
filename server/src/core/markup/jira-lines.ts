import { afterBlanks, isDigit, isSpace, lineEnd } from './characters.ts';
import { bulletEnd, isDecoration } from './text-lines.ts';
import type { ProseWriter } from './prose-writer.ts';

/** Passes over what a line of Jira markup begins with and answers where its words begin. */
export function startJiraLine(text: string, at: number, newline: number, out: ProseWriter): number {
  const end = text.length;
  // A heading ends with its line.
  if (newline >= 0 && headingEnd(text, afterBlanks(text, text.lastIndexOf('\n', newline - 1) + 1, newline)) !== -1) out.block(newline);
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
    const words = blockMark(text, first, stop);
    if (words !== -1) out.block(at);
    else if (newline >= 0) out.line(newline, newline + 1);
    return words === -1 ? first : words;
  }
}

/** Where the words of a heading, list item, block quote or table row begin; -1 on an ordinary line. */
function blockMark(text: string, first: number, stop: number): number {
  const heading = headingEnd(text, first);
  if (heading !== -1) return heading;
  const code = text.charCodeAt(first);
  if (code === 124) return text.charCodeAt(first + 1) === 124 ? first + 2 : first + 1;
  if (code === 42 || code === 35 || code === 45) {
    let i = first;
    while ('*#-'.includes(text[i] ?? '?')) i++;
    if (isSpace(text.charCodeAt(i)) && i < stop) return afterBlanks(text, i, stop);
  }
  return bulletEnd(text, first, stop);
}

/** `h3. ` or `bq. ` */
function headingEnd(text: string, at: number): number {
  const isMark = (text.charCodeAt(at) === 104 && isDigit(text.charCodeAt(at + 1))) || text.startsWith('bq', at);
  return isMark && text.charCodeAt(at + 2) === 46 && text.charCodeAt(at + 3) === 32 ? at + 4 : -1;
}
