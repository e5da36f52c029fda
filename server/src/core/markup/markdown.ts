import { atomAt, startsAtom } from './placeholders.ts';
import { endsParagraph, isDigit, isSpace, isWord, NEWLINE } from './characters.ts';
import { entityAt } from './entities.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { MarkdownLines } from './markdown-lines.ts';
import { MarkdownLinks } from './markdown-links.ts';
import { passTag } from './tags.ts';
import { ProseWriter, withoutReserved } from './prose-writer.ts';
import type { InlineLayer, ProseText } from './inline.ts';

/** Markdown as GitHub reads it, with placeholders and gaps taken out before they can be mistaken for markup. */
export const markdownLayer: InlineLayer = { markup: 'markdown', toProse: (text) => new MarkdownReading(withoutReserved(text)).read(), escape: escapeMarkdown };

const special = Uint8Array.from(startsAtom);
for (const c of '\n\\`*~]!&|') special[c.charCodeAt(0)] = 1;

class MarkdownReading {
  private readonly text: string;
  private readonly out: ProseWriter;
  private readonly lines: MarkdownLines;
  private readonly links: MarkdownLinks;
  /** Pairs of numbers, innermost last: where a link's text ends, and where reading goes on. */
  private readonly linkEnds: number[] = [];
  private i = 0;
  private kept = 0;
  private readonly flush = (): void => this.out.keep(this.kept, this.i);

  constructor(text: string) {
    this.text = text;
    this.out = new ProseWriter(text);
    this.lines = new MarkdownLines(text, this.out);
    this.links = new MarkdownLinks(text);
  }

  read(): ProseText {
    const { text } = this;
    const end = text.length;
    this.i = this.kept = this.lines.start(0, -1, false);
    while (this.i < end) {
      let { i } = this;
      let code = text.charCodeAt(i);
      while (i < end && (code >= 128 || special[code] === 0)) code = text.charCodeAt(++i);
      this.i = i;
      if (i < end && !this.mark(code)) this.atom(end);
    }
    this.out.keep(this.kept, end);
    return this.out.done();
  }

  /** Reads on at `to`; what lies between is markup. */
  private jump(to: number): true {
    this.out.keep(this.kept, this.i);
    this.i = this.kept = to;
    return true;
  }

  private atom(end: number): void {
    const atom = startsAtom[this.text.charCodeAt(this.i)] === 1 ? atomAt(this.text, this.i, this.kept, end) : null;
    if (atom === null) {
      this.i++;
      return;
    }
    this.out.keep(this.kept, atom.start);
    this.out.atom(atom);
    this.i = this.kept = atom.end;
  }

  /** Takes the markup at the present place; false where there is none. */
  private mark(code: number): boolean {
    switch (code) {
      case NEWLINE: return this.newline();
      case 92: return this.backslash();
      case 96: return this.codeSpan();
      case 42: return this.star();
      case 95: return this.underscore();
      case 126: return this.text.charCodeAt(this.i + 1) === 126 ? this.jump(this.i + 2) : false;
      case 91: return this.link();
      case 93: return this.linkEnd();
      case 33: return this.image();
      case 60: return this.tag();
      case 38: return this.entity();
      case 124: return this.cell();
      default: return false;
    }
  }

  private newline(): true {
    const { text, i } = this;
    let to = i;
    while (to > this.kept && (text.charCodeAt(to - 1) === 13 || text.charCodeAt(to - 1) === 32)) to--;
    const hard = (i - to >= 2 && text.charCodeAt(i - 2) === 32) || text.charCodeAt(to - 1) === 92;
    this.out.keep(this.kept, Math.max(this.kept, to));
    this.i = this.kept = this.lines.start(i + 1, i, hard);
    return true;
  }

  private backslash(): boolean {
    const next = this.text.charCodeAt(this.i + 1);
    if (next === NEWLINE || next === 13) return this.jump(this.i + 1);
    if (next <= 32 || next > 126 || isDigit(next) || (isWord(next) && next !== 95)) return false;
    this.out.keep(this.kept, this.i);
    this.kept = this.i + 1;
    this.i += 2;
    return true;
  }

  private codeSpan(): boolean {
    const { text, i } = this;
    let from = i;
    while (text.charCodeAt(from) === 96) from++;
    const length = from - i;
    const stop = Math.min(text.length, from + 2000);
    for (let at = from; at < stop; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE && endsParagraph(text, at)) break;
      if (code !== 96) continue;
      let close = at;
      while (text.charCodeAt(close) === 96) close++;
      if (close - at === length) {
        this.out.keep(this.kept, i);
        this.out.opaque(isWholeAtom(text.slice(from, at).trim()) ? 'placeholder' : 'code', i, close);
        this.i = this.kept = close;
        return true;
      }
      at = close - 1;
    }
    this.i = from;
    return true;
  }

  /** Emphasis touches a word on one side; a lone star between spaces, or between digits, is itself. */
  private star(): boolean {
    const { text, i } = this;
    let to = i;
    while (text.charCodeAt(to) === 42) to++;
    const before = text.charCodeAt(i - 1);
    const after = text.charCodeAt(to);
    if ((isSpace(before) && isSpace(after)) || (isDigit(before) && isDigit(after))) {
      this.i = to;
      return true;
    }
    return this.jump(to);
  }

  private underscore(): boolean {
    const { text, i } = this;
    let to = i;
    while (text.charCodeAt(to) === 95) to++;
    const before = text.charCodeAt(i - 1);
    const after = text.charCodeAt(to);
    if (to - i >= 3 && !isWord(before) && !isWord(after)) return false;
    if ((isWord(before) && isWord(after)) || (isSpace(before) && isSpace(after))) {
      this.i = to;
      return true;
    }
    return this.jump(to);
  }

  private link(): boolean {
    const link = this.links.at(this.i);
    if (link === null) return false;
    this.linkEnds.push(link.textEnd, link.end);
    return this.jump(this.i + 1);
  }

  private linkEnd(): boolean {
    const { linkEnds } = this;
    while (linkEnds.length > 0 && linkEnds.at(-2)! < this.i) linkEnds.length -= 2;
    if (linkEnds.at(-2) !== this.i) return false;
    const to = linkEnds.at(-1)!;
    linkEnds.length -= 2;
    return this.jump(to);
  }

  private image(): boolean {
    const link = this.text.charCodeAt(this.i + 1) === 91 ? this.links.at(this.i + 1) : null;
    if (link === null) return false;
    this.out.keep(this.kept, this.i);
    this.out.opaque('image', this.i, link.end);
    this.i = this.kept = link.end;
    return true;
  }

  private tag(): boolean {
    const end = passTag(this.text, this.i, this.out, this.flush);
    if (end === -1) return false;
    this.i = this.kept = end;
    return true;
  }

  private entity(): boolean {
    const entity = entityAt(this.text, this.i, this.text.length);
    if (entity === null) return false;
    this.out.keep(this.kept, this.i);
    this.out.replace(entity.text, this.i, entity.end);
    this.i = this.kept = entity.end;
    return true;
  }

  private cell(): boolean {
    if (!this.lines.inRow) return false;
    this.jump(this.i + 1);
    this.out.block(this.i - 1);
    return true;
  }
}

function isWholeAtom(code: string): boolean {
  if (code.length < 3) return false;
  const atom = startsAtom[code.charCodeAt(0)] === 1 ? atomAt(code, 0, 0, code.length) : null;
  return atom !== null && atom.kind === 'placeholder' && atom.end === code.length;
}
