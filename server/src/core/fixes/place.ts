import type { TextEdit } from '../model.ts';
import type { InlineLayer, ProseText } from '../markup/inline.ts';
import type { Field } from '../readers/reader.ts';
import { betweenPieces, closingMarks, marksAround } from './emphasis.ts';
import { proseEdits } from './prose-edits.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * Writes a rewrite of a field's prose into the file's own syntax: edits in the item's text, or the reason why not.
 * Markup inside the replaced words stays where it is, around the new words.
 */
export function placeRewrite(field: Field, prose: ProseText, layer: InlineLayer, rewrite: Rewrite): readonly TextEdit[] | { readonly refused: string } {
  const inProse = proseEdits(prose, rewrite);
  if (!inProse) return { refused: 'It would touch a placeholder.' };
  const crlf = field.value.text.includes('\r\n');
  const written = (text: string): string => (crlf ? layer.escape(text).replace(/\r?\n/g, '\r\n') : layer.escape(text));
  const inValue: TextEdit[] = [];
  for (const edit of inProse) {
    const pieces = prose.map.pieces(edit.start, edit.end);
    if (pieces.length === 0) {
      const before = edit.start > 0 ? prose.map.range(edit.start - 1, edit.start).end : null;
      const at = before === null ? (prose.text.length > 0 ? prose.map.range(0, 1).start : 0) : before + closingMarks(field.value.text, before);
      inValue.push({ start: at, end: at, newText: written(edit.newText) });
      continue;
    }
    const gaps = pieces.slice(1).map((piece, i) => ({ start: pieces[i]!.source.end, end: piece.source.start })).filter((gap) => gap.end > gap.start);
    const between = betweenPieces(field.value.text, gaps);
    if (between.losesLink) return { refused: 'It would lose a link.' };
    // The new words go where the first words were; what stood behind markup goes, and so do marks left around nothing.
    const whole = pieces.find((piece) => /\S/.test(prose.text.slice(piece.text.start, piece.text.end))) ?? pieces[0]!;
    const marks = new Map(between.empty.map((mark) => [mark.start, mark]));
    for (const piece of pieces) {
      if (piece.source.start === piece.source.end) continue;
      const newText = piece === whole ? written(edit.newText) : '';
      inValue.push({ ...piece.source, newText });
      if (newText === '') for (const mark of marksAround(field.value.text, piece.source)) marks.set(mark.start, mark);
    }
    for (const mark of marks.values()) inValue.push({ ...mark, newText: '' });
  }
  if (inValue.length === 0) return [];
  return writeAll(field, joined(inValue));
}

/** Edits that touch are one edit. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const out: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = out.at(-1);
    if (before && before.end === edit.start) out[out.length - 1] = { start: before.start, end: edit.end, newText: before.newText + edit.newText };
    else out.push(edit);
  }
  return out;
}

/** Writes several edits of a field's value; as one, where the file's syntax does not take them one by one. */
function writeAll(field: Field, edits: readonly TextEdit[]): readonly TextEdit[] | { readonly refused: string } {
  const written: TextEdit[] = [];
  for (const edit of edits) {
    const result = field.write(edit.start, edit.end, edit.newText);
    if ('refused' in result) return result;
    written.push(...result);
  }
  written.sort((a, b) => a.start - b.start || a.end - b.end);
  if (!written.some((edit, i) => i > 0 && written[i - 1]!.end > edit.start)) return written;
  const start = edits[0]!.start;
  const end = edits.at(-1)!.end;
  let text = '';
  let at = start;
  for (const edit of edits) {
    text += field.value.text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return field.write(start, end, text);
}
