import type { Range } from '../../model.ts';
import type { ProseText } from '../../markup/inline.ts';

const scissors = /[-=_~](?:[-=_~ ]*[-=_~])? ?(?:8<|>8|✂\uFE0F?) ?(?:[-=_~ ]*[-=_~])?/g;

/** Lines to cut along: what stands beyond them was never meant for the customer. */
export function findScissors(prose: ProseText): Range[] {
  return [...prose.text.matchAll(scissors)].filter(([line]) => /[-=_~]{2}/.test(line)).map((found) => ({ start: found.index, end: found.index + found[0].length }));
}
