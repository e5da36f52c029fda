import { Flag, type Sentence, type Words } from '../prose/words.ts';
import type { Match } from './run.ts';

/** A sentence and the matches in it, which begin to count at word `first`. */
export interface SeenSentence {
  readonly first: number;
  readonly programs: number[];
  readonly matches: Match[];
}

/** What a pattern can see of a word, besides its id. */
const visible = Flag.comma | Flag.digit | Flag.joined;

interface Kept extends SeenSentence { readonly words: Int32Array }

/** So many sentences are remembered; then the memory begins anew. */
const mostSentences = 1 << 13;
/** Longer sentences do not come back word for word. */
const longest = 60;

/** The sentences read of late: a library of replies says the same thing in the same words again and again. */
export class SentenceMemory {
  private readonly kept = new Map<number, Kept>();
  private size = 0;
  private hash = 0;

  /** What was seen in the same sentence before. */
  find(words: Words, { first, last }: Sentence): SeenSentence | null {
    this.size = last - first;
    if (this.size > longest) return null;
    const { id, flags } = words;
    let hash = this.size;
    for (let w = first; w < last; w++) hash = Math.imul(hash, 0x01000193) ^ (id[w]! * 64 + (flags[w]! & visible));
    this.hash = hash;
    const known = this.kept.get(hash);
    if (!known || known.words.length !== this.size) return null;
    for (let w = first; w < last; w++) if (known.words[w - first] !== id[w]! * 64 + (flags[w]! & visible)) return null;
    return known;
  }

  /** Keeps what was seen in the sentence that was looked for last. */
  keep({ id, flags }: Words, { first, programs, matches }: SeenSentence): void {
    if (this.size > longest) return;
    if (this.kept.size >= mostSentences) this.kept.clear();
    const words = Int32Array.from({ length: this.size }, (_, i) => id[first + i]! * 64 + (flags[first + i]! & visible));
    this.kept.set(this.hash, { first, programs, matches, words });
  }
}
