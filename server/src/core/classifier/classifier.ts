import type { Category } from '../model.ts';
import { Sections } from '../pattern/sections.ts';
import { Flag, type Words } from '../prose/words.ts';
import { eachFeature, eachOfPlace, eachOfTokens, Tokens } from './features.ts';
import { SumMemory, type Sums } from './sum-memory.ts';

/** Weights are whole numbers from -127 to 127; so many of them are one. */
export interface ClassifierHead {
  readonly locale: string;
  readonly perOne: number;
  readonly bias: number;
  /** Sentences of such a score and more are marked. */
  readonly marksFrom: number;
  /** Those of such a score are worth a look. */
  readonly looksFrom: number;
  /** Those of a lower score sound right. */
  readonly rightBelow: number;
  /** The categories that it tells apart, and the bias of each. */
  readonly categories: readonly (readonly [category: Category, bias: number])[];
  /** The first features, so many, say something of the category. */
  readonly telling: number;
}

/** A power of two. The same few thousand words make up nearly every sentence. */
const rememberedWords = 8192;

/** What weights are shipped with, so that no byte is negative. */
export const zero = 128;

/** Knows what sentences sound like: a coach would ask to rewrite this one, or not. Learned from labelled replies; see docs/classifier.md. */
export class Classifier {
  private readonly head: ClassifierHead;
  private readonly weights: ArrayLike<number>;
  private readonly rarity: ArrayLike<number>;
  private readonly byCategory: ArrayLike<number>;
  /** Open-addressed by key: the feature behind it, from 1, and its key. */
  private readonly slots: Uint16Array;
  private readonly keys: ArrayLike<number>;
  /** One bit for each key, by a part of its hash: most keys of a sentence are unknown, and this says so at once. */
  private readonly known = new Uint32Array(1 << 12);
  private readonly tokens = new Tokens();
  private readonly memory = new SumMemory();
  /** Words whose pieces were added up of late: two keys of each, and their sums of weights and of squares. */
  private readonly wordKeys = new Int32Array(rememberedWords * 2);
  private readonly wordSums = new Int32Array(rememberedWords * 2);

  /** @param bytes as the build writes them. */
  constructor(bytes: Uint8Array) {
    const sections = new Sections(bytes);
    this.head = JSON.parse(sections.text('head')) as ClassifierHead;
    this.keys = sections.numbers('keys');
    this.weights = sections.numbers('weights');
    this.rarity = sections.numbers('rarity');
    this.byCategory = sections.numbers('byCategory');
    let size = 1024;
    while (size < this.keys.length * 2) size *= 2;
    this.slots = new Uint16Array(size);
    for (let feature = 0; feature < this.keys.length; feature++) {
      const hash = spread(this.keys[feature]!);
      this.known[(hash >>> 5) & 0xfff]! |= 1 << (hash & 31);
      let slot = hash & (size - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = feature + 1;
    }
  }

  get marksFrom(): number { return this.head.marksFrom; }
  get looksFrom(): number { return this.head.looksFrom; }
  get rightBelow(): number { return this.head.rightBelow; }

  /** The feature behind a key, -1 where there is none. */
  private find(key: number): number {
    const hash = spread(key);
    if (!(this.known[(hash >>> 5) & 0xfff]! & (1 << (hash & 31)))) return -1;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const feature = this.slots[slot]! - 1;
      if (feature < 0 || this.keys[feature] === key) return feature;
    }
  }

  /** The logarithm of the odds that a coach would ask to rewrite the sentence of this index. */
  score(words: Words, index: number): number {
    let { weights: sum, squares } = this.memory.find(words, index) ?? this.memory.keep(this.sumsOf(words, index));
    eachOfPlace(words, index, (key) => {
      const feature = this.find(key);
      if (feature < 0) return;
      sum += this.weights[feature]! - zero;
      squares += this.rarity[feature]! ** 2;
    });
    return this.head.bias + sum / this.head.perOne / lengthOf(squares);
  }

  /** The sums of weights and of squares over what a sentence says, wherever it stands. */
  private sumsOf(words: Words, index: number): Sums {
    let [sum, squares] = [0, 0];
    const add = (key: number): void => {
      const feature = this.find(key);
      if (feature < 0) return;
      sum += this.weights[feature]! - zero;
      squares += this.rarity[feature]! ** 2;
    };
    eachOfTokens(words, index, this.tokens, add);
    for (let token = 0; token < this.tokens.count; token++) {
      const check = this.tokens.check(token);
      if (check === 0) continue;
      const slot = spread(check) & (rememberedWords - 1);
      if (this.wordKeys[slot * 2] !== this.tokens.key[token] || this.wordKeys[slot * 2 + 1] !== check) {
        const [before, squaresBefore] = [sum, squares];
        this.tokens.eachPiece(token, add);
        this.wordKeys.set([this.tokens.key[token]!, check], slot * 2);
        this.wordSums.set([sum - before, squares - squaresBefore], slot * 2);
      } else {
        sum += this.wordSums[slot * 2]!;
        squares += this.wordSums[slot * 2 + 1]!;
      }
    }
    return { weights: sum, squares, byCategory: null };
  }

  /** Of the parts between its pauses the words `[first, last)` that speak loudest for a rewrite. */
  loudestPart(words: Words, index: number): readonly [first: number, last: number] {
    const { first, last } = words.sentences[index]!;
    const sums = new Float64Array(last - first);
    eachFeature(words, index, this.tokens, (key, from, to) => {
      const feature = this.find(key);
      if (feature < 0 || from < 0) return;
      for (const at of new Set([from, to])) {
        const word = this.tokens.word[at]!;
        if (word >= 0) sums[word - first]! += this.weights[feature]! - zero;
      }
    });
    let loudest: readonly [number, number] = [first, last];
    let most = -Infinity;
    for (let from = first, w = first + 1; w <= last; w++) {
      if (w < last && !(words.flags[w]! & Flag.comma)) continue;
      const sum = sums.subarray(from - first, w - first).reduce((all, one) => all + one, 0);
      if (sum > most) [most, loudest] = [sum, [from, w]];
      from = w;
    }
    return loudest;
  }

  /** What a sentence that should be rewritten is most likely guilty of. */
  category(words: Words, index: number): Category {
    const { categories, perOne } = this.head;
    const said = this.memory.find(words, index) ?? this.memory.keep(this.sumsOf(words, index));
    said.byCategory ??= this.categorySums((visit) => eachFeature(words, index, this.tokens, visit), (visit) => eachOfPlace(words, index, visit));
    let { squares } = said;
    const sums = said.byCategory.slice();
    eachOfPlace(words, index, (key) => {
      const feature = this.find(key);
      if (feature < 0) return;
      squares += this.rarity[feature]! ** 2;
      this.addCategories(sums, feature, 1);
    });
    let best = 0;
    const margin = (c: number): number => categories[c]![1] + sums[c]! / perOne / lengthOf(squares);
    for (let c = 1; c < sums.length; c++) if (margin(c) > margin(best)) best = c;
    return categories[best]![0];
  }

  /** The sums by category over all features of a sentence but those of its place. */
  private categorySums(all: (visit: (key: number) => void) => void, ofPlace: (visit: (key: number) => void) => void): Int32Array {
    const sums = new Int32Array(this.head.categories.length);
    all((key) => { this.addCategories(sums, this.find(key), 1); });
    ofPlace((key) => { this.addCategories(sums, this.find(key), -1); });
    return sums;
  }

  private addCategories(sums: Int32Array, feature: number, times: number): void {
    if (feature < 0 || feature >= this.head.telling) return;
    for (let c = 0; c < sums.length; c++) sums[c]! += times * (this.byCategory[feature * sums.length + c]! - zero);
  }
}

/** The length of a sentence whose rarities, in tenths, have this sum of squares. */
function lengthOf(squares: number): number { return Math.sqrt(squares) / 10 || 1; }

function spread(key: number): number { return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 8; }
