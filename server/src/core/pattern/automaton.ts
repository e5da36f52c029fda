/** A sequence of lemmas to look for, and what it stands for. */
export interface Anchor {
  readonly lemmas: readonly number[];
  /** Whatever the caller wants back when the anchor is met. */
  readonly payload: number;
}

/** An automaton as plain arrays, so that it can be shipped. */
export interface AutomatonTables {
  /** First step by lemma, for the root has many. */
  readonly root: ArrayLike<number>;
  /** Open-addressed: keys state × lemmas + lemma (0 free), and the state each leads to. */
  readonly keys: ArrayLike<number>;
  readonly next: ArrayLike<number>;
  /** Per state: where to go on when nothing fits. */
  readonly fail: ArrayLike<number>;
  /** Per state: 1 + index into `payloads` of what ends right here, or 0; the list there ends with 0, its payloads are 1 higher. */
  readonly output: ArrayLike<number>;
  /** Per state: the next shorter state in which something ends, or 0. */
  readonly link: ArrayLike<number>;
  readonly payloads: ArrayLike<number>;
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
  const link = new Array<number>(children.length).fill(0);
  const queue = [...children[0]!.values()];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    for (const [lemma, to] of children[state]!) {
      let back = fail[state]!;
      while (back !== 0 && !children[back]!.has(lemma)) back = fail[back]!;
      fail[to] = children[back]!.get(lemma) ?? 0;
      link[to] = found[fail[to]!]!.length > 0 ? fail[to]! : link[fail[to]!]!;
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
  const output = found.map((list) => (list.length === 0 ? 0 : payloads.push(...list.map((payload) => payload + 1), 0) - list.length));
  return { root, keys, next, fail, output, link, payloads, lemmas };
}

function slotOf(key: number, mask: number): number {
  const h = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & mask;
}

const words32 = (numbers: ArrayLike<number>): Int32Array => (numbers instanceof Int32Array ? numbers : Int32Array.from(numbers));

/** Walks the lemmas of a text once and tells where anchors end. */
export class Automaton {
  private readonly root: Int32Array;
  private readonly keys: Int32Array;
  private readonly next: Int32Array;
  private readonly fail: Int32Array;
  private readonly output: Int32Array;
  private readonly link: Int32Array;
  private readonly payloads: Int32Array;
  private readonly lemmas: number;
  private readonly mask: number;
  /** What ends in a state, put together when the state is first met. */
  private readonly ending: Int32Array[] = [];

  constructor(tables: AutomatonTables) {
    this.root = words32(tables.root);
    this.keys = words32(tables.keys);
    this.next = words32(tables.next);
    this.fail = words32(tables.fail);
    this.output = words32(tables.output);
    this.link = words32(tables.link);
    this.payloads = words32(tables.payloads);
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

  /** The payloads of all anchors that end in this state, the longest anchor's first. */
  ends(state: number): Int32Array {
    return (this.ending[state] ??= this.collect(state));
  }

  private collect(state: number): Int32Array {
    const found: number[] = [];
    for (let here = state; here !== 0; here = this.link[here]!) {
      const at = this.output[here]!;
      if (at > 0) for (let i = at - 1; this.payloads[i]! > 0; i++) found.push(this.payloads[i]! - 1);
    }
    return Int32Array.from(found);
  }
}
