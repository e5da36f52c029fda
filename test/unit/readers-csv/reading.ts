import { csv, namedCsv } from '../../../server/src/core/readers/csv/formats.ts';
import type { Item, Reader, Reply } from '../../../server/src/core/readers/reader.ts';
import type { TextEdit } from '../../../server/src/core/index.ts';

export interface Read {
  readonly reader: Reader;
  readonly items: readonly { readonly item: Item; readonly source: string; readonly reply: Reply }[];
  /** `offset: message`. */
  readonly problems: readonly string[];
}

/** A table as it is found by its shape, or, where a person named it, by one column. */
export function readTable(text: string, named = false, path = 'export.csv'): Read | null {
  const reader = (named ? namedCsv : csv).recognise({ path, text });
  return reader && readWith(reader, text);
}

export function readWith(reader: Reader, text: string): Read {
  const { items, problems } = reader.items(text);
  const said = problems.map(({ offset, message }) => `${offset}: ${message}`);
  const read = items.flatMap((item) => {
    const source = text.slice(item.start, item.end);
    const { reply, problems: own } = reader.read(source, item);
    said.push(...own.map(({ offset, message }) => `${offset + item.start}: ${message}`));
    return reply === null ? [] : [{ item, source, reply }];
  });
  return { reader, items: read, problems: said };
}

/** `title: text` of what customers read. */
export function spoken(read: Read | null): string[] {
  return (read?.items ?? []).flatMap(({ reply }) => reply.fields.filter((field) => field.audience === 'customer').map((field) => `${reply.title}: ${field.value.text}`));
}

/** The file with a customer's `find` replaced by `by`; or why that is refused. */
export function replaced(text: string, find: string, by: string, read = readTable(text, true)): string {
  for (const { item, reply } of read?.items ?? []) {
    for (const field of reply.fields) {
      const start = field.value.text.indexOf(find);
      if (field.audience !== 'customer' || start === -1) continue;
      const edits = field.write(start, start + find.length, by);
      return 'refused' in edits ? edits.refused : placed(text, item.start, edits);
    }
  }
  throw new Error(`no reply says ${find}`);
}

/** The file after edits that count from `start`. */
export function placed(text: string, start: number, edits: readonly TextEdit[]): string {
  return [...edits].reverse().reduce((out, edit) => out.slice(0, start + edit.start) + edit.newText + out.slice(start + edit.end), text);
}
