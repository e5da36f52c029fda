import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Problem } from '../reader.ts';
import type { Element, Entry, ListTree, MapTree, ScalarTree, Tree } from '../shapes/tree.ts';
import { StringError, Token } from './tokens.ts';

const deepest = 200;

/** Parses JSON (comments allowed) and goes on after errors, so that one broken record leaves the others as they are. */
export function parseJson(text: string): { readonly root: Tree | null; readonly problems: readonly Problem[]; readonly end: number } {
  const parser = new JsonParser(text);
  const root = parser.document();
  return { root, problems: parser.problems, end: parser.lastEnd };
}

class JsonParser {
  readonly problems: Problem[] = [];
  /** End of the last token that was used. */
  lastEnd = 0;
  private readonly text: string;
  private readonly scanner: JSONScanner;
  private token: number;
  /** True from a mistake to the end of its record. */
  private quiet = false;
  /** The open maps and lists, innermost last. */
  private readonly open: ('map' | 'list')[] = [];

  constructor(text: string) {
    this.text = text;
    this.scanner = createScanner(text, true);
    this.token = this.scanner.scan();
  }

  document(): Tree | null {
    let root: Tree | null = null;
    while (this.token !== Token.End) {
      const value = this.value();
      if (value === null) {
        this.unexpected();
        this.next();
      } else if (root === null) {
        root = value;
      } else {
        this.problem('There is more text after the end of the data.', value.start);
      }
    }
    return root;
  }

  private value(): Tree | null {
    switch (this.token) {
      case Token.OpenBrace: return this.open.length < deepest ? this.map() : this.tooDeep();
      case Token.OpenBracket: return this.open.length < deepest ? this.list() : this.tooDeep();
      case Token.String: return this.scalar(this.stringValue());
      case Token.Number: return this.scalar(Number(this.scanner.getTokenValue()));
      case Token.True: return this.scalar(true);
      case Token.False: return this.scalar(false);
      case Token.Null: return this.scalar(null);
      default: return null;
    }
  }

  private map(): MapTree {
    const start = this.offset;
    const entries: Entry[] = [];
    let afterEntry = false;
    const wasQuiet = this.quiet;
    this.open.push('map');
    this.next();
    for (;;) {
      if (this.token === Token.CloseBrace) {
        if (!afterEntry && entries.length > 0) this.problem('There is a comma too many before }.', this.offset);
        this.next();
        break;
      }
      if (this.token === Token.Comma) {
        if (!afterEntry) this.problem('There is a comma too many here.', this.offset);
        afterEntry = false;
        this.next();
      } else if (this.token === Token.String) {
        if (afterEntry) this.problem(`A comma is missing before ${this.shown()}.`, this.offset);
        entries.push(this.entry());
        afterEntry = true;
      } else if (this.endsUnclosed()) {
        this.problem('The } that closes this record is missing.', this.token === Token.End ? start : this.offset);
        break;
      } else {
        // What stands before it was cut short, probably by a quotation mark inside the text.
        const before = entries.at(-1);
        if (before) entries[entries.length - 1] = { ...before, value: null };
        this.unexpected();
        this.quiet = true;
        this.next();
      }
    }
    this.quiet = wasQuiet;
    this.open.pop();
    return { kind: 'map', flow: true, entries, start, end: this.lastEnd };
  }

  /** True where the token belongs to what lies around the open map. */
  private endsUnclosed(): boolean {
    if (this.token === Token.End) return true;
    const around = this.open.at(-2);
    return around === 'list' && (this.token === Token.OpenBrace || this.token === Token.CloseBracket);
  }

  private entry(): Entry {
    const start = this.offset;
    const shown = this.shown();
    const key = this.stringValue() ?? '';
    this.next();
    if (this.token === Token.Colon) this.next();
    else this.problem(`A colon is missing after ${shown}.`, this.lastEnd);
    const value = this.value();
    if (value === null) this.problem(`The value of ${shown} is missing.`, this.lastEnd);
    return { key, value, start, end: this.lastEnd };
  }

  private list(): ListTree {
    const start = this.offset;
    const elements: Element[] = [];
    let afterElement = false;
    this.open.push('list');
    this.next();
    for (;;) {
      if (this.token === Token.CloseBracket) {
        if (!afterElement && elements.length > 0) this.problem('There is a comma too many before ].', this.offset);
        this.next();
        break;
      }
      if (this.token === Token.End || (this.token === Token.CloseBrace && this.open.at(-2) === 'map')) {
        this.problem('The ] that closes this list is missing.', this.token === Token.End ? start : this.offset);
        break;
      }
      if (this.token === Token.Comma) {
        if (!afterElement) this.problem('There is a comma too many here.', this.offset);
        afterElement = false;
        this.next();
        continue;
      }
      const before = { offset: this.offset, end: this.lastEnd };
      const value = this.value();
      if (value === null) {
        this.unexpected();
        this.next();
        continue;
      }
      // A text with a colon after it is a key of the map around: the list was never closed.
      if (value.kind === 'scalar' && this.token === Token.Colon && this.open.at(-2) === 'map') {
        this.problem('The ] that closes this list is missing.', before.offset);
        this.scanner.setPosition(before.offset);
        this.lastEnd = before.end;
        this.token = this.scanner.scan();
        break;
      }
      if (afterElement) this.problem('A comma is missing here.', value.start);
      elements.push({ value, start: value.start, end: value.end });
      afterElement = true;
    }
    this.open.pop();
    return { kind: 'list', flow: true, elements, start, end: this.lastEnd };
  }

  private scalar(value: ScalarTree['value']): ScalarTree {
    const start = this.offset;
    this.next();
    return { kind: 'scalar', value, flow: true, indent: 0, start, end: this.lastEnd };
  }

  /** The string of the token; null where it is broken, after saying so. */
  private stringValue(): string | null {
    const sentence = stringErrors[this.scanner.getTokenError()];
    if (sentence === undefined) return this.scanner.getTokenValue();
    this.problem(sentence, this.offset);
    return null;
  }

  private tooDeep(): null {
    this.problem('The data is nested too deeply to be read.', this.offset);
    return null;
  }

  private get offset(): number { return this.scanner.getTokenOffset(); }

  private next(): void {
    this.lastEnd = this.offset + this.scanner.getTokenLength();
    this.token = this.scanner.scan();
  }

  private shown(): string {
    const text = this.text.slice(this.offset, this.offset + this.scanner.getTokenLength());
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }

  private unexpected(): void {
    this.problem(`${this.shown()} is not expected here.`, this.offset);
  }

  /** Two at one place are one mistake, and so is what follows from it in the same record. */
  private problem(message: string, offset: number): void {
    if (!this.quiet && this.problems.at(-1)?.offset !== offset) this.problems.push({ message, offset });
  }
}

const stringErrors: Record<number, string> = {
  [StringError.Unclosed]: 'The quotation mark that closes this text is missing on this line.',
  [StringError.Escape]: 'A backslash in this text begins nothing that JSON knows; write \\\\ for the backslash itself.',
  [StringError.Unicode]: 'A \\u in this text needs four hexadecimal digits after it.',
  [StringError.Character]: 'This text holds a control character (often a tab); write \\t for a tab.',
};
