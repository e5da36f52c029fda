import type { Range } from '../model.ts';

/**
 * Where each character of a decoded text stands in its source, as runs and not as one entry per character.
 * A run is verbatim where its text and its source are equally long, else atomic: its text stands for its source as a
 * whole (`&amp;` for `&`, `\n` for a newline). A run with no source was inserted by a layer (a paragraph mark).
 */
export class SourceMap {
  /** Three numbers a run: start in the text, start in the source, length in the source. */
  private readonly runs: readonly number[];
  readonly length: number;

  constructor(runs: readonly number[], length: number) {
    this.runs = runs;
    this.length = length;
  }

  /** The map of a text that is its own source from `start` on. */
  static verbatim(length: number, start = 0): SourceMap {
    return new SourceMap(length === 0 ? [] : [0, start, length], length);
  }

  /** The source range that a non-empty range of the text came from, markup in between included. */
  range(start: number, end: number): Range {
    if (this.runs.length === 0) return { start: 0, end: 0 };
    const first = this.pieceAt(start);
    const last = this.pieceAt(Math.max(start, end - 1));
    const from = this.isVerbatim(first) ? this.source(first) + start - this.text(first) : this.source(first);
    const to = this.isVerbatim(last) ? this.source(last) + Math.max(start + 1, end) - this.text(last) : this.source(last) + this.sourceLength(last);
    return { start: from, end: Math.max(from, Math.min(to, this.source(last) + this.sourceLength(last))) };
  }

  /** The same range cut where its source is not contiguous: `text` of each piece, and the `source` it came from. */
  pieces(start: number, end: number): { text: Range; source: Range }[] {
    const out: { text: Range; source: Range }[] = [];
    if (this.runs.length === 0 || end <= start) return out;
    for (let i = this.pieceAt(start); i < this.runs.length && this.text(i) < end; i += 3) {
      const text = { start: Math.max(start, this.text(i)), end: Math.min(end, this.textEnd(i)) };
      const source = this.isVerbatim(i)
        ? { start: this.source(i) + text.start - this.text(i), end: this.source(i) + text.end - this.text(i) }
        : { start: this.source(i), end: this.source(i) + this.sourceLength(i) };
      const before = out.at(-1);
      if (before && before.source.end === source.start) out[out.length - 1] = { text: { start: before.text.start, end: text.end }, source: { start: before.source.start, end: source.end } };
      else out.push({ text, source });
    }
    return out;
  }

  /** This map (text to middle) followed by `outer` (middle to source). */
  through(outer: SourceMap): SourceMap {
    const build = new SourceMapBuilder();
    for (let i = 0; i < this.runs.length; i += 3) {
      const length = this.textEnd(i) - this.text(i);
      if (this.sourceLength(i) === 0) {
        build.skip(length, outer.length === 0 ? 0 : outer.range(Math.min(this.source(i), outer.length - 1), Math.min(this.source(i), outer.length - 1) + 1).start);
      } else if (!this.isVerbatim(i)) {
        const at = outer.range(this.source(i), this.source(i) + this.sourceLength(i));
        build.run(length, at.start, at.end - at.start);
      } else {
        for (const run of outer.runsIn(this.source(i), this.source(i) + this.sourceLength(i))) build.run(run.length, run.source, run.sourceLength);
      }
    }
    return build.done();
  }

  /** The runs that cover a range of the text, cut to it; an atomic run counts for its whole source with its first character. */
  private *runsIn(start: number, end: number): Iterable<{ length: number; source: number; sourceLength: number }> {
    if (this.runs.length === 0) return;
    for (let i = this.pieceAt(start); i < this.runs.length && this.text(i) < end; i += 3) {
      const from = Math.max(start, this.text(i));
      const to = Math.min(end, this.textEnd(i));
      if (this.isVerbatim(i)) yield { length: to - from, source: this.source(i) + from - this.text(i), sourceLength: to - from };
      else yield { length: to - from, source: this.source(i), sourceLength: this.sourceLength(i) };
    }
  }

  private text(i: number): number { return this.runs[i]!; }
  private source(i: number): number { return this.runs[i + 1]!; }
  private sourceLength(i: number): number { return this.runs[i + 2]!; }
  private textEnd(i: number): number { return i + 3 < this.runs.length ? this.runs[i + 3]! : this.length; }
  private isVerbatim(i: number): boolean { return this.textEnd(i) - this.text(i) === this.sourceLength(i); }

  /** Index of the run that holds the character at `offset` (the last run for an offset past the end). */
  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.runs.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runs[middle * 3]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }
}

/** Writes a SourceMap from left to right. */
export class SourceMapBuilder {
  private readonly runs: number[] = [];
  private length = 0;

  /** `length` characters of text that come from `sourceLength` characters of source at `source`. */
  run(length: number, source: number, sourceLength: number): void {
    if (length === 0) return;
    const n = this.runs.length;
    if (n > 0 && length === sourceLength) {
      const lastLength = this.length - this.runs[n - 3]!;
      if (lastLength === this.runs[n - 1]! && this.runs[n - 2]! + lastLength === source) {
        this.runs[n - 1] = lastLength + sourceLength;
        this.length += length;
        return;
      }
    }
    this.runs.push(this.length, source, sourceLength);
    this.length += length;
  }

  /** Text that no source stands behind, placed at `source`. */
  skip(length: number, source: number): void {
    if (length === 0) return;
    this.runs.push(this.length, source, 0);
    this.length += length;
  }

  done(): SourceMap {
    return new SourceMap(this.runs, this.length);
  }
}

/** A decoded text that knows where each of its characters came from. */
export interface MappedText {
  readonly text: string;
  readonly map: SourceMap;
}

/** Collects a MappedText piece by piece. */
export class MappedTextBuilder {
  private readonly parts: string[] = [];
  private readonly map = new SourceMapBuilder();
  private size = 0;

  /** Length of the text so far, UTF-16 units. */
  get length(): number { return this.size; }

  /** `text` stands for the source range `[start, end)`; verbatim where both are equally long. */
  add(text: string, start: number, end: number): void {
    if (text === '') return;
    this.parts.push(text);
    this.size += text.length;
    this.map.run(text.length, start, end - start);
  }

  /** Text without a source of its own. */
  insert(text: string, at: number): void {
    this.parts.push(text);
    this.size += text.length;
    this.map.skip(text.length, at);
  }

  done(): MappedText {
    return { text: this.parts.join(''), map: this.map.done() };
  }
}
