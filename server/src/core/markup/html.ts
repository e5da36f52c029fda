import { Tokenizer } from 'htmlparser2';
import { atomAt, startsAtom } from './placeholders.ts';
import { entityAt } from './entities.ts';
import { isBlockName, isHtmlName } from './html-names.ts';
import { NEWLINE } from './characters.ts';
import { beforeReturn, startLine } from './text-lines.ts';
import { ProseWriter, withoutReserved } from './prose-writer.ts';
import type { InlineLayer, ProseText } from './inline.ts';

/** HTML: tags absent, entities decoded, blocks closed by the elements that a browser draws as blocks. */
export const htmlLayer: InlineLayer = { markup: 'html', toProse, escape };

function toProse(raw: string): ProseText {
  const text = withoutReserved(raw);
  const reading = new HtmlReading(text);
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer({ decodeEntities: false }, {
    ontext: (start, end) => reading.text(start, end),
    onopentagname: (start, end) => reading.openTag(start - 1, end),
    onopentagend: (end) => reading.tagEnds(end + 1),
    onselfclosingtag: (end) => reading.tagEnds(end + 1),
    onclosetag: (start, end) => reading.closeTag(start, end),
    onprocessinginstruction: (start, end) => reading.instruction(start - 1, end + 1),
    oncdata: (start, end) => reading.text(start, end - 2),
    onattribname: () => reading.attribute(),
    oncomment: nothing, ondeclaration: nothing, onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onend: nothing, ontextentity: nothing,
  });
  tokenizer.write(text);
  tokenizer.end();
  return reading.done();
}

/** Elements whose text the customer never reads. */
const unseen = new Set(['script', 'style', 'title', 'head', 'template', 'noscript', 'mj-style', 'mj-title', 'mj-attributes', 'mj-html-attributes']);

class HtmlReading {
  private readonly source: string;
  private readonly out: ProseWriter;
  /** Many help desks store plain text in an HTML field; without any block tag its own line ends count. */
  private readonly linesCount: boolean;
  private readonly closed = new Map<string, boolean>();
  private start = 0;
  private end = 0;
  private tagStart = 0;
  private name = '';
  private attributes = 0;
  private hiddenBy = '';
  private codeStart = -1;

  constructor(source: string) {
    this.source = source;
    this.out = new ProseWriter(source);
    this.linesCount = !/<(?:br|p|div|li|td|tr|ul|ol|h[1-6])\b/i.test(source);
  }

  /** The tokenizer cuts text at every `<`; neighbours are read together, so that `<%= name %>` stays whole. */
  text(start: number, end: number): void {
    if (start !== this.end) {
      this.flush();
      this.start = start;
    }
    this.end = end;
  }

  openTag(start: number, nameEnd: number): void {
    this.flush();
    this.tagStart = start;
    this.name = this.source.slice(start + 1, nameEnd).toLowerCase();
    this.attributes = 0;
  }

  /** `<insert issue>` has words where a tag has attributes; only `=` makes them attributes. */
  attribute(): void {
    this.attributes++;
  }

  tagEnds(end: number): void {
    const { name } = this;
    if (this.hiddenBy !== '' || this.codeStart !== -1) return;
    if (name === 'br') this.out.line(this.tagStart, end, true);
    else if (name === 'img') this.out.opaque('image', this.tagStart, end);
    else if (name === 'attribute') this.out.opaque('placeholder', this.tagStart, end);
    else if (name === 'code' && this.isClosed(name)) this.codeStart = this.tagStart;
    else if (unseen.has(name) && this.isClosed(name)) this.hiddenBy = name;
    else if (isBlockName(name)) this.out.block(this.tagStart);
    else if (!isHtmlName(name) && this.isGap(end)) this.out.opaque('fill-in', this.tagStart, end);
  }

  closeTag(start: number, nameEnd: number): void {
    this.flush();
    const name = this.source.slice(start, nameEnd).toLowerCase();
    if (this.hiddenBy !== '') {
      if (name === this.hiddenBy) this.hiddenBy = '';
    } else if (this.codeStart !== -1) {
      if (name !== 'code') return;
      const over = this.source.indexOf('>', nameEnd);
      this.out.opaque('code', this.codeStart, over === -1 ? this.source.length : over + 1);
      this.codeStart = -1;
    } else if (name === 'p' || isBlockName(name)) this.out.block(start - 2);
  }

  instruction(start: number, end: number): void {
    this.flush();
    if (/^<\?(=|php\s+echo\b)/.test(this.source.slice(start, start + 12))) this.out.opaque('placeholder', start, end);
  }

  done(): ProseText {
    this.flush();
    return this.out.done();
  }

  private isClosed(name: string): boolean {
    let known = this.closed.get(name);
    if (known === undefined) this.closed.set(name, known = this.source.toLowerCase().includes(`</${name}`));
    return known;
  }

  private isGap(end: number): boolean {
    const tag = this.source.slice(this.tagStart, end);
    return tag.length <= 80 && !/[=:]|\/>$/.test(tag) && this.attributes < 8 && !this.isClosed(this.name);
  }

  /** Writes the text collected so far: entities decoded, placeholders opaque. */
  private flush(): void {
    const { source, out, end } = this;
    let { start: kept } = this;
    this.start = this.end = -1;
    if (kept >= end || this.hiddenBy !== '' || this.codeStart !== -1) return;
    let i = kept;
    if (this.linesCount && (kept === 0 || source.charCodeAt(kept - 1) === NEWLINE)) kept = i = Math.min(end, startLine(source, kept, kept - 1, out));
    while (i < end) {
      const code = source.charCodeAt(i);
      if (code === 38) {
        const gap = escapedGap(source, i, end);
        const entity = gap === -1 ? entityAt(source, i, end) : null;
        if (gap === -1 && entity === null) {
          i++;
          continue;
        }
        out.keep(kept, i);
        if (entity) out.replace(entity.text, i, entity.end);
        else out.opaque('fill-in', i, gap);
        kept = i = entity ? entity.end : gap;
      } else if (code === NEWLINE && this.linesCount) {
        out.keep(kept, beforeReturn(source, kept, i));
        kept = i = Math.min(end, startLine(source, i + 1, i, out));
      } else if (code < 128 && startsAtom[code] === 1) {
        const atom = atomAt(source, i, kept, end);
        if (atom === null) {
          i++;
          continue;
        }
        out.keep(kept, atom.start);
        out.atom(atom);
        kept = i = atom.end;
      } else i++;
    }
    out.keep(kept, end);
  }
}

/** End of a gap written as `&lt;insert issue&gt;`, or -1. */
function escapedGap(text: string, at: number, end: number): number {
  if (!text.startsWith('&lt;', at)) return -1;
  const found = /^&lt;[A-Za-z][\w '’.-]{1,60}&gt;/.exec(text.slice(at, Math.min(end, at + 80)));
  return found && !isHtmlName(found[0].slice(4, -4)) ? at + found[0].length : -1;
}

function escape(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  let out = '';
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    const atom = code < 128 && startsAtom[code] === 1 && code !== 60 ? atomAt(text, i, i, text.length) : null;
    if (atom && atom.start === i && atom.kind === 'placeholder') {
      out += text.slice(i, atom.end);
      i = atom.end;
      continue;
    }
    out += code === 38 ? '&amp;' : code === 60 ? '&lt;' : code === 62 ? '&gt;' : text[i]!;
    i++;
  }
  return out;
}
