import type { Range } from '../../server/src/core/index.ts';

/** Words of a fixture that a rule must find. */
export interface Mark extends Range {
  readonly ruleId: string;
  /** Found as a hint, which the other tests of a fixture do not look at. */
  readonly hint: boolean;
}

const sign = /⟦(?:(hint:)?([a-z][a-z0-9-]*)|\/)⟧/g;

/** A text without its marks `⟦rule-id⟧words⟦/⟧` (`⟦hint:rule-id⟧` for hints), and the ranges that they stood around. */
export function unmark(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const open: Mark[] = [];
  let text = '';
  let last = 0;
  for (const found of marked.matchAll(sign)) {
    text += marked.slice(last, found.index);
    last = found.index + found[0].length;
    if (found[2] !== undefined) {
      open.push({ ruleId: found[2], hint: found[1] !== undefined, start: text.length, end: text.length });
      continue;
    }
    const mark = open.pop();
    if (!mark) throw new Error(`A mark is closed that was never opened, at ${found.index}.`);
    marks.push({ ...mark, end: text.length });
  }
  if (open.length > 0) throw new Error(`The mark ${open[0]!.ruleId} is never closed.`);
  return { text: text + marked.slice(last), marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}
