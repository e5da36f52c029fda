import { afterBlanks, indexWithin, isSpace, lineEnd, NEWLINE } from './characters.ts';
import { bulletEnd, isDecoration } from './text-lines.ts';
import type { ProseWriter } from './prose-writer.ts';

/** The line structure of Markdown: passes over block marks and skips what is no prose (fences, indented code, definitions). */
export class MarkdownLines {
  /** True where the present line is a table row, so that `|` parts its cells. */
  inRow = false;
  private readonly text: string;
  private readonly out: ProseWriter;
  private afterBlank = true;
  private inList = false;
  private inTable = false;
  private afterHeading = false;
  private quoteDepth = 0;
  /** Where the next `|` stands, as far as it was looked for. */
  private nextBar = -1;

  constructor(text: string, out: ProseWriter) {
    this.text = text;
    this.out = out;
  }

  /** Where the words of the next line begin. `newline` is where the line before ended, -1 at the start; `hard` as its writer meant it. */
  start(at: number, newline: number, hard: boolean): number {
    const { text, out } = this;
    const end = text.length;
    this.inRow = false;
    if (this.afterHeading) out.block(at);
    this.afterHeading = false;
    for (;;) {
      if (at >= end) return end;
      const stop = lineEnd(text, at, end);
      let first = at;
      let depth = 0;
      let isItem = false;
      let indent = indentOf(text, at);
      first = afterBlanks(text, at, stop);
      while (first < stop && text.charCodeAt(first) === 62) {
        depth++;
        indent = indentOf(text, first + 1) - 1;
        first = afterBlanks(text, first + 1, stop);
      }
      const skipped = first >= stop ? stop : this.passed(first, stop, indent, depth);
      if (skipped !== -1) {
        out.block(at);
        this.afterBlank = true;
        this.inTable = this.inTable && first < stop;
        if (skipped >= end) return end;
        at = skipped + 1;
        newline = skipped;
        continue;
      }
      for (let item = bulletEnd(text, first, stop); item !== -1 && item <= stop; item = bulletEnd(text, first, stop)) {
        isItem = true;
        first = afterTaskBox(text, item);
        if (first >= stop) break;
      }
      if (isItem) this.inList = true;
      else if (this.afterBlank && indent === 0) this.inList = false;
      const heading = headingText(text, first, stop);
      if (heading !== -1) {
        this.afterHeading = true;
        first = heading;
      }
      const isRow = this.isRow(first, stop);
      if (isItem || heading !== -1 || isRow || depth !== this.quoteDepth && (depth > 0 || this.afterBlank)) out.block(at);
      else if (newline >= 0) out.line(newline, newline + 1, hard);
      this.quoteDepth = depth;
      this.afterBlank = false;
      this.inRow = isRow;
      return isRow && text.charCodeAt(first) === 124 ? afterBlanks(text, first + 1, stop) : first;
    }
  }

  /** Last newline of a stretch without prose that begins on this line, or -1. */
  private passed(first: number, stop: number, indent: number, depth: number): number {
    const { text } = this;
    if (indent >= 4 && this.afterBlank && !this.inList) return stop;
    const fence = fenceLength(text, first, stop);
    if (fence > 0) return fenceEnd(text, first, fence, stop, depth);
    if (isDecoration(text, first, stop)) return stop;
    const code = text.charCodeAt(first);
    if (code === 91 && /^\[[^\]^\n]+\]:[ \t]*\S+/.test(text.slice(first, stop)) && definitionOf(text, first, stop) !== null) return stop;
    if (code === 91 && /^\[![A-Z]+\]\s*$/.test(text.slice(first, stop))) return stop;
    if (isDelimiterRow(text, first, stop)) {
      this.inTable = true;
      return stop;
    }
    return -1;
  }

  private isRow(first: number, stop: number): boolean {
    if (this.nextBar < first) {
      const found = this.text.indexOf('|', first);
      this.nextBar = found === -1 ? this.text.length : found;
    }
    if (this.nextBar >= stop) return false;
    if (this.nextBar === first && indexWithin(this.text, 124, first + 1, stop) !== -1) return true;
    if (this.inTable) return true;
    const next = afterBlanks(this.text, stop + 1, this.text.length);
    return stop < this.text.length && isDelimiterRow(this.text, next, lineEnd(this.text, next, this.text.length));
  }
}

/** The label of a link definition (`[label]: address`), in lower case; null where the line is none. */
export function definitionOf(text: string, first: number, stop: number): string | null {
  const found = /^\[([^\]^\n][^\]\n]*)\]:[ \t]*(?:<[^>\n]*>|\S+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t\r]*$/.exec(text.slice(first, stop));
  return found ? found[1]!.toLowerCase() : null;
}

/** Columns before the first word of the line (a tab counts to the next multiple of four). */
function indentOf(text: string, at: number): number {
  let columns = 0;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) columns++;
    else if (code === 9) columns += 4 - (columns % 4);
    else return columns;
  }
}

/** Length of the fence at `first` (three or more backticks or tildes), 0 if there is none. */
export function fenceLength(text: string, first: number, stop: number): number {
  const sign = text.charCodeAt(first);
  if (sign !== 96 && sign !== 126) return 0;
  let i = first;
  while (i < stop && text.charCodeAt(i) === sign) i++;
  if (i - first < 3) return 0;
  if (sign === 96) {
    if (indexWithin(text, 96, i, stop) !== -1) return 0;
  }
  return i - first;
}

/** The newline (or end) that closes the fenced block opened at `first`. */
export function fenceEnd(text: string, first: number, length: number, stop: number, depth = 0): number {
  const sign = text.charCodeAt(first);
  const end = text.length;
  let line = stop;
  while (line < end) {
    const from = line + 1;
    const to = lineEnd(text, from, end);
    let i = afterBlanks(text, from, to);
    for (let d = 0; d < depth && text.charCodeAt(i) === 62; d++) i = afterBlanks(text, i + 1, to);
    let signs = 0;
    while (i < to && text.charCodeAt(i) === sign) { i++; signs++; }
    line = to;
    if (signs >= length && afterBlanks(text, i, to) === to) return to;
  }
  return end;
}

function headingText(text: string, first: number, stop: number): number {
  let i = first;
  while (i < stop && text.charCodeAt(i) === 35) i++;
  return i > first && i - first <= 6 && isSpace(text.charCodeAt(i)) ? afterBlanks(text, i, stop) : -1;
}

function afterTaskBox(text: string, at: number): number {
  const mark = text.charCodeAt(at + 1);
  const isBox = text.charCodeAt(at) === 91 && text.charCodeAt(at + 2) === 93 && text.charCodeAt(at + 3) === 32 && (mark === 32 || mark === 120 || mark === 88);
  return isBox ? at + 4 : at;
}

/** `|---|:--:|` */
export function isDelimiterRow(text: string, first: number, stop: number): boolean {
  let bars = 0;
  let dashes = 0;
  for (let i = first; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 124) bars++;
    else if (code === 45) dashes++;
    else if (code !== 58 && code !== 32 && code !== 13 && code !== 9 && code !== NEWLINE) return false;
  }
  return bars > 0 && dashes > 0;
}
