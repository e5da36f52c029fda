import type { Range } from '../../model.ts';
import type { ProseText } from '../../markup/inline.ts';
import { Sign, type Words } from '../../prose/words.ts';

const blades = /8<|>8|✂\uFE0F?/g;
const dash = (char: string | undefined): boolean => char !== undefined && '-=_~'.includes(char);
const rule = (char: string | undefined): boolean => char === ' ' || dash(char);

/** Lines to cut along: what stands beyond them was never meant for the customer. */
export function findScissors({ text }: ProseText, { signs }: Words): Range[] {
  const found: Range[] = [];
  if (!(signs & Sign.blade)) return found;
  for (const { index, 0: blade } of text.matchAll(blades)) {
    let [start, end] = [index, index + blade.length];
    while (rule(text[start - 1])) start--;
    while (rule(text[end])) end++;
    while (text[start] === ' ') start++;
    while (text[end - 1] === ' ') end--;
    // "8<" alone compares, and one pair of scissors decorates.
    if (/[-=_~]{2}/.test(text.slice(start, index)) || /[-=_~]{2}/.test(text.slice(index + blade.length, end))) found.push({ start, end });
  }
  return found;
}
