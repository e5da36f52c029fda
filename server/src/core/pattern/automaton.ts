/** A sequence of lemmas to look for, and what it stands for. */
export interface Anchor {
  readonly lemmas: readonly number[];
  /** Whatever the caller wants back when the anchor is met. */
  readonly payload: number;
}

/** An automaton as plain arrays, so that it can be shipped. */
export interface AutomatonTables {
  /** First step by lemma, for the root has many. */
  readonly root: readonly number[];
  /** Open-addressed: keys state × lemmas + lemma (0 free), and the state each leads to. */
  readonly keys: readonly number[];
  readonly next: readonly number[];
  /** Per state: where to go on when nothing fits. */
  readonly fail: readonly number[];
  /** Per state: index into `payloads`, or -1; the list there ends with -1. */
  readonly output: readonly number[];
  readonly payloads: readonly number[];
  /** How many lemmas there are. */
  readonly lemmas: number;
}

/** Builds the Aho-Corasick automaton of all anchors. */
export function buildAutomaton(anchors: readonly Anchor[], lemmas: number): AutomatonTables {
  const children: Map<number, number>[] = [new Map()];
  const found: number[][] = [[]];
  for (const { lemmas: sequence, payload } of anchors) {
    let state = 0;
    for (const lemma of sequence) {
      let to = children[state]!.get(lemma);
      if (to === undefined) {
        to = children.push(new Map()) - 1;
        found.push([]);
        children[state]!.set(lemma, to);
      }
      state = to;
    }
    if (!found[state]!.includes(payload)) found[state]!.push(payload);
  }
  const fail = new Array<number>(children.length).fill(0);
  const queue = [...children[0]!.values()];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    for (const [lemma, to] of children[state]!) {
      let back = fail[state]!;
      while (back !== 0 && !children[back]!.has(lemma)) back = fail[back]!;
      fail[to] = children[back]!.get(lemma) ?? 0;
      for (const payload of found[fail[to]!]!) if (!found[to]!.includes(payload)) found[to]!.push(payload);
      queue.push(to);
    }
  }
  const root = new Array<number>(lemmas).fill(0);
  for (const [lemma, to] of children[0]!) root[lemma] = to;
  const entries = children.flatMap((map, state) => (state === 0 ? [] : [...map].map(([lemma, to]) => [state * lemmas + lemma, to] as const)));
  let size = 16;
  while (size < entries.length * 2) size *= 2;
  const keys = new Array<number>(size).fill(0);
  const next = new Array<number>(size).fill(0);
  for (const [key, to] of entries) {
    let slot = slotOf(key, size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key;
    next[slot] = to;
  }
  const payloads: number[] = [];
  const output = found.map((list) => (list.length === 0 ? -1 : payloads.push(...list, -1) - list.length - 1));
  return { root, keys, next, fail, output, payloads, lemmas };
}

function slotOf(key: number, mask: number): number {
  const h = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & mask;
}

/** Walks the lemmas of a text once and tells where anchors end. */
export class Automaton {
  private readonly root: Int32Array;
  private readonly keys: Int32Array;
  private readonly next: Int32Array;
  private readonly fail: Int32Array;
  private readonly output: Int32Array;
  private readonly payloads: Int32Array;
  private readonly lemmas: number;
  private readonly mask: number;

  constructor(tables: AutomatonTables) {
    this.root = Int32Array.from(tables.root);
    this.keys = Int32Array.from(tables.keys);
    this.next = Int32Array.from(tables.next);
    this.fail = Int32Array.from(tables.fail);
    this.output = Int32Array.from(tables.output);
    this.payloads = Int32Array.from(tables.payloads);
    this.lemmas = tables.lemmas;
    this.mask = this.keys.length - 1;
  }

  /** The state before the first word. */
  readonly start = 0;

  /** The state after one more word; lemma 0 stands for a word that no pattern names. */
  step(state: number, lemma: number): number {
    if (lemma === 0) return 0;
    while (state !== 0) {
      const key = state * this.lemmas + lemma;
      for (let slot = slotOf(key, this.mask); this.keys[slot] !== 0; slot = (slot + 1) & this.mask) {
        if (this.keys[slot] === key) return this.next[slot]!;
      }
      state = this.fail[state]!;
    }
    return this.root[lemma]!;
  }

  /** Calls `visit` for each anchor that ends in this state. */
  ends(state: number, visit: (payload: number) => void): void {
    let at = this.output[state]!;
    if (at < 0) return;
    for (; this.payloads[at]! >= 0; at++) visit(this.payloads[at]!);
  }
}
