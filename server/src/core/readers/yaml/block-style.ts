import type { Element, Entry, ListTree, MapTree, Tree } from '../shapes/tree.ts';
import { LazyScalar } from './lazy-scalar.ts';
import { plainValue } from './plain-values.ts';
import { blockScalarEnd, flowListItems, notMine, plainEnd, quotedEnd } from './scalar-ends.ts';

/**
 * Reads a YAML text by lines and indentation, where it is in the style that people write: maps and lists in lines,
 * scalars of all styles, comments, lists of words in brackets. Null for all else (anchors, tags, several documents,
 * errors): the `yaml` package then has the word. Why there is a reader of our own beside it: a library of 10,000 macros
 * (7 MB) took that package 0.8 s to recognise and 1.1 s more to read reply by reply; here it is 0.09 s and 0.16 s.
 * `column`: how many units stand before the text on its first line.
 */
export function blockStyleTree(text: string, column = 0): Tree | null {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return null;
  try {
    return new BlockStyleReader(text).document(column);
  } catch (error) {
    if (error === notMine) return null;
    throw error;
  }
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const dash = 45;
const dot = 46;
const colon = 58;
const deepest = 100;
/** The library bounds a key at 1,024 characters. */
const longestKey = 1000;

class BlockStyleReader {
  private readonly text: string;
  /** Where the next thing begins: the first character of a line that is no space, or what follows a dash. */
  private at = 0;
  /** Column of `at`; -1 at the end of the text. */
  private column = -1;
  /** Column of the first thing on the line that is no dash. */
  private lead = 0;
  /** Column of the leftmost comment on a line of its own that was just passed. */
  private comment = Infinity;
  private depth = 0;
  private mayBegin = true;

  constructor(text: string) {
    this.text = text;
  }

  document(column: number): Tree {
    this.toLine(0, -column);
    if (this.column === -1) throw notMine;
    const root = this.isDash(this.at) ? this.list() : this.map();
    if (this.column !== -1) throw notMine;
    return root;
  }

  private list(): ListTree {
    this.enter();
    const { at: start, column } = this;
    const elements: Element[] = [];
    do {
      const from = this.at;
      const inner = this.afterSpaces(from + 1);
      let value: Tree | null = null;
      if (this.endsLine(inner)) {
        this.endLine(from + 1);
        if (this.column > column) value = this.node(column);
      } else {
        this.column = column + inner - from;
        this.lead = this.column;
        this.at = inner;
        this.comment = Infinity;
        value = this.node(column);
      }
      elements.push({ value, start: from, end: value?.end ?? from + 1 });
    } while (this.column === column && this.isDash(this.at));
    this.leave(column);
    return { kind: 'list', flow: false, elements, start, end: elements.at(-1)!.end };
  }

  private map(): MapTree {
    this.enter();
    const { at: start, column } = this;
    const entries: Entry[] = [];
    do {
      const from = this.at;
      const sign = this.signAfterKey(from);
      if (sign === -1) throw notMine;
      const key = this.key(from, sign);
      const inner = this.afterSpaces(sign + 1);
      let value: Tree | null = null;
      if (this.endsLine(inner)) {
        this.endLine(sign + 1);
        if (this.column > column) value = this.node(column);
        else if (this.column === column && this.isDash(this.at)) value = this.list();
      } else {
        this.at = inner;
        value = this.leaf(column);
      }
      entries.push({ key, value, start: from, end: value?.end ?? sign + 1 });
    } while (this.column === column && !this.isDash(this.at));
    if (this.column === column) throw notMine;
    this.leave(column);
    return { kind: 'map', flow: false, entries, start, end: entries.at(-1)!.end };
  }

  private enter(): void {
    if (++this.depth > deepest) throw notMine;
  }

  private leave(column: number): void {
    this.depth--;
    if (this.column > column) throw notMine;
  }

  /** What begins at `at`, inside the collection whose column is `parent`. */
  private node(parent: number): Tree {
    if (this.isDash(this.at)) return this.list();
    if (this.signAfterKey(this.at) !== -1) return this.map();
    // The library lets such a comment lower the column that the lines of a text must keep to.
    if (this.comment <= parent) throw notMine;
    return this.leaf(parent);
  }

  private leaf(parent: number): Tree {
    const { text, at: start, lead } = this;
    const first = text[start]!;
    if (first === '|' || first === '>') {
      const end = blockScalarEnd(text, start, parent);
      this.toLine(end);
      return new LazyScalar(text, start, end, false, parent);
    }
    if (first === '[') {
      const items = flowListItems(text, start);
      const end = items.at(-1)!;
      this.endLine(end);
      const elements: Element[] = [];
      for (let i = 0; i + 1 < items.length; i += 2) {
        elements.push({ value: new LazyScalar(text, items[i]!, items[i + 1]!, true, lead), start: items[i]!, end: items[i + 1]! });
      }
      return { kind: 'list', flow: true, elements, start, end };
    }
    const end = first === '"' || first === "'" ? quotedEnd(text, start, parent) : plainEnd(text, start, parent);
    this.endLine(end);
    return new LazyScalar(text, start, end, true, lead);
  }

  /** Offset of the colon that makes what begins at `start` a key; -1 where it is none. */
  private signAfterKey(start: number): number {
    const { text } = this;
    const first = text[start];
    if (first === '"' || first === "'") {
      const end = quotedEnd(text, start, -1);
      const sign = this.afterSpaces(end);
      return text.charCodeAt(sign) === colon && this.isBlank(sign + 1) && !text.slice(start, end).includes('\n') ? sign : -1;
    }
    for (let i = start; ; i++) {
      const c = text.charCodeAt(i);
      if (c === colon && this.isBlank(i + 1)) return i;
      if (c !== c || c === lineFeed || (c === hash && i > start && this.isBlank(i - 1))) return -1;
    }
  }

  private key(start: number, sign: number): string {
    const { text } = this;
    let end = sign;
    while (end > start && text.charCodeAt(end - 1) === space) end--;
    if (sign - start > longestKey) throw notMine;
    const first = text[start];
    if (first === '"' || first === "'") return String(new LazyScalar(text, start, end, true, 0).value);
    if (plainEnd(text, start, Infinity, end) !== end) throw notMine;
    const key = text.slice(start, end);
    if (key === '<<') throw notMine;
    return String(plainValue(key));
  }

  /** Goes on after the end of a value; only a comment may follow on its line. */
  private endLine(from: number): void {
    const i = this.afterSpaces(from);
    if (!this.endsLine(i) || (i === from && this.text.charCodeAt(i) === hash)) throw notMine;
    this.toLine(this.nextLine(i));
  }

  /** Goes to the first line from `from` on that has something on it; `lineStart` is column 0 of the line at `from`. */
  private toLine(from: number, lineStart = from): void {
    const { text } = this;
    this.comment = Infinity;
    for (let line = from, base = lineStart; ; base = line) {
      const i = this.afterSpaces(line);
      if (i >= text.length) {
        this.at = text.length;
        this.column = -1;
        return;
      }
      if (this.endsLine(i)) {
        if (text.charCodeAt(i) === hash) this.comment = Math.min(this.comment, i - base);
        line = this.nextLine(i);
        continue;
      }
      this.at = i;
      this.column = i - base;
      this.lead = this.column;
      if (this.column !== 0 || !this.isDocumentMark(i)) break;
      if (!this.mayBegin || text.charCodeAt(i) === dot || !this.endsLine(this.afterSpaces(i + 3))) throw notMine;
      this.mayBegin = false;
      line = this.nextLine(i);
    }
    this.mayBegin = false;
  }

  private isDocumentMark(i: number): boolean {
    const c = this.text.charCodeAt(i);
    return (c === dash || c === dot) && this.text.charCodeAt(i + 1) === c && this.text.charCodeAt(i + 2) === c && this.isBlank(i + 3);
  }

  private afterSpaces(from: number): number {
    let i = from;
    while (this.text.charCodeAt(i) === space) i++;
    return i;
  }

  private nextLine(from: number): number {
    const found = this.text.indexOf('\n', from);
    return found === -1 ? this.text.length : found + 1;
  }

  /** A line break, a comment or the end of the text. */
  private endsLine(i: number): boolean {
    const c = this.text.charCodeAt(i);
    return c === lineFeed || c === carriageReturn || c === hash || c !== c;
  }

  private isBlank(i: number): boolean {
    const c = this.text.charCodeAt(i);
    return c === space || c === lineFeed || c === carriageReturn || c === tab || c !== c;
  }

  private isDash(i: number): boolean {
    return this.text.charCodeAt(i) === dash && this.isBlank(i + 1);
  }
}
