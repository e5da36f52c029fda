import assert from 'node:assert/strict';
import type { TextEdit } from '../../../server/src/core/index.ts';
import { namedFormats } from '../../../server/src/core/readers/formats.ts';
import type { Field, Item } from '../../../server/src/core/readers/reader.ts';

/** A field that a customer reads. */
export interface Found {
  readonly item: Item;
  readonly field: Field;
}

/** What customers read in a file that a person named, in the order of the file. */
export function customerFields(path: string, text: string): Found[] {
  const file = { path, text };
  for (const format of namedFormats) {
    const reader = format.recognise(file);
    if (reader === null) continue;
    const { items, problems } = reader.items(text);
    assert.deepEqual(problems, []);
    return items.flatMap((item) => {
      const { reply, problems: own } = reader.read(text.slice(item.start, item.end), item);
      assert.deepEqual(own, []);
      return (reply?.fields ?? []).filter((field) => field.audience === 'customer').map((field) => ({ item, field }));
    });
  }
  return [];
}

/** The file after edits that count from `start`. */
export function placed(text: string, start: number, edits: readonly TextEdit[]): string {
  return edits.reduceRight((out, edit) => out.slice(0, start + edit.start) + edit.newText + out.slice(start + edit.end), text);
}

/** The texts at the paths of the other make's parser that say something. */
export function spoken(leaves: ReadonlyMap<string, unknown>, paths: readonly string[]): { path: string; text: string }[] {
  return paths.map((path) => ({ path, text: String(leaves.get(path)) })).filter(({ text }) => text.trim() !== '');
}

/** Every leaf is as it was but this one, which says `wanted`. */
export function onlyChanged(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>, path: string, wanted: string): void {
  if (before.size !== after.size) assert.deepEqual([...after.keys()], [...before.keys()]);
  for (const [key, value] of after) {
    const expected = key === path ? wanted : before.get(key);
    if (!Object.is(value, expected)) assert.equal(value, expected, `${key} changed`);
  }
}
