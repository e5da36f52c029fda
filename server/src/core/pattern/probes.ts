import { OPAQUE_WORD } from '../prose/vocabulary.ts';
import type { Sentence } from '../prose/words.ts';
import { Op, operands } from './program.ts';

/** A set of word ids, one bit each. */
export type WordBits = Uint32Array;

/** The set of these ids; `size` is how many words the vocabulary holds. */
export function wordBits(ids: ArrayLike<number>, size: number): WordBits {
  const bits = new Uint32Array((size >> 5) + 1);
  for (let i = 0; i < ids.length; i++) bits[ids[i]! >> 5]! |= 1 << (ids[i]! & 31);
  return bits;
}

/** One of the words of a set stands `least` to `most` words after the first word of every match. */
export interface Need { readonly set: number; readonly least: number; readonly most: number }

/** What every match of a program must hold; `opens`: it can only begin a sentence. */
export interface Needs { readonly opens: boolean; readonly all: readonly Need[] }

/** So many needs tell nearly all there is to tell: of 1,662 tries in three replies one leaves 560, two 194, three 118, six 98. */
const mostNeeds = 3;

/**
 * What every match of a program must hold, so that the machine need not run where it cannot match: of a hundred places to
 * which anchors lead, three hold a match.
 */
export class Probes {
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  private readonly bits: readonly WordBits[];
  private readonly opens: boolean;

  /** `bitsOf` gives the words of a set. */
  constructor({ opens, all }: Needs, bitsOf: (set: number) => WordBits) {
    this.opens = opens;
    this.least = new Int32Array(all.map(({ least }) => least));
    this.most = new Int32Array(all.map(({ most }) => most));
    this.bits = all.map(({ set }) => bitsOf(set));
  }

  /** Can the program match anywhere in the sentence? Only a no is certain. */
  allowSomewhere(ids: Int32Array, sentence: Sentence): boolean {
    const { least, bits } = this;
    for (let i = 0; i < bits.length; i++) {
      const set = bits[i]!;
      let w = sentence.first + least[i]!;
      while (w < sentence.last && (set[ids[w]! >> 5]! & (1 << (ids[w]! & 31))) === 0) w++;
      if (w >= sentence.last) return false;
    }
    return true;
  }

  /** Can the program match from word `first`? Only a no is certain. */
  allow(ids: Int32Array, sentence: Sentence, first: number): boolean {
    if (this.opens && first !== sentence.first) return false;
    const { least, most, bits } = this;
    const end = sentence.last - 1;
    for (let i = 0; i < bits.length; i++) {
      const set = bits[i]!;
      let w = first + least[i]!;
      const until = Math.min(first + most[i]!, end);
      while (w <= until && (set[ids[w]! >> 5]! & (1 << (ids[w]! & 31))) === 0) w++;
      if (w > until) return false;
    }
    return true;
  }
}

/**
 * All jumps lead forward, so an instruction that no jump leaps over is met by every match; one of the words that can come next
 * there is a need. Those are kept that say no most often: small sets and short windows. `chanceOf` says how often a word is met.
 */
export function needsOf(code: Int32Array, sets: { of(set: number): ArrayLike<number>; add(ids: readonly number[]): number }, chanceOf: (id: number) => number): Needs {
  const least = new Int32Array(code.length).fill(-1);
  const most = new Int32Array(code.length);
  const found: { ids: ReadonlySet<number>; least: number; most: number; chance: number }[] = [];
  let opens = false;
  let reach = 0;
  least[0] = 0;
  const lead = (pc: number, to: number, by: number): void => {
    least[to] = least[to]! < 0 ? least[pc]! + by : Math.min(least[to]!, least[pc]! + by);
    most[to] = Math.max(most[to]!, most[pc]! + by);
    reach = Math.max(reach, to);
  };
  for (let pc = 0; pc < code.length;) {
    const op = code[pc]!;
    const next = pc + 1 + operands[op]!;
    if (least[pc]! >= 0) {
      if (reach <= pc) {
        if (op === Op.start && most[pc] === 0) opens = true;
        if (op === Op.word || op === Op.set || op === Op.opaque || op === Op.split) {
          const ids = wordsAt(code, pc, (set) => sets.of(set));
          if (ids) {
            let chance = 0;
            for (const id of ids) chance += chanceOf(id);
            found.push({ ids, least: least[pc]!, most: most[pc]!, chance: chance * (most[pc]! - least[pc]! + 1) });
          }
        }
      }
      switch (op) {
        case Op.match: break;
        case Op.word: case Op.set: case Op.any: case Op.number: case Op.opaque: lead(pc, next, 1); break;
        case Op.split: lead(pc, code[pc + 1]!, 0); lead(pc, code[pc + 2]!, 0); break;
        case Op.jump: case Op.not: lead(pc, code[pc + 1]!, 0); break;
        default: lead(pc, next, 0);
      }
    }
    pc = op === Op.not ? code[pc + 1]! : next;
  }
  const best = found.sort((a, b) => a.chance - b.chance).slice(0, mostNeeds);
  return { opens, all: best.map(({ ids, least: from, most: to }) => ({ set: sets.add([...ids]), least: from, most: to })) };
}

/** The words that can come next at an instruction; null where it may be any, or none. */
function wordsAt(code: ArrayLike<number>, from: number, idsOf: (set: number) => ArrayLike<number>): ReadonlySet<number> | null {
  const ids = new Set<number>();
  const seen = new Set<number>();
  const ahead = [from];
  for (let pc = ahead.pop(); pc !== undefined; pc = ahead.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    switch (code[pc]) {
      case Op.match: case Op.any: case Op.number: return null;
      case Op.word: ids.add(code[pc + 1]!); break;
      case Op.set: {
        const set = idsOf(code[pc + 1]!);
        for (let i = 0; i < set.length; i++) ids.add(set[i]!);
        break;
      }
      case Op.opaque: ids.add(OPAQUE_WORD); break;
      case Op.split: ahead.push(code[pc + 1]!, code[pc + 2]!); break;
      case Op.jump: case Op.not: ahead.push(code[pc + 1]!); break;
      default: ahead.push(pc + 1 + operands[code[pc]!]!);
    }
  }
  return ids;
}
