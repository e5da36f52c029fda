import { applyEdits } from '../fixes/fix-text.ts';
import type { TextEdit } from '../model.ts';
import type { Field, Item, Reader } from '../readers/reader.ts';
import { changedStretch, changedWords } from './changes.ts';
import { type ExportedReply, fieldsOf } from './open-export.ts';
import { offsetInValue, shown, withLineEndsOf } from './shown-text.ts';

/** A new text for a reply's shown field. */
export interface Wanted {
  readonly field: number;
  readonly text: string;
}

export type WrittenReply = { readonly source: string } | { readonly refused: string };

const unlikely = 'the export cannot hold this text there without changing what stands around it; please change it in your helpdesk';

/**
 * The reply's source with new texts in some fields, each written as the file's syntax wants it. It counts only where the
 * reply reads back with these texts and all others as they were.
 */
export function writeReply(reader: Reader, { item, source, fields }: ExportedReply, wanted: readonly Wanted[]): WrittenReply {
  const texts = fields.map((field) => shown(field.value.text).text);
  let now = source;
  // From the last to the first: a field without words may be none any more, and those before it keep their number.
  for (const { field, text } of [...wanted].sort((a, b) => b.field - a.field)) {
    const expected = texts.map((other, i) => (i === field ? text : other));
    const written = writeField(reader, item, now, field, text, expected);
    if ('refused' in written) return written;
    now = written.source;
    texts[field] = text;
  }
  return { source: now };
}

function writeField(reader: Reader, item: Item, source: string, index: number, text: string, expected: readonly string[]): WrittenReply {
  const before = fieldAt(reader, item, source, index);
  if (!before) return { refused: unlikely };
  const old = shown(before.value.text).text;
  const whole = applied(reader, item, source, index, changedStretch(old, text));
  if ('source' in whole && readsAs(reader, item, whole.source, expected)) return whole;
  // Where a tag of a template lies between two changes, each of them may still find its place.
  let now: WrittenReply = { source };
  for (const edit of changedWords(old, text).reverse()) if ('source' in now) now = applied(reader, item, now.source, index, edit);
  if ('refused' in now) return now;
  return readsAs(reader, item, now.source, expected) ? now : { refused: 'refused' in whole ? sentenceOf(whole.refused) : unlikely };
}

/** `edit` counts in the field's shown text. */
function applied(reader: Reader, item: Item, source: string, index: number, edit: TextEdit): WrittenReply {
  const field = fieldAt(reader, item, source, index);
  if (!field) return { refused: unlikely };
  const value = field.value.text;
  const as = shown(value);
  const edits = field.write(offsetInValue(value, as, edit.start), as.text === '' ? value.length : offsetInValue(value, as, edit.end), withLineEndsOf(value, edit.newText));
  return 'refused' in edits ? { refused: sentenceOf(edits.refused) } : { source: applyEdits(source, edits) };
}

function fieldAt(reader: Reader, item: Item, source: string, index: number): Field | undefined {
  const { reply } = reader.read(source, { ...item, start: 0, end: source.length });
  return reply ? fieldsOf(reply)[index] : undefined;
}

function readsAs(reader: Reader, item: Item, source: string, expected: readonly string[]): boolean {
  const { reply } = reader.read(source, { ...item, start: 0, end: source.length });
  return sameTexts(reply ? fieldsOf(reply) : [], expected);
}

/** A text without words may be no field any more. */
export function sameTexts(fields: readonly Field[], expected: readonly string[]): boolean {
  const held = fields.map((field) => shown(field.value.text).text).filter((text) => text !== '');
  const asked = expected.filter((text) => text !== '');
  return held.length === asked.length && held.every((text, i) => text === asked[i]);
}

/** A reason as the end of a sentence. */
function sentenceOf(reason: string): string {
  const plain = reason.replace(/\.$/, '');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
