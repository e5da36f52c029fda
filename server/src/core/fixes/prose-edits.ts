import type { Range } from '../model.ts';
import { OPAQUE, type ProseText } from '../markup/inline.ts';
import type { Rewrite } from './rewrite.ts';

/** One replacement in a text, `start` to `end` in UTF-16 units. */
export interface ProseEdit extends Range {
  readonly newText: string;
}

/**
 * The least edits that turn the prose of a rewrite's place into its text without touching a placeholder: the text
 * between placeholders is compared piece by piece. Null where a placeholder would be lost, added or moved.
 */
export function proseEdits(prose: ProseText, rewrite: Rewrite): ProseEdit[] | null {
  // A deletion that hands its capital on is two edits: the words go, one letter changes.
  const handedOn = rewrite.end - rewrite.start > 1 && rewrite.text.length === 1 && prose.text[rewrite.end - 1]!.toUpperCase() === rewrite.text;
  if (handedOn) {
    const gone = proseEdits(prose, { ...rewrite, end: rewrite.end - 1, text: '' });
    return gone && [...gone, { start: rewrite.end - 1, end: rewrite.end, newText: rewrite.text }];
  }
  const oldParts = prose.text.slice(rewrite.start, rewrite.end).split(OPAQUE);
  const newParts = rewrite.text.split(OPAQUE);
  if (oldParts.length !== newParts.length) return null;
  const edits: ProseEdit[] = [];
  let at = rewrite.start;
  oldParts.forEach((old, index) => {
    const now = newParts[index]!;
    if (old !== now) {
      let head = 0;
      while (head < old.length && head < now.length && old[head] === now[head]) head++;
      let tail = 0;
      while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
      // Whole words change, so that a person can read the edit, and no surrogate pair is cut. What is added after the last word
      // is added there.
      const added = head === old.length && !/[A-Za-z0-9\u00C0-\u024F\uD800-\uDFFF']/.test(now[head] ?? '');
      while (!added && head > 0 && /[A-Za-z0-9\u00C0-\u024F\uD800-\uDFFF']/.test(old[head - 1]!)) head--;
      while (tail > 0 && /[A-Za-z0-9\u00C0-\u024F\uD800-\uDFFF']/.test(old[old.length - tail]!)) tail--;
      edits.push({ start: at + head, end: at + old.length - tail, newText: now.slice(head, now.length - tail) });
    }
    at += old.length + 1;
  });
  return edits;
}
