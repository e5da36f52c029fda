import assert from 'node:assert/strict';
import { namedProseFormats, proseFormats } from '../../../server/src/core/readers/prose-formats.ts';
import type { Reader, Reply } from '../../../server/src/core/readers/reader.ts';

/** The reader that knows a file by its path and text; null where none does. */
export function readerOf(path: string, text: string, named = false): Reader | null {
  for (const format of named ? [...proseFormats, ...namedProseFormats] : proseFormats) {
    const reader = format.recognise({ path, text });
    if (reader) return reader;
  }
  return null;
}

export function repliesOf(path: string, text: string, named = false): Reply[] {
  const reader = readerOf(path, text, named);
  return (reader?.items(text).items ?? []).flatMap((item) => {
    const source = text.slice(item.start, item.end);
    const { reply } = reader!.read(source, item);
    for (const field of reply?.fields ?? []) assert.ok(field.start >= 0 && field.start < field.end && field.end <= source.length, 'a field lies in its item');
    return reply ? [reply] : [];
  });
}

/** Checks which replies a file gives, each as `title = text`; the audience or role before the text where it is not a customer's body. */
export function check(path: string, text: string, ...expected: string[]): void {
  const found = repliesOf(path, text).map((reply) => {
    const fields = reply.fields.map((field) => {
      const marks = [field.role === 'body' ? '' : field.role, field.audience === 'customer' ? '' : field.audience].filter((mark) => mark !== '');
      return (marks.length > 0 ? `(${marks.join(' ')}) ` : '') + field.value.text;
    });
    return `${reply.title} = ${fields.join(' | ')}`;
  });
  assert.deepEqual(found, expected);
}
