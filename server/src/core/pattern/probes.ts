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

/** One of these words stands `least` to `most` words after the first word of every match. */
interface Probe {
  readonly least: number;
  readonly most: number;
  readonly bits: WordBits;
  /** How seldom it says no: small sets and short windows first. */
  readonly chance: number;
}

/** So many probes tell nearly all there is to tell. */
const mostProbes = 6;

/**
 * What every match of a program must hold, so that the machine need not run where it cannot match: of a hundred places to
 * which anchors lead, three hold a match.
 */
export class Probes {
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  private readonly bits: readonly WordBits[];
  private readonly opens: boolean;

  /** `idsOf` gives the ids of a word set, `chanceOf` says how often a word is met. */
  constructor(code: ArrayLike<number>, idsOf: (set: number) => ArrayLike<number>, size: number, chanceOf: (id: number) => number) {
    const { probes, opens } = analyse(code, idsOf, size, chanceOf);
    this.opens = opens;
    this.least = Int32Array.from(probes, (probe) => probe.least);
    this.most = Int32Array.from(probes, (probe) => probe.most);
    this.bits = probes.map((probe) => probe.bits);
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
 * All jumps lead forward, so an instruction that no jump leaps over is met by every match; the words that can come next
 * there are a probe.
 */
function analyse(code: ArrayLike<number>, idsOf: (set: number) => ArrayLike<number>, size: number, chanceOf: (id: number) => number): { probes: readonly Probe[]; opens: boolean } {
  const least = new Int32Array(code.length).fill(-1);
  const most = new Int32Array(code.length);
  const probes: Probe[] = [];
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
          const ids = wordsAt(code, pc, idsOf);
          if (ids) {
            let chance = 0;
            for (const id of ids) chance += chanceOf(id);
            probes.push({ least: least[pc]!, most: most[pc]!, bits: wordBits([...ids], size), chance: chance * (most[pc]! - least[pc]! + 1) });
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
  return { probes: probes.sort((a, b) => a.chance - b.chance).slice(0, mostProbes), opens };
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
