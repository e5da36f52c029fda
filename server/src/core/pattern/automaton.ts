import { startsOf } from './sections.ts';

/** A sequence of lemmas to look for, and what it stands for. */
export interface Anchor {
  readonly lemmas: readonly number[];
  /** Whatever the caller wants back when the anchor is met. */
  readonly payload: number;
}

/**
 * An automaton as plain arrays, so that it can be shipped. State 0 is the start; the state after one lemma has that lemma's
 * number; the longer ones come after them, level by level, those that follow one state side by side and by their lemma.
 */
export interface AutomatonTables {
  /** How many lemmas there are, and so the first state of two. */
  readonly lemmas: number;
  /** Per state of two lemmas or more: its last one. */
  readonly last: ArrayLike<number>;
  /** Per state from 1 on, how many states follow it; behind the last that any follows, nothing is said. */
  readonly followers: ArrayLike<number>;
  /** Per state: the list of what ends right here, from 1, or 0. */
  readonly lists: ArrayLike<number>;
  /** How long each list is, and the payloads of all. */
  readonly lengths: ArrayLike<number>;
  readonly payloads: ArrayLike<number>;
}

/** A state while the automaton is built. */
interface Growing { readonly next: Map<number, Growing>; readonly payloads: number[] }

/** Builds the Aho-Corasick automaton of all anchors. */
export function buildAutomaton(anchors: readonly Anchor[], lemmas: number): AutomatonTables {
  const fresh = (): Growing => ({ next: new Map(), payloads: [] });
  const root = fresh();
  for (const { lemmas: sequence, payload } of anchors) {
    let state = root;
    for (const lemma of sequence) {
      let to = state.next.get(lemma);
      if (!to) state.next.set(lemma, (to = fresh()));
      state = to;
    }
    if (!state.payloads.includes(payload)) state.payloads.push(payload);
  }
  const states = Array.from({ length: lemmas }, (_, lemma) => root.next.get(lemma) ?? fresh());
  states[0] = fresh();
  const last: number[] = [];
  const followers: number[] = [];
  // The list grows while it is walked.
  for (let state = 1; state < states.length; state++) {
    const next = [...states[state]!.next].sort(([a], [b]) => a - b);
    for (const [lemma, to] of next) {
      last.push(lemma);
      states.push(to);
    }
    followers.push(next.length);
  }
  while (followers.at(-1) === 0) followers.pop();
  const known = new Map<string, number>();
  const all: (readonly number[])[] = [];
  const lists = states.map(({ payloads }) => {
    if (payloads.length === 0) return 0;
    const key = payloads.join(' ');
    const list = known.get(key) ?? all.push(payloads);
    known.set(key, list);
    return list;
  });
  return { lemmas, last, followers, lists, lengths: all.map(({ length }) => length), payloads: all.flat() };
}

/** Walks the lemmas of a text once and tells where anchors end. */
export class Automaton {
  private readonly tables: AutomatonTables;
  /** Per state, the first that follows it; the states that follow it end where those of the next one begin. */
  private readonly first: Int32Array;
  private readonly listStarts: Int32Array;
  /** Per state, where to go on when nothing fits, worked out when it is first asked for; -1 before. */
  private readonly back: Int32Array;
  /** What ends in a state, put together when the state is first met. */
  private readonly ending: (Int32Array | undefined)[];

  constructor(tables: AutomatonTables) {
    this.tables = tables;
    this.first = startsOf(tables.followers);
    this.listStarts = startsOf(tables.lengths);
    this.back = new Int32Array(tables.lists.length).fill(-1);
    this.back.fill(0, 0, tables.lemmas);
    this.ending = new Array<Int32Array | undefined>(tables.lists.length);
  }

  /** The state before the first word. */
  readonly start = 0;

  /** The state after one more word; lemma 0 stands for a word that no pattern names. */
  step(state: number, lemma: number): number {
    if (lemma === 0) return 0;
    while (state !== 0) {
      const next = this.after(state, lemma);
      if (next !== 0) return next;
      state = this.backFrom(state);
    }
    return lemma;
  }

  /** The payloads of all anchors that end in this state, the longest anchor's first. */
  ends(state: number): Int32Array {
    return (this.ending[state] ??= this.collect(state));
  }

  /** The state that `lemma` leads to from here, or 0. */
  private after(state: number, lemma: number): number {
    const { last, lemmas } = this.tables;
    if (state >= this.first.length) return 0;
    let low = this.first[state - 1]!;
    let high = this.first[state]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (last[middle]! < lemma) low = middle + 1;
      else high = middle;
    }
    return low < this.first[state]! && last[low] === lemma ? lemmas + low : 0;
  }

  /** The longest shorter state that the words of this one end in. */
  private backFrom(state: number): number {
    const known = this.back[state]!;
    return known >= 0 ? known : (this.back[state] = this.step(this.backFrom(this.before(state)), this.tables.last[state - this.tables.lemmas]!));
  }

  /** The state that this one follows. */
  private before(state: number): number {
    const at = state - this.tables.lemmas;
    let low = 1;
    let high = this.first.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.first[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private collect(state: number): Int32Array {
    const { lists, payloads } = this.tables;
    const found: number[] = [];
    for (let here = state; here !== 0; here = this.backFrom(here)) {
      const list = lists[here]!;
      if (list > 0) for (let i = this.listStarts[list - 1]!; i < this.listStarts[list]!; i++) found.push(payloads[i]!);
    }
    return Int32Array.from(found);
  }
}
