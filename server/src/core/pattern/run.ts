import { OPAQUE_WORD } from '../prose/vocabulary.ts';
import { Flag, type Sentence, type Words } from '../prose/words.ts';
import type { PatternTables } from './compile.ts';
import { type WordBits, wordBits } from './probes.ts';
import { Op, type Program } from './program.ts';

/** Where a program matched: words `[first, last)`, and two word indexes for each capture (-1 where it took no part). */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly captures: readonly number[];
  /** The words that the pattern names; those in gaps, numbers and placeholders are left out. */
  readonly named: readonly number[];
}

/** A match of a sentence that was read before, with as many words in front of it as there are now. */
export class MovedMatch implements Match {
  readonly first: number;
  readonly last: number;
  private readonly match: Match;
  private readonly by: number;

  constructor(match: Match, by: number) {
    this.first = match.first + by;
    this.last = match.last + by;
    this.match = match;
    this.by = by;
  }

  get captures(): readonly number[] { return this.match.captures.map((word) => (word < 0 ? word : word + this.by)); }
  get named(): readonly number[] { return this.match.named.map((word) => word + this.by); }
}

/** How many words a single match may cover; with the program's length it bounds the work of one try. */
const window = 72;

/**
 * Runs programs over the words of one text. Backtracking with a memory: each pair of instruction and word is entered at
 * most once in a try, so a try costs at most program length × window, whatever the pattern says.
 */
export class Machine {
  private seen = new Int32Array(1 << 12);
  private stamp = 0;
  private slots = new Int32Array(16);
  private captured = 0;
  /** Per word of the try, whether it was last taken by name; the way that succeeds is the last to write. */
  private readonly byName = new Uint8Array(window + 2);
  private words!: Words;
  private sentence!: Sentence;
  private code: Int32Array = new Int32Array(0);
  private base = 0;
  private until = -1;
  /** How many looks ahead surround the present step. */
  private depth = 0;
  private readonly tables: Pick<PatternTables, 'sets' | 'set'>;
  /** The word sets that were asked for so far: most texts ask for few. */
  private readonly sets: (WordBits | undefined)[];
  private readonly size: number;

  /** `size` is how many words the vocabulary holds. */
  constructor(tables: Pick<PatternTables, 'sets' | 'set'>, size: number) {
    this.tables = tables;
    this.sets = new Array<WordBits | undefined>(tables.sets);
    this.size = size;
  }

  /** The words of a set. */
  bits(set: number): WordBits {
    return (this.sets[set] ??= wordBits(this.tables.set(set), this.size));
  }

  private inSet(set: number, id: number): boolean {
    const bits = this.bits(set);
    return (bits[id >> 5]! & (1 << (id & 31))) !== 0;
  }

  /** Tries the program from word `first`, inside `sentence`; with `until`, only a match that ends before that word counts. */
  match(program: Program, words: Words, sentence: Sentence, first: number, until = -1): Match | null {
    this.until = until;
    this.words = words;
    this.sentence = sentence;
    this.code = program.code;
    this.base = first;
    const need = this.code.length * (window + 1);
    if (this.seen.length < need) this.seen = new Int32Array(need * 2);
    this.stamp++;
    this.captured = program.captures.length * 2;
    if (this.captured > this.slots.length) this.slots = new Int32Array(this.captured * 2);
    this.slots.fill(-1, 0, this.captured);
    const last = this.step(0, first);
    if (last < 0) return null;
    const named: number[] = [];
    for (let w = first; w < last; w++) if (this.byName[w - first] === 1) named.push(w);
    return { first, last, captures: Array.from(this.slots.subarray(0, this.captured)), named };
  }

  /** The word index where the program, entered at `pc` before word `at`, ends; -1 where it does not match. */
  private step(pc: number, at: number): number {
    const { code, words, sentence } = this;
    for (;;) {
      switch (code[pc]) {
        case Op.match:
          if (this.until >= 0 && this.depth === 0 && at !== this.until) return -1;
          // "you can" is not in "you can't".
          if (at < sentence.last && at > this.base && words.flags[at]! & Flag.joined && words.id[at] === this.not) return -1;
          return at;
        case Op.word:
          if (at >= sentence.last || words.id[at] !== code[pc + 1]) return -1;
          this.byName[at - this.base] = 1;
          pc += 2;
          at++;
          break;
        case Op.set:
          if (at >= sentence.last || !this.inSet(code[pc + 1]!, words.id[at]!)) return -1;
          this.byName[at - this.base] = 1;
          pc += 2;
          at++;
          break;
        case Op.any:
          if (at >= sentence.last || at - this.base >= window) return -1;
          this.byName[at - this.base] = 0;
          pc++;
          at++;
          break;
        case Op.number:
          if (at >= sentence.last || !(words.flags[at]! & Flag.digit)) return -1;
          this.byName[at - this.base] = 0;
          pc++;
          at++;
          break;
        case Op.opaque:
          if (at >= sentence.last || words.id[at] !== OPAQUE_WORD) return -1;
          this.byName[at - this.base] = 0;
          pc++;
          at++;
          break;
        case Op.comma:
          if (at >= sentence.last || !(words.flags[at]! & Flag.comma)) return -1;
          pc++;
          break;
        case Op.start:
          if (at !== sentence.first) return -1;
          pc++;
          break;
        case Op.end:
          if (at !== sentence.last) return -1;
          pc++;
          break;
        case Op.jump:
          pc = code[pc + 1]!;
          break;
        case Op.save: {
          const slot = code[pc + 1]!;
          const before = this.slots[slot]!;
          this.slots[slot] = at;
          const end = this.step(pc + 2, at);
          if (end < 0) this.slots[slot] = before;
          return end;
        }
        case Op.not: {
          const { stamp } = this;
          const kept = this.captured > 0 ? this.slots.slice(0, this.captured) : null;
          // What must not follow is looked at with a memory of its own.
          this.stamp = ++Machine.fresh;
          this.depth++;
          const found = this.step(pc + 2, at) >= 0;
          this.depth--;
          this.stamp = stamp;
          if (kept) this.slots.set(kept);
          if (found) return -1;
          pc = code[pc + 1]!;
          break;
        }
        case Op.split: {
          const key = pc * (window + 1) + (at - this.base);
          if (this.seen[key] === this.stamp) return -1;
          this.seen[key] = this.stamp;
          const first = code[pc + 1]!;
          // Most ways end at their first word, which is quicker seen from here.
          const op = code[first];
          if (op === Op.word ? at < sentence.last && words.id[at] === code[first + 1] : op === Op.set ? at < sentence.last && this.inSet(code[first + 1]!, words.id[at]!) : true) {
            const end = this.step(first, at);
            if (end >= 0) return end;
          }
          pc = code[pc + 2]!;
          break;
        }
        default:
          return -1;
      }
    }
  }

  /** Id of "not", set once the vocabulary is known. */
  not = -1;
  private static fresh = 1 << 28;
}
