import { whenAsked } from '../text/letters.ts';
import { contraction } from './contractions.ts';
import { fold, foldWord, hashOf, hashStart, hashStep, OPAQUE_WORD, type Vocabulary } from './vocabulary.ts';

/** What is known of a word besides its id, as bits. */
export const Flag = {
  /** A comma, dash, colon, semicolon or bracket stands before it. */
  comma: 1,
  /** It stands inside quotation marks, so it is mentioned and not used. */
  quoted: 2,
  digit: 4,
  /** Two or more letters, all capital. */
  capitals: 8,
  capitalised: 16,
  /** It belongs to the same written word as the one before: the "not" of "can't". */
  joined: 32,
  /** Nothing but ASCII letters, and no part of a contraction. */
  plain: 64,
} as const;

/** Signs that are looked at more closely where a text holds any, as bits. */
export const Sign = {
  /** A curly bracket. */
  brace: 1,
  /** One that could hide a letter of a word: a star, a dollar, a hyphen inside, an exclamation mark with a letter behind it. */
  mask: 2,
  /** Two or more of `.!?` in a row. */
  row: 4,
  /** A blade of scissors: `<`, `>` or the picture of a pair. */
  blade: 8,
} as const;

/** A sentence: the words `[first, last)` and its place in the prose, final punctuation included. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** Offset of the final punctuation, or `end`. */
  readonly body: number;
  /** `.`, `!`, `?` or nothing. */
  readonly mark: string;
  /** Index of the block (paragraph, list item) it stands in. */
  readonly block: number;
}

const enum Class { other, letter, digit, apostrophe, hyphen, space, full, comma, quote, opaque, break }

const ascii = new Uint8Array(128).fill(Class.other);
for (let c = 97; c <= 122; c++) ascii[c] = ascii[c - 32] = Class.letter;
for (let c = 48; c <= 57; c++) ascii[c] = Class.digit;
for (const c of [9, 10, 11, 12, 13, 32]) ascii[c] = Class.space;
for (const c of '.!?') ascii[c.charCodeAt(0)] = Class.full;
for (const c of ',;:()[]/') ascii[c.charCodeAt(0)] = Class.comma;
ascii[39] = Class.apostrophe;
ascii[45] = Class.hyphen;
ascii[34] = Class.quote;

const signs = new Uint8Array(128);
for (const c of '{}') signs[c.charCodeAt(0)] = Sign.brace;
for (const c of '@$|*#%^_') signs[c.charCodeAt(0)] = Sign.mask;
for (const c of '<>') signs[c.charCodeAt(0)] = Sign.blade;

function signOf(code: number): number {
  if (code < 128) return signs[code]!;
  return code === 0x20ac ? Sign.mask : code === 0x2702 ? Sign.blade : 0;
}

const letter = whenAsked(() => /[\p{L}\p{M}\p{N}]/u);

function classOf(code: number): Class {
  if (code < 128) return ascii[code]!;
  if (code === 0xfffc) return Class.opaque;
  if (code === 0x2029) return Class.break;
  if (code === 0x2018 || code === 0x2019 || code === 0x02bc || code === 0xff07) return Class.apostrophe;
  if (code === 0x2010 || code === 0x2011) return Class.hyphen;
  if (code === 0x2012 || code === 0x2013 || code === 0x2014 || code === 0x2026) return Class.comma;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0xab || code === 0xbb) return Class.quote;
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000 || code === 0x2028 || code === 0x85) return Class.space;
  if (code === 0xad || code === 0x200b || code === 0x200c || code === 0x200d || code === 0x2060) return Class.letter;
  return letter().test(String.fromCharCode(code)) ? Class.letter : Class.other;
}

/** A full stop after these ends no sentence. */
const abbreviations = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'vs', 'approx', 'inc', 'ltd', 'co', 'jr', 'sr', 'dept', 'eg', 'ie', 'incl']);
/** After these it ends none where a number follows. */
const beforeNumbers = new Set(['no', 'nos', 'ref', 'tel', 'ext', 'max', 'min', 'p', 'art', 'sec']);
const longestAbbreviation = 6;

const none = new Int32Array(0);
const arrays = 6;

/** The words of one prose text, in parallel arrays that are used again for the next text, and its sentences. */
export class Words {
  count = 0;
  id = none;
  /** UTF-16 offsets into the prose. */
  start = none;
  end = none;
  flags = none;
  /** Of the folded characters; of a part of a contraction, of the word it stands for. */
  hash = none;
  /** The flags of all words together. */
  present = 0;
  /** The signs in the text, as bits. */
  signs = 0;
  sentences: Sentence[] = [];
  text = '';
  private sentenceOf = none;

  /** Index of the sentence that a word stands in. */
  sentence(word: number): number { return this.sentenceOf[word]!; }

  /** Reads `text` (prose with OPAQUE and BREAK) in one pass. */
  read(text: string, vocabulary: Vocabulary): this {
    this.text = text;
    this.count = 0;
    // Few texts have more words than a quarter of their characters.
    if (this.id.length === 0) this.makeRoom((text.length >> 2) + 8);
    this.present = 0;
    this.signs = 0;
    this.sentences = [];
    let first = 0; // first word of the sentence
    let block = 0;
    let blockFirst = 0;
    let pending = 0; // flags for the next word
    let quoteFrom = -1;
    const quotes: number[] = [];
    const size = text.length;

    let i = 0;
    while (i < size) {
      const code = text.charCodeAt(i);
      const kind = classOf(code);
      if (kind === Class.letter || kind === Class.digit) {
        const from = i;
        let hash = hashStart;
        let flags = pending;
        let upper = 0;
        let letters = 0;
        let odd = false; // has an apostrophe
        let simple = true;
        if (code >= 65 && code <= 90) flags |= Flag.capitalised;
        for (; i < size; i++) {
          const c = text.charCodeAt(i);
          const k = classOf(c);
          if (k === Class.letter && c < 128) {
            letters++;
            if (c <= 90) upper++;
            hash = hashStep(hash, c | 32);
            continue;
          }
          if (k === Class.letter) {
            letters++;
            simple = false;
            if (fold(c) !== c && fold(c) !== 0) { upper++; if (i === from) flags |= Flag.capitalised; }
          } else if (k === Class.digit) flags |= Flag.digit;
          else if (k === Class.apostrophe || k === Class.hyphen) {
            if (i + 1 >= size || classOf(text.charCodeAt(i + 1)) > Class.digit || classOf(text.charCodeAt(i + 1)) === Class.other) break;
            if (k === Class.apostrophe) odd = true;
            else this.signs |= Sign.mask;
          } else if ((c === 46 || c === 44) && flags & Flag.digit && i + 1 < size && classOf(text.charCodeAt(i + 1)) === Class.digit) {
            // the point or comma of a number
          } else break;
          const f = fold(c);
          if (f !== 0) hash = hashStep(hash, f);
        }
        if (letters >= 2 && upper === letters) flags |= Flag.capitals;
        const id = vocabulary.find(text, from, i, hash);
        if (odd || vocabulary.isBareContraction(id)) {
          const word = foldWord(text.slice(from, i));
          const parts = contraction(word);
          if (parts && word.length === i - from) {
            let at = from;
            parts.forEach(([part, length], index) => {
              const until = index === parts.length - 1 ? i : at + length;
              const hashed = hashOf(part);
              this.push(vocabulary.find(part, 0, part.length, hashed), at, until, hashed, index === 0 ? flags : (flags & Flag.capitals) | Flag.joined);
              at = until;
            });
            pending = 0;
            continue;
          }
        }
        if (letters === i - from && simple) flags |= Flag.plain;
        this.push(id, from, i, hash, flags);
        pending = 0;
        continue;
      }
      switch (kind) {
        case Class.opaque:
          this.push(OPAQUE_WORD, i, i + 1, 0, pending);
          pending = 0;
          break;
        case Class.comma:
          pending |= Flag.comma;
          if (code === 0x2013) this.signs |= Sign.mask;
          break;
        case Class.hyphen:
          this.signs |= Sign.mask;
          // A hyphen between spaces is a dash.
          if (i === 0 || classOf(text.charCodeAt(i - 1)) === Class.space) pending |= Flag.comma;
          break;
        case Class.quote:
          if (quoteFrom < 0) quoteFrom = this.count;
          else { quotes.push(quoteFrom, this.count); quoteFrom = -1; }
          break;
        case Class.full: {
          const body = i;
          while (i < size && (classOf(text.charCodeAt(i)) === Class.full || text.charCodeAt(i) === 0x2026)) i++;
          if (i - body > 1) this.signs |= Sign.row;
          if (i < size && classOf(text.charCodeAt(i)) === Class.letter) this.signs |= Sign.mask;
          let after = i;
          while (after < size && isCloser(text.charCodeAt(after))) after++;
          if (this.endsSentence(text, body, after)) {
            for (let q = i; q < after; q++) {
              if (classOf(text.charCodeAt(q)) === Class.quote && quoteFrom >= 0) { quotes.push(quoteFrom, this.count); quoteFrom = -1; }
            }
            const marks = text.slice(body, i);
            this.close(first, body, after, marks.includes('?') ? '?' : marks.includes('!') ? '!' : '.', block);
            first = this.count;
            pending = 0;
            i = after;
          }
          continue;
        }
        case Class.break: {
          this.close(first, i, i, '', block);
          first = this.count;
          pending = 0;
          for (let q = 0; q < quotes.length; q += 2) {
            const from = quotes[q]!;
            const to = quotes[q + 1]!;
            if (from === blockFirst && to === this.count) continue; // the whole block is in quotation marks: it is the reply
            for (let w = from; w < to; w++) this.flags[w]! |= Flag.quoted;
          }
          quotes.length = 0;
          quoteFrom = -1;
          block++;
          blockFirst = this.count;
          break;
        }
        case Class.other:
          this.signs |= signOf(code);
          break;
        default:
      }
      i++;
    }
    this.close(first, size, size, '', block);
    for (let q = 0; q < quotes.length; q += 2) {
      if (quotes[q] === blockFirst && quotes[q + 1] === this.count) continue;
      for (let w = quotes[q]!; w < quotes[q + 1]!; w++) this.flags[w]! |= Flag.quoted;
    }
    return this;
  }

  /** Ends the sentence that began with word `first`, if it has any. */
  private close(first: number, body: number, end: number, mark: string, block: number): void {
    if (this.count === first) return;
    this.sentenceOf.fill(this.sentences.length, first, this.count);
    this.sentences.push({ first, last: this.count, start: this.start[first]!, end, body, mark, block });
  }

  private endsSentence(text: string, body: number, after: number): boolean {
    if (this.count === 0) return false;
    if (after >= text.length) return true;
    const next = classOf(text.charCodeAt(after));
    if (next !== Class.space && next !== Class.break) return false;
    if (text.charCodeAt(body) !== 46) return true;
    let look = after;
    while (look < text.length && classOf(text.charCodeAt(look)) === Class.space) look++;
    if (look >= text.length) return true;
    const code = text.charCodeAt(look);
    if (code >= 97 && code <= 122) return false;
    const last = this.count - 1;
    if (this.end[last] !== body) return true;
    const length = this.end[last]! - this.start[last]!;
    if (length > longestAbbreviation) return true;
    const word = text.slice(this.start[last], this.end[last]).toLowerCase();
    if (word.length === 1 && word !== 'i' && !/[\d\uFFFC]/.test(word)) return false;
    return !abbreviations.has(word) && !(beforeNumbers.has(word) && classOf(code) === Class.digit);
  }

  /** All arrays in one stretch of memory: one is made for each text. */
  private makeRoom(size: number): void {
    const memory = new ArrayBuffer(size * arrays * 4);
    const larger = (array: typeof none, nth: number): typeof none => {
      const room = new Int32Array(memory, nth * size * 4, size);
      if (array.length > 0) room.set(array);
      return room;
    };
    this.id = larger(this.id, 0);
    this.start = larger(this.start, 1);
    this.end = larger(this.end, 2);
    this.flags = larger(this.flags, 3);
    this.hash = larger(this.hash, 4);
    this.sentenceOf = larger(this.sentenceOf, 5);
  }

  private push(id: number, start: number, end: number, hash: number, flags: number): void {
    if (this.count === this.id.length) {
      this.makeRoom(this.count * 2);
    }
    this.id[this.count] = id;
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.flags[this.count] = flags;
    this.hash[this.count] = hash;
    this.present |= flags;
    this.count++;
  }
}

function isCloser(code: number): boolean {
  return code === 34 || code === 39 || code === 41 || code === 93 || code === 0x201d || code === 0x2019 || code === 0xbb || code === 42 || code === 95;
}

