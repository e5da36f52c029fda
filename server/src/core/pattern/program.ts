import type { Tree } from './tree.ts';

/** Instructions of a program; a number, followed by its operands. */
export const Op = { match: 0, word: 1, set: 2, any: 3, number: 4, opaque: 5, split: 6, jump: 7, save: 8, start: 9, end: 10, comma: 11, not: 12 } as const;

/** How many operands follow each instruction. */
export const operands: ArrayLike<number> = Uint8Array.from([0, 1, 1, 0, 0, 0, 2, 1, 1, 0, 0, 0, 1]);

/** A pattern ready to run. */
export interface Program {
  readonly code: Int32Array;
  /** Names of the captures, in order of their slots. */
  readonly captures: readonly string[];
}

/** Writes a pattern as a program. */
export function assemble(tree: Tree): Program {
  const code: number[] = [];
  const captures: string[] = [];

  const emit = (t: Tree): void => {
    switch (t.type) {
      case 'word': code.push(Op.word, t.id); return;
      case 'set': code.push(Op.set, t.set); return;
      case 'sequence':
        t.items.forEach(emit);
        return;
      case 'choice': {
        const ends: number[] = [];
        t.items.forEach((option, index) => {
          if (index === t.items.length - 1) return emit(option);
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
        emit(t.item);
        code[split + 2] = code.length;
        return;
      }
      case 'gap': {
        for (let i = 0; i < t.least; i++) code.push(Op.any);
        const exits: number[] = [];
        for (let i = t.least; i < t.most; i++) {
          // The shortest gap first.
          exits.push(code.length + 1);
          code.push(Op.split, 0, code.length + 3, Op.any);
        }
        for (const exit of exits) code[exit] = code.length;
        return;
      }
      case 'capture': {
        const known = captures.indexOf(t.name);
        const slot = known >= 0 ? known : captures.push(t.name) - 1;
        code.push(Op.save, slot * 2);
        emit(t.item);
        code.push(Op.save, slot * 2 + 1);
        return;
      }
      case 'not': {
        const at = code.length;
        code.push(Op.not, 0);
        emit(t.item);
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
  emit(tree);
  code.push(Op.match);
  return { code: Int32Array.from(code), captures };
}
