import type { Block } from './blocks.ts';
import { labelOf } from './labels.ts';

/** A paragraph, or several, wholly in double quotes: the text between the quotes, and the label that announced it. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** How many blocks it takes. */
  readonly blocks: number;
}

const opening = /["“„]/;
const closing = /["”“]$/;
const longest = 16;

/** The quoted text that begins in `blocks[at]`; null where it is ordinary prose. */
export function quotedAt(text: string, blocks: readonly Block[], at: number): Quoted | null {
  const first = blocks[at]!;
  if (first.kind !== 'paragraph') return null;
  const begin = opening.test(text.slice(first.start, first.end)) ? beginning(text, first) : null;
  if (begin === null) return null;
  for (let i = at; i < blocks.length && i < at + longest; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' && block.kind !== 'list') return null;
    const end = trimmedEnd(text, block);
    if (end > begin.start && closing.test(text.slice(Math.max(begin.start, end - 1), end))) {
      return text.slice(begin.start, end - 1).includes('\n\n"') ? null : { start: begin.start, end: end - 1, label: begin.label, blocks: i - at + 1 };
    }
    if (i > at && opening.test(text[block.start]!)) return null;
  }
  return null;
}

/** Where the words behind the opening quote begin, after lines that only announce it. */
function beginning(text: string, block: Block): { start: number; label: string } | null {
  let label = '';
  let at = block.start;
  while (at < block.end) {
    const newline = text.indexOf('\n', at);
    const stop = newline === -1 || newline > block.end ? block.end : newline;
    const line = text.slice(at, stop);
    const open = /^[\s*_]*["“„](?=\S)/.exec(line) ?? /^\s*(?:\*\*|__)?[^\s"“„][^"“„\n]{0,60}?:(?:\*\*|__)?\s+["“„](?=\S)/.exec(line);
    if (open) {
      const inline = open[0].includes(':') ? labelOf(open[0].slice(0, open[0].search(opening))) : null;
      return { start: at + open[0].length, label: inline ? `${label} ${open[0]}`.trim() : label };
    }
    if (labelOf(line) === null && !(stop < block.end && /:[*_]*\s*$/.test(line))) return null;
    label = label === '' ? line : label;
    at = stop + 1;
  }
  return null;
}

function trimmedEnd(text: string, block: Block): number {
  let end = block.end;
  while (end > block.start && /[\s*_]/.test(text[end - 1]!)) end--;
  return end;
}
