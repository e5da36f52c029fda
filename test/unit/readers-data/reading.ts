import assert from 'node:assert/strict';
import { dataFormats } from '../../../server/src/core/readers/data-formats.ts';
import type { Item, Reader, Reply } from '../../../server/src/core/readers/reader.ts';

export interface Read {
  readonly reader: Reader;
  readonly items: readonly { readonly item: Item; readonly source: string; readonly reply: Reply }[];
  readonly problems: readonly string[];
}

/** The first format that knows the file reads it; null where none does. */
export function readFile(path: string, text: string): Read | null {
  const file = { path, text };
  const reader = dataFormats.map((format) => format.recognise(file)).find((found) => found !== null);
  if (!reader) return null;
  const { items, problems } = reader.items(text);
  const read = items.flatMap((item) => {
    const source = text.slice(item.start, item.end);
    const { reply } = reader.read(source, item);
    return reply === null ? [] : [{ item, source, reply }];
  });
  return { reader, items: read, problems: problems.map((problem) => problem.message) };
}

/** The replies as lines such as `late (customer body, html): <p>Hi</p>`, fields in the order of the file. */
export function shown(path: string, text: string): string[] {
  return (readFile(path, text)?.items ?? []).map(({ reply }) =>
    `${reply.id ?? '-'} "${reply.title}" ${reply.fields.map((field) => `${field.audience} ${field.role} ${field.markup}: ${field.value.text}`).join(' | ')}`);
}

/** What the customer reads in each reply. */
export function customerTexts(read: Read | null): string[] {
  return (read?.items ?? []).map(({ reply }) => reply.fields.filter((field) => field.audience === 'customer').map((field) => field.value.text).join(' | '));
}

/** The format that a file is of, null where it is of none. */
export function formatOf(path: string, text: string): string | null {
  return readFile(path, text)?.reader.format ?? null;
}

export function only<T>(list: readonly T[]): T {
  assert.equal(list.length, 1);
  return list[0]!;
}
