import type { Range } from '../model.ts';
import { atSentenceStart, startsCapital } from './capital.ts';
import type { Rewrite } from './rewrite.ts';

/** Words that ask for more: nothing may end on one of them because what followed was deleted. */
const unfinished = /(?:^|[^A-Za-z'’-])(?:and|but|or|so|because|that|which|who|if|when|while|as|than|to|of|for|with|by|from|at|in|on|about|into|a|an|the|your|our|my|their|is|are|was|were|be|am|has|have|had|can|could|will|would|shall|should|may|might|must|not|please|let|us know)\s*$/i;
/** A part of a sentence that needs its comma: "If you reply, we …", "Hi Sam, we …". */
const needsComma = /^(?:if|when|whenever|once|as|since|because|while|after|before|until|unless|although|though|for|in|on|at|with|to|by|hi|hello|hey|dear|sorry|yes|no|however|also|so|well)\b/i;

/**
 * Deletes words with the spaces, comma, "and" and full stop that would be left behind, and hands a capital on. Null where what is
 * left would end in the middle.
 */
export function deleteWords(prose: string, place: Range, sentence: Range): Omit<Rewrite, 'fillIns'> | null {
  let { start, end } = place;
  const opens = atSentenceStart(prose, start);
  const mark = /^[.!?]+/.exec(prose.slice(end))?.[0];
  if (mark && (opens || start === sentence.start) && /^[^A-Za-z0-9\uFFFC]*$/.test(prose.slice(sentence.start, start))) {
    // A sentence that goes takes its full stop along; a wrapped line is none.
    end += mark.length;
    const gapAfter = /^[ \t\n]*/.exec(prose.slice(end))![0].length;
    if (/[^\u2029]/.test(prose[end + gapAfter] ?? '\u2029')) end += gapAfter;
    else start -= /[ \t\n]*$/.exec(prose.slice(0, start))![0].length;
    return { start, end, text: '' };
  }
  const capital = startsCapital(prose.slice(start, end));
  // At the start of a sentence the word that joined the rest to it goes too.
  const after = (opens ? /^(?:[ \t\n]*[,;:–—]|[ \t]+-(?=[ \t]))?(?:[ \t\n]*(?:and|but|so)\b(?=\s))?[ \t\n]*/i : /^(?:[ \t\n]*,)?[ \t\n]*/).exec(prose.slice(end))![0].length;
  const next = prose[end + after];
  if (next !== undefined && /[A-Za-z0-9\u00C0-\u024F]/.test(next)) {
    const recapitalise = capital && opens && next !== next.toUpperCase();
    const comma = /^[ \t\n]*,/.test(prose.slice(end)) && /,[ \t\n]*$/.exec(prose.slice(0, start));
    end += after + (recapitalise ? 1 : 0);
    // "You can, of course, pay": both commas go, unless the first belongs to what stands before it.
    if (comma && !needsComma.test(prose.slice(sentence.start, start).trimStart())) return { start: start - comma[0].length, end, text: ' ' };
    if (start > 0 && end === place.end && /[A-Za-z0-9\u00C0-\u024F\uFFFC]/.test(prose[start - 1]!)) return { start, end, text: ' ' };
    return { start, end, text: recapitalise ? next.toUpperCase() : '' };
  }
  if (next !== undefined && /[\uFFFC("'“‘]/.test(next)) return { start, end: end + after, text: '' };
  start -= /(?:[,;:–—][ \t\n]*)?[ \t\n]*$/.exec(prose.slice(0, start))![0].length;
  // "…, and" goes with what it led to.
  const led = /(?:[,;:–—])\s*(?:and|but|so|or)$/i.exec(prose.slice(sentence.start, start));
  if (led) start = sentence.start + led.index;
  return unfinished.test(prose.slice(Math.min(sentence.start, start), start)) ? null : { start, end, text: '' };
}
