import { startsOf } from '../pattern/sections.ts';
import { bareContractions } from './contractions.ts';

/** Id of a word that no pattern names. */
export const UNKNOWN = 0;
/** Id of a placeholder, fill-in, code span or address: one opaque noun. */
export const OPAQUE_WORD = 1;

/** The ids before those of words. */
const reserved = 2;

/** A vocabulary as plain arrays, so that it can be shipped. */
export interface WordTable {
  /** The UTF-16 units of all words, the reserved ids left out, one word after the other, and how long each is. */
  readonly units: ArrayLike<number>;
  readonly lengths: ArrayLike<number>;
  /** Open-addressed by hash, a power of two in size: the id of the word (0 free), and the top of its hash. */
  readonly slots: ArrayLike<number>;
  readonly tags: ArrayLike<number>;
}

const noWords: WordTable = { units: [], lengths: [], slots: new Uint16Array(1024), tags: new Uint8Array(1024) };

/**
 * Every word that some pattern names, each with a number. Words are folded: lower case, straight apostrophes, plain
 * hyphens. Looking a word up hashes the characters where they stand, without making a string of them: it runs for each
 * word of a library.
 */
export class Vocabulary {
  /** The words that were there from the beginning lie in a table; those that came later are strings. */
  private readonly units: ArrayLike<number>;
  private readonly starts: Int32Array;
  private readonly added: string[] = [];
  private slots: ArrayLike<number>;
  private tags: ArrayLike<number>;

  constructor({ units, lengths, slots, tags }: WordTable = noWords) {
    this.units = units;
    this.starts = startsOf(lengths);
    this.slots = slots;
    this.tags = tags;
    if (lengths.length === 0) for (const word of bareContractions) this.intern(word);
  }

  get size(): number { return reserved + this.starts.length - 1 + this.added.length; }

  /** Does this id stand for a contraction that is written without an apostrophe? */
  isBareContraction(id: number): boolean { return id > OPAQUE_WORD && id < OPAQUE_WORD + 1 + bareContractions.length; }

  /** All words as they are now: what the constructor takes. */
  toTable(): WordTable {
    const words = Array.from({ length: this.size - reserved }, (_, i) => this.unitsOf(i + reserved));
    return { units: words.flat(), lengths: words.map(({ length }) => length), slots: this.slots, tags: this.tags };
  }

  /** Id of a folded word; UNKNOWN where no pattern names it. */
  idOf(word: string): number { return this.find(word, 0, word.length, hashOf(word)); }

  /** Id of a folded word, new where the word is new. */
  intern(word: string): number {
    const hash = hashOf(word);
    const known = this.find(word, 0, word.length, hash);
    if (known !== UNKNOWN) return known;
    const id = this.size;
    this.added.push(word);
    // The first word that is new needs slots of its own: those of a table are shared.
    if (this.added.length === 1 || (id + 1) * 2 > this.slots.length) this.placeAll();
    else this.place(id, hash);
    return id;
  }

  /** Id of the word at `[start, end)` of `text`, whose folded characters have this hash; UNKNOWN where no pattern names it. */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots, tags } = this;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id === 0) return UNKNOWN;
      if (tags[slot] === hash >>> 24 && this.isWord(id, text, start, end)) return id;
    }
  }

  private unitsOf(id: number): number[] {
    const at = id - reserved;
    const known = this.starts.length - 1;
    if (at < known) return Array.from({ length: this.starts[at + 1]! - this.starts[at]! }, (_, i) => this.units[this.starts[at]! + i]!);
    const word = this.added[at - known]!;
    return Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
  }

  private place(id: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    (this.slots as Int32Array)[slot] = id;
    (this.tags as Uint8Array)[slot] = hash >>> 24;
  }

  /** Makes room for as many words again. */
  private placeAll(): void {
    let size = 1024;
    while (size < this.size * 2 + 2) size *= 2;
    this.slots = new Int32Array(size);
    this.tags = new Uint8Array(size);
    for (let id = reserved; id < this.size; id++) this.place(id, this.unitsOf(id).reduce(hashStep, hashStart));
  }

  private isWord(id: number, text: string, start: number, end: number): boolean {
    const at = id - reserved;
    const known = this.starts.length - 1;
    if (at >= known) return sameWord(this.added[at - known]!, text, start, end);
    const { units } = this;
    const stop = this.starts[at + 1]!;
    let unit = this.starts[at]!;
    for (let i = start; i < end; i++) {
      const code = fold(text.charCodeAt(i));
      if (code === 0) continue;
      if (unit >= stop || units[unit] !== code) return false;
      unit++;
    }
    return unit === stop;
  }
}

export const hashStart = 17;

/** The hash of a word grows by one folded character at a time. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The hash of a folded word. */
export function hashOf(word: string): number {
  let hash = hashStart;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}

/** One UTF-16 unit as words are compared: lower case, one kind of apostrophe, one kind of hyphen; 0 for a mark that is not read. */
export function fold(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  switch (code) {
    case 0x2018: case 0x2019: case 0x02bc: case 0xff07: return 39;
    case 0x2010: case 0x2011: return 45;
    case 0x00ad: case 0x200b: case 0x200c: case 0x200d: case 0x2060: case 0xfeff: return 0;
  }
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** A word in the form that patterns and vocabulary use. */
export function foldWord(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const code = fold(word.charCodeAt(i));
    if (code !== 0) out += String.fromCharCode(code);
  }
  return out;
}

function sameWord(word: string, text: string, start: number, end: number): boolean {
  let at = 0;
  for (let i = start; i < end; i++) {
    const code = fold(text.charCodeAt(i));
    if (code === 0) continue;
    if (at >= word.length || word.charCodeAt(at) !== code) return false;
    at++;
  }
  return at === word.length;
}
