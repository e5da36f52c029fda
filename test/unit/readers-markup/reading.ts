import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inlineLayer } from '../../../server/src/core/markup/index.ts';
import { BREAK, OPAQUE } from '../../../server/src/core/markup/inline.ts';
import { markupFormats, namedMarkupFormats } from '../../../server/src/core/readers/markup-formats.ts';
import type { Field, Reader, Reply } from '../../../server/src/core/readers/reader.ts';

/** The reader of a file that a person named. */
export function readerOf(path: string, text: string): Reader {
  const reader = [...markupFormats, ...namedMarkupFormats].map((format) => format.recognise({ path, text })).find((found) => found !== null);
  assert.ok(reader, `no format reads ${path}`);
  return reader;
}

/** A field whose offsets count in the file. */
export interface FieldInFile {
  readonly field: Field;
  readonly itemStart: number;
}

/** The replies of a file with the start of each. */
export function repliesOf(path: string, text: string): { reply: Reply; start: number }[] {
  const reader = readerOf(path, text);
  return reader.items(text).items.flatMap((item) => {
    const { reply } = reader.read(text.slice(item.start, item.end), item);
    return reply ? [{ reply, start: item.start }] : [];
  });
}

/** The fields of a file that fit, in its order. */
export function fieldsOf(path: string, text: string, fits: (field: Field) => boolean = () => true): FieldInFile[] {
  return repliesOf(path, text).flatMap(({ reply, start }) => reply.fields.filter(fits).map((field) => ({ field, itemStart: start })));
}

/** What the customer reads of a field, placeholders as `*`, and the file offset of each of its characters; -1 for those that the reader put in. */
export function prose({ field, itemStart }: FieldInFile): { text: string; offsets: number[] } {
  const layer = inlineLayer(field.markup).toProse(field.value.text);
  const offsets = Array.from(layer.text, () => -1);
  for (let i = 0; i < layer.text.length; i++) {
    const value = layer.map.range(i, i + 1);
    if (value.start < value.end) offsets[i] = itemStart + field.value.map.range(value.start, value.end).start;
  }
  return { text: layer.text.replaceAll(OPAQUE, '*').replaceAll(BREAK, '\n'), offsets };
}

/** Between words: all that has ever broken a reader of markup. A gap in brackets is another reader's matter. */
const between = fc.constantFrom(
  ' ', ' ', ' ', '\n', '\r\n', '\r', '\t', '\n\n', ' & ', ' &', '; ', ' < ', ' > ', ' << ', '" ', ' "', "' ", " '", ', ', '. ', ' {{x}} ', ' {{ a.b }} ', '\u0085', '\u2028', ' 😀 ', 'e\u0301 ', ' \u202e', ' \u2067', '\u00a0',
  ' - ', ' # ', ' : ', ' ! ', ' { ', ' } ', ' % ', ' $ ', '&amp; ', '&lt;b&gt; ', ' &copy ', ' ]]', ' --', ' </ ', ' <!', '\\ ', '/ ', ' = ', ' * ', ' | ', ' @ ',
);

/** Words `w1 w2 …` with awkward characters between them. Each word is there once in a text, so that what was lost or came twice shows. */
export const awkwardText = fc.array(between, { minLength: 1, maxLength: 8 }).map((gaps) => (first: number): string => gaps.map((gap, i) => `w${first + i}${gap}`).join('').trim());

/** The words of a text, in its order. */
export function wordsIn(text: string): string[] {
  return text.match(/(?<![a-z])w\d+/g) ?? [];
}

/** Line ends as XML and HTML hand them on. */
export function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
