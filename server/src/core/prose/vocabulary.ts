import { bareContractions } from './contractions.ts';

/** Id of a word that no pattern names. */
export const UNKNOWN = 0;
/** Id of a placeholder, fill-in, code span or address: one opaque noun. */
export const OPAQUE_WORD = 1;

/**
 * Every word that some pattern names, each with a number. Words are folded: lower case, straight apostrophes, plain
 * hyphens. Looking a word up hashes the characters where they stand, without making a string of them: it runs for each
 * word of a library.
 */
export class Vocabulary {
  private readonly words: string[] = ['', '\uFFFC'];
  private table = new Int32Array(1024);
  private hashes = new Int32Array(1024);

  constructor(words: readonly string[] = []) {
    for (const word of bareContractions) this.intern(word);
    for (const word of words) this.intern(word);
  }

  get size(): number { return this.words.length; }

  /** Does this id stand for a contraction that is written without an apostrophe? */
  isBareContraction(id: number): boolean { return id > OPAQUE_WORD && id < OPAQUE_WORD + 1 + bareContractions.length; }

  /** All words, ids ascending, without the two reserved ones: what the constructor takes. */
  list(): string[] { return this.words.slice(2); }

  /** The word of an id. */
  word(id: number): string { return this.words[id] ?? ''; }

  /** Id of a folded word; UNKNOWN where no pattern names it. */
  idOf(word: string): number { return this.find(word, 0, word.length, hashOf(word)); }

  /** Id of a folded word, new where the word is new. */
  intern(word: string): number {
    const hash = hashOf(word);
    const known = this.find(word, 0, word.length, hash);
    if (known !== UNKNOWN) return known;
    const id = this.words.push(word) - 1;
    if (this.words.length * 2 > this.table.length) this.grow();
    this.place(id, hash);
    return id;
  }

  /** Id of the word at `[start, end)` of `text`, whose folded characters have this hash; UNKNOWN where no pattern names it. */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.table[slot]!;
      if (id === 0) return UNKNOWN;
      if (this.hashes[slot] === hash && sameWord(this.words[id]!, text, start, end)) return id;
    }
  }

  private place(id: number, hash: number): void {
    const mask = this.table.length - 1;
    let slot = hash & mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & mask;
    this.table[slot] = id;
    this.hashes[slot] = hash;
  }

  private grow(): void {
    const { table, hashes } = this;
    this.table = new Int32Array(table.length * 2);
    this.hashes = new Int32Array(table.length * 2);
    for (let slot = 0; slot < table.length; slot++) if (table[slot] !== 0) this.place(table[slot]!, hashes[slot]!);
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
