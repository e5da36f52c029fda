import type { Position, Range as LspRange } from 'vscode-languageserver';
import type { Range, TextEdit } from '../core/model.ts';

/** How a line ends. The last line of a text has no break. */
const enum Break { None, Lf, Cr, CrLf }
const LF = 10;
const CR = 13;

/**
 * The one place where UTF-16 offsets and LSP positions meet. Line breaks are `\n`, `\r\n` and `\r`, as in the protocol.
 * An edit costs what it changes, not what the file holds: the starts behind it are moved by one number that is kept
 * aside (`shift`, from line `shiftFrom` on) and only paid out between one edit's place and the next.
 */
export class LineTable {
  private readonly starts: number[] = [0];
  private readonly breaks: Break[] = [];
  private shiftFrom = Number.MAX_SAFE_INTEGER;
  private shift = 0;
  private size: number;

  constructor(text: string) {
    this.size = text.length;
    const found = breaksOf(text, 0);
    for (const start of found.starts) this.starts.push(start);
    for (const kind of found.kinds) this.breaks.push(kind);
    this.breaks.push(Break.None);
  }

  /** Length of the text, UTF-16 code units. */
  get length(): number { return this.size; }
  get lineCount(): number { return this.starts.length; }

  /** An offset past the end counts as the end, one inside `\r\n` as the place before it. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.size);
    return this.placeIn(this.lineAt(at), at);
  }

  /** A character past the end of its line counts as that end, a line past the last one as the end of the text. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.size;
    const start = this.start(position.line);
    return Math.min(start + Math.max(position.character, 0), this.contentEnd(position.line));
  }

  toLsp(range: Range): LspRange {
    const start = this.positionAt(range.start);
    // Most ranges end in the line they begin in.
    const isOneLine = range.end >= range.start && range.end <= this.contentEnd(start.line);
    return { start, end: isOneLine ? this.placeIn(start.line, range.end) : this.positionAt(range.end) };
  }

  /** Ends the wrong way round are put right. */
  fromLsp(range: LspRange): Range {
    const a = this.offsetAt(range.start);
    const b = this.offsetAt(range.end);
    return a <= b ? { start: a, end: b } : { start: b, end: a };
  }

  /** Follows one replacement; offsets refer to the text before it. */
  edit(edit: TextEdit): void {
    // A `\r` before or a `\n` behind may join with the new text into one break, or part from it: they are written anew.
    const early = this.isAfterCr(edit.start);
    const late = this.isBeforeLf(edit.end);
    const start = early ? edit.start - 1 : edit.start;
    const end = late ? edit.end + 1 : edit.end;
    const first = this.lineAt(start);
    const last = this.lineAt(end);
    const found = breaksOf((early ? '\r' : '') + edit.newText + (late ? '\n' : ''), start);
    const delta = edit.newText.length - (edit.end - edit.start);
    this.settle(last + 1);
    replace(this.starts, first + 1, last + 1, found.starts);
    replace(this.breaks, first, last, found.kinds);
    this.shiftFrom = first + 1 + found.starts.length;
    this.shift += delta;
    this.size += delta;
  }

  /** Pays out or takes back the pending shift so that it starts at `line`. */
  private settle(line: number): void {
    const goal = Math.min(line, this.starts.length);
    const from = Math.min(this.shiftFrom, this.starts.length);
    for (let i = from; i < goal; i++) this.starts[i]! += this.shift;
    for (let i = goal; i < from; i++) this.starts[i]! -= this.shift;
    this.shiftFrom = goal;
  }

  private placeIn(line: number, offset: number): Position {
    return { line, character: Math.min(offset, this.contentEnd(line)) - this.start(line) };
  }

  private start(line: number): number {
    return line < this.shiftFrom ? this.starts[line]! : this.starts[line]! + this.shift;
  }

  /** Where the line's break begins; for the last line the end of the text. */
  private contentEnd(line: number): number {
    if (line + 1 >= this.lineCount) return this.size;
    return this.start(line + 1) - (this.breaks[line] === Break.CrLf ? 2 : 1);
  }

  private lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private isAfterCr(offset: number): boolean {
    const line = this.lineAt(offset);
    if (offset === this.start(line)) return line > 0 && this.breaks[line - 1] === Break.Cr;
    return offset > this.contentEnd(line);
  }

  private isBeforeLf(offset: number): boolean {
    const line = this.lineAt(offset);
    const past = offset - this.contentEnd(line);
    return (past === 0 && this.breaks[line] === Break.Lf) || (past === 1 && this.breaks[line] === Break.CrLf);
  }
}

/** The line breaks of a text, and where the line behind each of them starts, counted from `base`. */
function breaksOf(text: string, base: number): { starts: number[]; kinds: Break[] } {
  const starts: number[] = [];
  const kinds: Break[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== LF && code !== CR) continue;
    const isPair = code === CR && text.charCodeAt(i + 1) === LF;
    if (isPair) i++;
    starts.push(base + i + 1);
    kinds.push(isPair ? Break.CrLf : code === LF ? Break.Lf : Break.Cr);
  }
  return { starts, kinds };
}

/** `splice` without a spread, which fails on very long lists. */
function replace<T>(list: T[], from: number, to: number, by: readonly T[]): void {
  if (by.length < 10_000) {
    list.splice(from, to - from, ...by);
    return;
  }
  const rest = list.slice(to);
  list.length = from;
  for (const item of by) list.push(item);
  for (const item of rest) list.push(item);
}
