import type { Category } from '../model.ts';
import { Sections } from '../pattern/sections.ts';
import { Flag, type Words } from '../prose/words.ts';
import { eachFeature, Tokens } from './features.ts';

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

/** What weights are shipped with, so that no byte is negative. */
export const zero = 128;

/** Remembers what sentences sound like: a coach would ask to rewrite this one, or not. Learned from labelled replies; see docs/classifier.md. */
export class Classifier {
  readonly locale: string;
  private readonly head: ClassifierHead;
  private readonly weights: ArrayLike<number>;
  private readonly rarity: ArrayLike<number>;
  private readonly byCategory: ArrayLike<number>;
  /** Open-addressed by key: the feature behind it, from 1, and its key. */
  private readonly slots: Uint16Array;
  private readonly keys: ArrayLike<number>;
  private readonly tokens = new Tokens();

  /** @param bytes as the build writes them. */
  constructor(bytes: Uint8Array) {
    const sections = new Sections(bytes);
    this.head = JSON.parse(sections.text('head')) as ClassifierHead;
    this.locale = this.head.locale;
    this.keys = sections.numbers('keys');
    this.weights = sections.numbers('weights');
    this.rarity = sections.numbers('rarity');
    this.byCategory = sections.numbers('byCategory');
    let size = 1024;
    while (size < this.keys.length * 2) size *= 2;
    this.slots = new Uint16Array(size);
    for (let feature = 0; feature < this.keys.length; feature++) {
      let slot = spread(this.keys[feature]!) & (size - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.slots[slot] = feature + 1;
    }
  }

  get marksFrom(): number { return this.head.marksFrom; }
  get looksFrom(): number { return this.head.looksFrom; }
  get rightBelow(): number { return this.head.rightBelow; }

  /** The feature behind a key, -1 where there is none. */
  private find(key: number): number {
    const mask = this.slots.length - 1;
    for (let slot = spread(key) & mask; ; slot = (slot + 1) & mask) {
      const feature = this.slots[slot]! - 1;
      if (feature < 0 || this.keys[feature] === key) return feature;
    }
  }

  /** The logarithm of the odds that a coach would ask to rewrite the sentence of this index. */
  score(words: Words, index: number): number {
    let [sum, squares] = [0, 0];
    eachFeature(words, index, this.tokens, (key) => {
      const feature = this.find(key);
      if (feature < 0) return;
      sum += this.weights[feature]! - zero;
      squares += this.rarity[feature]! ** 2;
    });
    return this.head.bias + sum / this.head.perOne / lengthOf(squares);
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
    const { categories, perOne, telling } = this.head;
    const sums = new Float64Array(categories.length);
    let squares = 0;
    eachFeature(words, index, this.tokens, (key) => {
      const feature = this.find(key);
      if (feature < 0) return;
      squares += this.rarity[feature]! ** 2;
      if (feature < telling) for (let c = 0; c < sums.length; c++) sums[c]! += this.byCategory[feature * sums.length + c]! - zero;
    });
    let best = 0;
    const margin = (c: number): number => categories[c]![1] + sums[c]! / perOne / lengthOf(squares);
    for (let c = 1; c < sums.length; c++) if (margin(c) > margin(best)) best = c;
    return categories[best]![0];
  }
}

/** The length of a sentence whose rarities, in tenths, have this sum of squares. */
function lengthOf(squares: number): number { return Math.sqrt(squares) / 10 || 1; }

function spread(key: number): number { return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 8; }
