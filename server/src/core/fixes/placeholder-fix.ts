import { OPAQUE } from '../markup/inline.ts';
import type { Fix, TextEdit } from '../model.ts';
import type { PlaceholderChange } from '../rules/placeholders/fault.ts';
import type { FixGround } from './build.ts';

/** Words that may stand where a name stood. */
const greetings = /^(?:there|hello|customer|good (?:morning|afternoon|evening|day)|greetings)$/i;

/**
 * A fix that is about a placeholder, the one thing that no other fix may touch. It has a gate of its own: read again, the text
 * around is what it was, and in between stand only placeholders and the words of a greeting. Null where that does not hold, or
 * the file does not take it.
 */
export function placeholderFix({ field, prose, layer }: FixGround, { title, edits, byHand }: PlaceholderChange): Fix | null {
  const inValue: TextEdit[] = [];
  for (const { start, end, newText } of edits) {
    const pieces = prose.map.pieces(start, end);
    if (pieces.length !== 1) return null;
    inValue.push({ ...pieces[0]!.source, newText });
  }
  const value = inValue.reduceRight((text, edit) => text.slice(0, edit.start) + edit.newText + text.slice(edit.end), field.value.text);
  const now = layer.toProse(value).text;
  const before = prose.text.slice(0, edits[0]!.start);
  const after = prose.text.slice(edits.at(-1)!.end);
  if (!now.startsWith(before) || !now.endsWith(after) || now.length < before.length + after.length) return null;
  const between = now.slice(before.length, now.length - after.length).split(OPAQUE).map((words) => words.trim()).filter((words) => words !== '');
  if (!between.every((words) => greetings.test(words))) return null;
  const written: TextEdit[] = [];
  for (const edit of inValue) {
    const result = field.write(edit.start, edit.end, edit.newText);
    if ('refused' in result) return null;
    written.push(...result);
  }
  return { title, safe: false, fillIns: 0, ...(byHand && { byHand }), edits: written.sort((a, b) => a.start - b.start) };
}
