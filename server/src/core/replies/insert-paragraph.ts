import type { TextEdit } from '../model.ts';
import type { Room } from '../frameworks/coverage.ts';
import type { Platform } from '../platforms/platform.ts';
import { type Insertion, insertInHtml, type Place } from './insert-in-html.ts';
import type { FieldText } from './read-reply.ts';
import { escapeAroundVariables } from './step-words.ts';

/** Edits, in the item's text, that put words as a paragraph of their own where there is room for them, in the field's markup. */
export function insertParagraph({ field, prose, layer }: FieldText, room: Room, words: string, platform: Platform | null): readonly TextEdit[] | { readonly refused: string } {
  const value = field.value.text;
  const endOf = (at: number): number => prose.map.range(Math.max(0, at - 1), at).end;
  const startOf = (at: number): number => prose.map.range(at, at + 1).start;
  const paragraphs = words.split(/\n\s*\n/).map((paragraph) => escapeAroundVariables(paragraph.trim(), layer, platform));
  const place: Place = {
    side: room.side,
    from: room.side === 'after' ? endOf(room.at) : startOf(room.at),
    ends: [room.at, ...room.ends].map(endOf),
    limit: room.signOff === null ? value.length : startOf(room.signOff),
  };
  const { at, text } = field.markup === 'html' ? insertInHtml(value, place, paragraphs) : insertInLines(value, place, paragraphs);
  return field.write(at, at, text);
}

function insertInLines(value: string, { side, from, ends, limit }: Place, paragraphs: readonly string[]): Insertion {
  const line = value.includes('\r\n') ? '\r\n' : '\n';
  const between = /\n[ \t]*\r?\n/.test(value) || !value.trim().includes('\n') ? line + line : line;
  const words = paragraphs.join(between);
  if (side === 'before') return { at: from, text: words + between };
  const paragraph = from + /\r?\n[ \t]*\r?\n|\s*$/.exec(value.slice(from))!.index;
  if (paragraph <= limit) return { at: paragraph, text: between + words };
  // The sign-off stands in the same paragraph: the words go between its lines, or else between its sentences.
  const end = ends.find((each) => each <= limit && /^[ \t]*\r?\n/.test(value.slice(each)));
  if (end !== undefined) return { at: end, text: between + words + (between === line ? '' : line) };
  return { at: ends.findLast((each) => each <= limit) ?? from, text: ` ${paragraphs.join(' ')}` };
}
