import { MappedTextBuilder } from '../text/source-map.ts';
import { BREAK, OPAQUE, type Opaque, type OpaqueKind, type ProseText } from './inline.ts';
import { isBlank } from './characters.ts';
import type { Atom } from './placeholders.ts';

/** A line shorter than this was ended by its writer (a salutation, a sign-off, a label), not wrapped by an editor. */
const shortLine = 45;

const enum Pending { Nothing, Line, HardLine, Block }

/**
 * Writes prose from left to right. Line ends are decided late, when it is known what the next line begins with: a
 * wrapped line goes on as '\n', a line that its writer ended becomes a BREAK.
 */
export class ProseWriter {
  private readonly out = new MappedTextBuilder();
  private readonly opaques: Opaque[] = [];
  private readonly source: string;
  private pending = Pending.Nothing;
  private pendingStart = 0;
  private pendingEnd = 0;
  private lineStart = 0;
  private last = 0;
  private freshLine = true;
  private openBlock = false;
  /** Where in the source the text so far ends. */
  private keptEnd = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The source as it stands. */
  keep(start: number, end: number): void {
    if (this.freshLine) while (start < end && (isBlank(this.source.charCodeAt(start)) || this.source.charCodeAt(start) === 10)) start++;
    if (start >= end) return;
    this.openLine(start);
    this.out.add(this.source.slice(start, end), start, end);
    this.keptEnd = end;
    let i = end - 1;
    while (i >= start && isBlank(this.source.charCodeAt(i))) i--;
    if (i >= start) this.last = this.source.charCodeAt(i);
  }

  /** `text` in place of the source range, as one piece. */
  replace(text: string, start: number, end: number): void {
    if (this.freshLine && text.trim() === '') return;
    this.openLine(start, text);
    this.out.add(text, start, end);
    this.keptEnd = end;
    if (text.trim() !== '') this.last = text.charCodeAt(text.length - 1);
  }

  opaque(kind: OpaqueKind, start: number, end: number): void {
    this.openLine(start, OPAQUE);
    const at = this.out.length;
    this.out.add(OPAQUE, start, end);
    this.keptEnd = end;
    this.opaques.push({ start: at, end: at + 1, kind, text: this.source.slice(start, end) });
    this.last = OPAQUE.charCodeAt(0);
  }

  atom(atom: Atom): void {
    if (atom.kind === 'absent') return;
    if (atom.kind !== 'apart') this.opaque(atom.kind, atom.start, atom.end);
    else if (!this.freshLine) this.out.insert(' ', atom.start);
  }

  /** A line ends in the source; `hard` where its writer surely meant it. */
  line(start: number, end: number, hard = false): void {
    if (!this.openBlock) return;
    // The carriage return goes with its newline, so that nothing of it is left where a rewrite takes the line end away.
    if (start > this.keptEnd && this.source.charCodeAt(start - 1) === 13) start--;
    if (this.pending !== Pending.Block) {
      if (this.pending === Pending.Nothing) [this.pendingStart, this.pendingEnd] = [start, end];
      if (hard && this.pending === Pending.HardLine) this.pending = Pending.Block;
      else if (hard) this.pending = Pending.HardLine;
      else if (this.pending === Pending.Nothing) this.pending = Pending.Line;
    }
    this.freshLine = true;
  }

  /** A block ends in the source. */
  block(at: number): void {
    if (!this.openBlock) return;
    if (this.pending === Pending.Nothing) this.pendingStart = at;
    this.pending = Pending.Block;
    this.freshLine = true;
  }

  done(): ProseText {
    if (this.openBlock) this.out.insert(BREAK, this.pending === Pending.Nothing ? this.source.length : this.pendingStart);
    const { text, map } = this.out.done();
    return { text, map, opaques: this.opaques };
  }

  private openLine(start: number, text?: string): void {
    this.freshLine = false;
    this.openBlock = true;
    if (this.pending === Pending.Nothing) return;
    if (this.pending === Pending.Block || this.wasEnded(start, text)) this.out.insert(BREAK, this.pendingStart);
    else this.out.add('\n', this.pendingStart, this.pendingEnd);
    this.pending = Pending.Nothing;
    this.lineStart = this.out.length;
  }

  private wasEnded(start: number, text?: string): boolean {
    const hard = this.pending === Pending.HardLine;
    const [from, at] = text === undefined ? [this.source, start] : [text, 0];
    const first = from.charCodeAt(at);
    if (isSign(first)) return true;
    if (!hard && this.out.length - this.lineStart >= shortLine) return false;
    return ',:.!?'.includes(String.fromCharCode(this.last)) || this.last === 0xff0c || beginsAnew(from, at);
  }
}

/** An emoji, an arrow, a check mark: writers put them where a bullet would stand. */
function isSign(code: number): boolean {
  return (code >= 0x2190 && code < 0x2e00) || (code >= 0xd83c && code <= 0xd83e);
}

function beginsAnew(text: string, at: number): boolean {
  let code = text.charCodeAt(at);
  if (code === 34 || code === 39 || code === 40 || (code >= 0x2018 && code <= 0x201f)) code = text.charCodeAt(at + 1);
  if (code === OPAQUE.charCodeAt(0) || (code >= 65 && code <= 90)) return true;
  if (code < 0xc0) return false;
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter;
}

/** Characters that mean something in prose must not come from the text itself; the stand-in is equally long. */
export function withoutReserved(text: string): string {
  return /[\uFFFC\u2029\u2028]/.test(text) ? text.replace(/[\uFFFC\u2029\u2028]/g, ' ') : text;
}
