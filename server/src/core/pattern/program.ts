import type { Node } from './parse.ts';

/** Instructions of a program; a number, followed by its operands. */
export const Op = { match: 0, word: 1, set: 2, any: 3, number: 4, opaque: 5, split: 6, jump: 7, save: 8, start: 9, end: 10, comma: 11, not: 12 } as const;

/** How many operands follow each instruction. */
export const operands: ArrayLike<number> = Uint8Array.from([0, 1, 1, 0, 0, 0, 2, 1, 1, 0, 0, 0, 1]);

/** A pattern ready to run. */
export interface Program {
  readonly code: ArrayLike<number>;
  /** Names of the captures, in order of their slots. */
  readonly captures: readonly string[];
}

/** Resolves the words of a set to ids, inflections included. */
export type ResolveWords = (words: readonly string[], inflected: boolean) => readonly number[];

/** Writes a pattern as a program. `sets` collects the word sets that programs share. */
export function assemble(node: Node, resolve: ResolveWords, sets: WordSets): Program {
  const code: number[] = [];
  const captures: string[] = [];

  const emit = (n: Node): void => {
    switch (n.type) {
      case 'words': {
        const ids = resolve(n.words, n.inflected);
        if (ids.length === 1) code.push(Op.word, ids[0]!);
        else code.push(Op.set, sets.add(ids));
        return;
      }
      case 'sequence':
        n.items.forEach(emit);
        return;
      case 'choice': {
        const ends: number[] = [];
        n.options.forEach((option, index) => {
          if (index === n.options.length - 1) return emit(option);
          const split = code.length;
          code.push(Op.split, split + 3, 0);
          emit(option);
          ends.push(code.length + 1);
          code.push(Op.jump, 0);
          code[split + 2] = code.length;
        });
        for (const end of ends) code[end] = code.length;
        return;
      }
      case 'optional': {
        const split = code.length;
        code.push(Op.split, split + 3, 0);
        emit(n.item);
        code[split + 2] = code.length;
        return;
      }
      case 'gap': {
        for (let i = 0; i < n.least; i++) code.push(Op.any);
        const exits: number[] = [];
        for (let i = n.least; i < n.most; i++) {
          // The shortest gap first.
          exits.push(code.length + 1);
          code.push(Op.split, 0, code.length + 3, Op.any);
        }
        for (const exit of exits) code[exit] = code.length;
        return;
      }
      case 'capture': {
        const known = captures.indexOf(n.name);
        const slot = known >= 0 ? known : captures.push(n.name) - 1;
        code.push(Op.save, slot * 2);
        emit(n.item);
        code.push(Op.save, slot * 2 + 1);
        return;
      }
      case 'not': {
        const at = code.length;
        code.push(Op.not, 0);
        emit(n.item);
        code.push(Op.match);
        code[at + 1] = code.length;
        return;
      }
      case 'start': code.push(Op.start); return;
      case 'end': code.push(Op.end); return;
      case 'comma': code.push(Op.comma); return;
      case 'number': code.push(Op.number); return;
      case 'placeholder': code.push(Op.opaque); return;
    }
  };
  emit(node);
  code.push(Op.match);
  return { code, captures };
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
