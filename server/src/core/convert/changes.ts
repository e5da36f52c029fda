import { diffWordsWithSpace } from 'diff';
import type { TextEdit } from '../model.ts';

/** The one stretch in which two texts differ. */
export function changedStretch(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (isHalf(before, start) || isHalf(after, start)) start--;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (isHalf(before, before.length - tail) || isHalf(after, after.length - tail)) tail--;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}

/** The same as changes of single words, ascending, for places that do not take one change over all of them. */
export function changedWords(before: string, after: string): TextEdit[] {
  const edits: { start: number; end: number; newText: string }[] = [];
  let at = 0;
  let open: (typeof edits)[number] | null = null;
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) edits.push((open = { start: at, end: at, newText: '' }));
    if (added) open.newText += value;
    else open.end = at += value.length;
  }
  return edits;
}

/** Between the two halves of one character. */
function isHalf(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!);
}
