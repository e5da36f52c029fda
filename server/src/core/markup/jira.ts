import { atomAt, startsAtom } from './placeholders.ts';
import { closingIndex, endsParagraph, indexWithin, isSpace, isWord, NEWLINE } from './characters.ts';
import { entityAt } from './entities.ts';
import { startsAddress } from './fill-ins.ts';
import { escapeJira, macroEnd } from './jira-macros.ts';
import { startJiraLine } from './jira-lines.ts';
import { beforeReturn } from './text-lines.ts';
import { ProseWriter, withoutReserved } from './prose-writer.ts';
import type { InlineLayer, ProseText } from './inline.ts';

/** Jira wiki markup: `{color:red}`, `{panel}`, `*bold*`, `[text|url]`, `h3.`, `||heads||`. */
export const jiraLayer: InlineLayer = { markup: 'jira', toProse: (text) => new JiraReading(withoutReserved(text)).read(), escape: escapeJira };

const special = Uint8Array.from(startsAtom);
for (const c of '\n\\*-+^~?!|&]') special[c.charCodeAt(0)] = 1;

class JiraReading {
  private readonly text: string;
  private readonly out: ProseWriter;
  private i = 0;
  private kept = 0;
  /** Where the text of the present link ends (its `|` or its `]`), and where reading goes on; -1 outside of links. */
  private linkText = -1;
  private linkEnd = -1;
  private inRow = false;

  constructor(text: string) {
    this.text = text;
    this.out = new ProseWriter(text);
  }

  read(): ProseText {
    const { text } = this;
    const end = text.length;
    this.startLine(0, -1);
    while (this.i < end) {
      const code = text.charCodeAt(this.i);
      if (code >= 128 || special[code] === 0) this.i++;
      else if (!this.mark(code)) this.atom(end);
    }
    this.out.keep(this.kept, end);
    return this.out.done();
  }

  private startLine(at: number, newline: number): void {
    const words = startJiraLine(this.text, at, newline, this.out);
    this.inRow = words > at && this.text.charCodeAt(words - 1) === 124;
    this.i = this.kept = words;
  }

  private jump(to: number): true {
    this.out.keep(this.kept, this.i);
    this.i = this.kept = to;
    return true;
  }

  private noun(kind: 'code' | 'link' | 'image' | 'placeholder', to: number): true {
    this.out.keep(this.kept, this.i);
    this.out.opaque(kind, this.i, to);
    this.i = this.kept = to;
    return true;
  }

  private atom(end: number): void {
    const { text } = this;
    const atom = startsAtom[text.charCodeAt(this.i)] === 1 ? atomAt(text, this.i, this.kept, end) : null;
    if (atom === null) {
      this.i++;
      return;
    }
    this.out.keep(this.kept, atom.start);
    this.out.atom(atom);
    this.i = this.kept = atom.end;
  }

  private mark(code: number): boolean {
    const { text, i } = this;
    switch (code) {
      case NEWLINE:
        this.out.keep(this.kept, beforeReturn(text, this.kept, i));
        this.startLine(i + 1, i);
        return true;
      case 92: return this.backslash();
      case 123: return this.brace();
      case 91: return this.link();
      case 124: return this.bar();
      case 93: return i === this.linkText ? this.leaveLink() : false;
      case 33: return this.image();
      case 42: case 95: case 45: case 43: case 94: case 126: return this.emphasis(code);
      case 63: return text.charCodeAt(i + 1) === 63 && text.charCodeAt(i + 2) !== 63 && isWord(text.charCodeAt(i + 2)) && closingIndex(text, '??', i + 2, text.length) !== -1 ? this.jump(i + 2) : false;
      case 38: return this.entity();
      default: return false;
    }
  }

  private backslash(): boolean {
    const { text, i } = this;
    const next = text.charCodeAt(i + 1);
    if (next === 92) {
      this.jump(i + 2);
      this.out.line(i, i + 2, true);
      return true;
    }
    if (!'{}[]*_-+|!^~?#'.includes(String.fromCharCode(next))) return false;
    this.out.keep(this.kept, i);
    this.kept = i + 1;
    this.i += 2;
    return true;
  }

  private brace(): boolean {
    const { text, i, out } = this;
    if (text.charCodeAt(i + 1) === 123) {
      const close = closingIndex(text, '}}', i + 2, text.length);
      if (close === -1) return false;
      return this.noun(/^\s*\w+([._]\w+)+\s*$/.test(text.slice(i + 2, close)) ? 'placeholder' : 'code', close + 2);
    }
    const macro = macroEnd(text, i);
    if (macro === null) return false;
    this.jump(macro.end);
    if (macro.isBlock) out.block(i);
    return true;
  }

  private link(): boolean {
    const { text, i } = this;
    const close = closingIndex(text, ']', i + 1, text.length);
    if (close === -1 || this.linkText !== -1) return false;
    const first = text.charCodeAt(i + 1);
    if (first === 126 || first === 94) return this.noun('link', close + 1);
    if (startsAddress(text, i + 1)) return this.noun('link', close + 1);
    const bar = indexWithin(text, 124, i, close);
    if (bar === -1) return false;
    this.linkText = bar;
    this.linkEnd = close + 1;
    return this.jump(i + 1);
  }

  private leaveLink(): true {
    const to = this.linkEnd;
    this.linkText = this.linkEnd = -1;
    return this.jump(to);
  }

  private bar(): boolean {
    const { text, i } = this;
    // A gap in brackets that began inside the link's words may have reached past its end.
    if (i >= this.linkEnd) this.linkText = this.linkEnd = -1;
    if (this.linkText !== -1 && i >= this.linkText) return this.leaveLink();
    if (!this.inRow) return false;
    this.jump(text.charCodeAt(i + 1) === 124 ? i + 2 : i + 1);
    this.out.block(i);
    return true;
  }

  private image(): boolean {
    const { text, i } = this;
    const close = indexWithin(text, 33, i + 1, Math.min(text.length, i + 200));
    if (close === -1 || !/^![^\s!]+\.\w{2,5}(\|[^!\n]*)?!$/.test(text.slice(i, close + 1))) return false;
    return this.noun('image', close + 1);
  }

  /** `*`, `_`, `-`, `+`, `^` and `~` mark up a phrase only where they touch it on the inside and no word on the outside. */
  private emphasis(code: number): boolean {
    const { text, i } = this;
    const before = text.charCodeAt(i - 1);
    const after = text.charCodeAt(i + 1);
    if (after === code || before === code) return false;
    if (!isWord(before) && !isSpace(after) && this.closes(code, i)) return this.jump(i + 1);
    return !isWord(after) && !isSpace(before) && this.opened(code, i) ? this.jump(i + 1) : false;
  }

  private closes(code: number, at: number): boolean {
    const { text } = this;
    const stop = Math.min(text.length, at + 400);
    for (let i = at + 2; i < stop; i++) {
      const c = text.charCodeAt(i);
      if (c === NEWLINE && endsParagraph(text, i)) return false;
      if (c === code && !isSpace(text.charCodeAt(i - 1)) && !isWord(text.charCodeAt(i + 1)) && text.charCodeAt(i + 1) !== code) return true;
    }
    return false;
  }

  private opened(code: number, at: number): boolean {
    const { text } = this;
    for (let i = at - 2; i >= Math.max(0, at - 400); i--) {
      const c = text.charCodeAt(i);
      if (c === NEWLINE && endsParagraph(text, i)) return false;
      if (c === code && !isWord(text.charCodeAt(i - 1)) && !isSpace(text.charCodeAt(i + 1))) return true;
    }
    return false;
  }

  private entity(): boolean {
    const entity = entityAt(this.text, this.i, this.text.length);
    if (entity === null) return false;
    this.out.keep(this.kept, this.i);
    this.out.replace(entity.text, this.i, entity.end);
    this.i = this.kept = entity.end;
    return true;
  }
}
