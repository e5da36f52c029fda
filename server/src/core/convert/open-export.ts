import type { FormatSetting } from '../config/config.ts';
import { knowingPlatform } from '../platforms/knowing-platform.ts';
import { configuredFormats } from '../readers/configured/format.ts';
import { namedFormats } from '../readers/formats.ts';
import type { Field, Item, Reader, Reply } from '../readers/reader.ts';
import { withinEncoding } from '../readers/within-encoding.ts';
import type { Encoding } from '../text/encoding.ts';

/** A file of replies as a client hands it over. */
export interface Export {
  /** Path with `/` between its parts; decides the format together with the text. */
  readonly path: string;
  /** Without a byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** What the config says of formats. */
  readonly formats: readonly FormatSetting[];
}

/** One reply of an export with the fields that a writer gets to see. */
export interface ExportedReply {
  readonly item: Item;
  readonly source: string;
  readonly reply: Reply;
  readonly fields: readonly Field[];
}

export interface OpenExport {
  readonly reader: Reader;
  readonly replies: readonly ExportedReply[];
  /** What keeps it, or a part of it, from being read. */
  readonly problem: string | null;
}

/** Null where the file is of no format that is read. */
export function openExport({ path, text, encoding, formats }: Export): OpenExport | null {
  const configured = configuredFormats(formats);
  const all = [...configured.own, ...namedFormats].map(configured.withPlaceholders).map(knowingPlatform(formats));
  for (const format of withinEncoding(all, encoding)) {
    const reader = format.recognise({ path, text });
    if (!reader) continue;
    const { items, problems } = reader.items(text);
    const replies = items.flatMap((item) => {
      const source = text.slice(item.start, item.end);
      const { reply } = reader.read(source, item);
      return reply ? [{ item, source, reply, fields: fieldsOf(reply) }] : [];
    });
    return { reader, replies, problem: problems[0]?.message ?? null };
  }
  return null;
}

/** Each text once: what stands inside another, as a title in a tag of HTML, is written there. */
export function fieldsOf(reply: Reply): Field[] {
  return reply.fields.filter((field) => !reply.fields.some((other) => other !== field && holds(other, field)));
}

function holds(outer: Field, { value }: Field): boolean {
  if (value.text === '') return false;
  const { start, end } = value.map.range(0, value.text.length);
  if (start < outer.start || end > outer.end || (start === outer.start && end === outer.end)) return false;
  return outer.value.map.pieces(0, outer.value.text.length).some(({ source }) => source.start <= start && end <= source.end);
}
