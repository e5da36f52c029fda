import { OPAQUE_WORD } from '../prose/vocabulary.ts';
import type { Words } from '../prose/words.ts';

/** Of weights and of squares, and of weights by category once somebody has asked. */
export interface Sums {
  readonly weights: number;
  readonly squares: number;
  byCategory: Int32Array | null;
}

interface Kept { readonly marks: Int32Array; readonly sums: Sums }

/** So many sentences are remembered; then the memory begins anew. */
const mostSentences = 1 << 13;
/** Longer sentences do not come back word for word. */
const longest = 60;
/** Numbers that stand for a word: its letters, and its flags with its length. */
const perWord = 2;

/** What was added up for sentences of late: a library of replies says the same thing again and again. */
export class SumMemory {
  private readonly kept = new Map<number, Kept>();
  /** All that a score sees of the sentence that was looked for last. */
  private readonly marks = new Int32Array(longest * perWord + 1);
  private size = 0;
  private hash = 0;

  /** What was added up for the same words before. */
  find(words: Words, index: number): Sums | null {
    const { first, last, mark } = words.sentences[index]!;
    this.size = 0;
    if (last - first > longest) return null;
    const { marks } = this;
    let key = 0;
    for (let w = first; w < last; w++) {
      const letters = (marks[this.size++] = words.id[w] === OPAQUE_WORD ? 1 : words.hash[w]!);
      const rest = (marks[this.size++] = words.flags[w]! | ((words.end[w]! - words.start[w]!) << 8));
      key = Math.imul(Math.imul(key, 0x01000193) ^ letters, 0x01000193) ^ rest;
    }
    marks[this.size++] = mark === '' ? words.text.charCodeAt(words.end[last - 1]!) : -mark.charCodeAt(0);
    this.hash = key ^ marks[this.size - 1]!;
    const known = this.kept.get(this.hash);
    if (known === undefined || known.marks.length !== this.size) return null;
    for (let i = 0; i < this.size; i++) if (known.marks[i] !== marks[i]) return null;
    return known.sums;
  }

  /** Keeps the sums of the sentence that was looked for last, and hands them back. */
  keep(sums: Sums): Sums {
    if (this.size === 0) return sums;
    if (this.kept.size >= mostSentences) this.kept.clear();
    this.kept.set(this.hash, { marks: this.marks.slice(0, this.size), sums });
    return sums;
  }
}
