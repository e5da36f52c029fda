import type { ProseText } from '../markup/inline.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * The one gate that every fix passes: what a customer could act on must survive a rewrite. Returns why a rewrite is
 * refused, or null.
 */
export function meaningLost(prose: ProseText, rewrite: Rewrite): string | null {
  const old = prose.text.slice(rewrite.start, rewrite.end);
  if (old.includes('\u2029')) return 'It would join two paragraphs.';
  const left = facts(rewrite.text);
  for (const fact of facts(old)) {
    const at = left.indexOf(fact);
    if (at < 0) return `It would lose "${fact}".`;
    left.splice(at, 1);
  }
  if (left.length > 0) return `It would add "${left[0]}".`;
  return null;
}

/** Numbers, amounts and dates as they are written. */
function facts(text: string): string[] {
  return text.match(/[#$€£¥]?\d[\d.,:/%-]*/g)?.map((fact) => fact.replace(/[.,:]+$/, '')) ?? [];
}
