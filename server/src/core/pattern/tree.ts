import type { Node } from './parse.ts';

/** A pattern as a tree whose words are ids: one, or a set of them by its number. */
export type Tree =
  | { readonly type: 'word'; readonly id: number }
  | { readonly type: 'set'; readonly set: number }
  | { readonly type: 'sequence' | 'choice'; readonly items: readonly Tree[] }
  | { readonly type: 'optional' | 'not'; readonly item: Tree }
  | { readonly type: 'gap'; readonly least: number; readonly most: number }
  | { readonly type: 'capture'; readonly name: string; readonly item: Tree }
  | { readonly type: (typeof marks)[number] };

const marks = ['start', 'end', 'comma', 'number', 'placeholder'] as const;

/** Resolves the words of a set to ids, inflections included. */
export type ResolveWords = (words: readonly string[], inflected: boolean) => readonly number[];

/** The tree of a parsed pattern; `sets` collects the word sets that patterns share. */
export function resolved(node: Node, resolve: ResolveWords, sets: WordSets): Tree {
  const of = (n: Node): Tree => {
    switch (n.type) {
      case 'words': {
        const ids = resolve(n.words, n.inflected);
        return ids.length === 1 ? { type: 'word', id: ids[0]! } : { type: 'set', set: sets.add(ids) };
      }
      case 'sequence': return { type: 'sequence', items: n.items.map(of) };
      case 'choice': return { type: 'choice', items: n.options.map(of) };
      case 'optional': case 'not': return { type: n.type, item: of(n.item) };
      case 'capture': return { type: 'capture', name: n.name, item: of(n.item) };
      default: return n;
    }
  };
  return of(node);
}

/** The word sets of all programs, each kept once. */
export class WordSets {
  private readonly known = new Map<string, number>();
  readonly list: number[][] = [];

  /** Index of the set with these ids. */
  add(ids: readonly number[]): number {
    const sorted = [...new Set(ids)].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const at = this.known.get(key) ?? this.list.push(sorted) - 1;
    this.known.set(key, at);
    return at;
  }
}

/**
 * The first byte of each part of a tree as it ships. A word is its id in 14 bits, a set its number behind another two bits;
 * a list has its length in the five bits below, or 31 there and the length in two bytes; `shared` is followed by the number
 * of a part that several trees have, in two bytes.
 */
const Byte = { set: 0x40, sequence: 0x80, choice: 0xa0, optional: 0xc0, not: 0xc1, gap: 0xc2, capture: 0xc3, shared: 0xc4, marks: 0xc5 } as const;
const largest = 0x3fff;
const longList = 31;
/** A part of fewer bytes is written again sooner than named. */
const worthSharing = 5;

/**
 * Trees as bytes: `all` are whole trees and parts that occur more than once, `of` says which of them each tree is. Names of
 * captures are numbered as they stand in `names`, which grows.
 */
export function packTrees(trees: readonly Tree[], names: string[]): { of: number[]; all: number[][] } {
  const times = occurrences(trees);
  const numbers = new Map<string, number>();
  const all: number[][] = [];
  const numberOf = (tree: Tree, bytes: number[]): number => {
    const key = JSON.stringify(tree);
    const number = numbers.get(key) ?? all.push(bytes) - 1;
    numbers.set(key, number);
    return number;
  };
  const list = (first: number, items: readonly Tree[]): number[] => {
    const { length } = items;
    return [first | Math.min(length, longList), ...(length >= longList ? [length >> 8, length & 0xff] : []), ...items.flatMap(part)];
  };
  const whole = (t: Tree): number[] => {
    switch (t.type) {
      case 'word': return inTwo(0, t.id);
      case 'set': return inTwo(Byte.set, t.set);
      case 'sequence': case 'choice': return list(Byte[t.type], t.items);
      case 'optional': case 'not': return [Byte[t.type], ...part(t.item)];
      case 'gap': return [Byte.gap, t.least, t.most];
      case 'capture': {
        const known = names.indexOf(t.name);
        return [Byte.capture, known >= 0 ? known : names.push(t.name) - 1, ...part(t.item)];
      }
      default: return [Byte.marks + marks.indexOf(t.type)];
    }
  };
  const part = (t: Tree): number[] => {
    const bytes = whole(t);
    if (bytes.length < worthSharing || times.get(JSON.stringify(t))! < 2) return bytes;
    const number = numberOf(t, bytes);
    return [Byte.shared, number >> 8, number & 0xff];
  };
  return { of: trees.map((tree) => numberOf(tree, whole(tree))), all };
}

/** How often each tree occurs; what stands in one that comes again is counted once. */
function occurrences(trees: readonly Tree[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const count = (tree: Tree): void => {
    const key = JSON.stringify(tree);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    if (before === 0) for (const inside of 'items' in tree ? tree.items : 'item' in tree ? [tree.item] : []) count(inside);
  };
  trees.forEach(count);
  return times;
}

function inTwo(first: number, value: number): [number, number] {
  if (value > largest) throw new RangeError('A tree as it ships can name no more words and sets than this.');
  return [first | (value >> 8), value & 0xff];
}

/** The tree that begins at byte `at`; `shared` reads the part of a number. */
export function unpackTree(bytes: ArrayLike<number>, at: number, names: readonly string[], shared: (number: number) => Tree): Tree {
  const two = (high: number): number => (high << 8) | bytes[at++]!;
  const read = (): Tree => {
    const first = bytes[at++]!;
    if (first < Byte.set) return { type: 'word', id: two(first) };
    if (first < Byte.sequence) return { type: 'set', set: two(first - Byte.set) };
    if (first < Byte.optional) {
      let length = first & longList;
      if (length === longList) length = two(bytes[at++]!);
      const items: Tree[] = [];
      for (let i = 0; i < length; i++) items.push(read());
      return { type: first < Byte.choice ? 'sequence' : 'choice', items };
    }
    switch (first) {
      case Byte.optional: return { type: 'optional', item: read() };
      case Byte.not: return { type: 'not', item: read() };
      case Byte.gap: return { type: 'gap', least: bytes[at++]!, most: bytes[at++]! };
      case Byte.capture: return { type: 'capture', name: names[bytes[at++]!]!, item: read() };
      case Byte.shared: return shared(two(bytes[at++]!));
      default: return { type: marks[first - Byte.marks]! };
    }
  };
  return read();
}
