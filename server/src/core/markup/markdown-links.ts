import { closingBracket } from './fill-ins.ts';
import { lineEnd } from './characters.ts';
import { definitionOf } from './markdown-lines.ts';

/** A link or an image: where its text ends, and where the whole ends. */
export interface MarkdownLink {
  readonly textEnd: number;
  readonly end: number;
}

/** Finds the links of one text; its definitions are collected when the first reference asks for them. */
export class MarkdownLinks {
  private readonly text: string;
  private labels: Set<string> | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** The link whose `[` stands at `at`. */
  at(at: number): MarkdownLink | null {
    const { text } = this;
    const textEnd = closingBracket(text, at, text.length);
    if (textEnd === -1) return null;
    const next = text.charCodeAt(textEnd + 1);
    if (next === 40) {
      const end = destinationEnd(text, textEnd + 1);
      return end === -1 ? null : { textEnd, end };
    }
    if (next === 91) {
      const close = closingBracket(text, textEnd + 1, text.length);
      const label = close === textEnd + 2 ? text.slice(at + 1, textEnd) : text.slice(textEnd + 2, close);
      if (close !== -1 && this.isDefined(label)) return { textEnd, end: close + 1 };
    }
    return this.isDefined(text.slice(at + 1, textEnd)) ? { textEnd, end: textEnd + 1 } : null;
  }

  private isDefined(label: string): boolean {
    if (this.labels === null) {
      this.labels = new Set();
      for (let i = this.text.indexOf(']:'); i !== -1; i = this.text.indexOf(']:', i + 2)) {
        const start = this.text.lastIndexOf('\n', i) + 1;
        const first = this.text.indexOf('[', start);
        const label = first === -1 || first > i ? null : definitionOf(this.text, first, lineEnd(this.text, first, this.text.length));
        if (label !== null) this.labels.add(label);
      }
    }
    return this.labels.size > 0 && this.labels.has(label.toLowerCase());
  }
}

/** Index after the `)` that closes an inline link's address and title; -1 if it is never closed. */
function destinationEnd(text: string, at: number): number {
  let depth = 0;
  let quote = 0;
  const stop = Math.min(text.length, at + 2000);
  for (let i = at; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 && text.charCodeAt(i - 1) === 32) quote = code;
    else if (code === 40) depth++;
    else if (code === 41 && --depth === 0) return i + 1;
    else if (code === 10 && text.charCodeAt(i + 1) === 10) return -1;
  }
  return -1;
}
