import type { Audience, Markup, Range, Role, TextEdit } from '../../model.ts';
import { MappedTextBuilder, SourceMap, type MappedText } from '../../text/source-map.ts';
import type { Field } from '../reader.ts';

export interface VerbatimPart {
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
  readonly start: number;
  readonly end: number;
}

/** Whether a whole new source may stand; the reason why not where it may not. */
export type Objection = (source: string) => string | null;

/** A stretch of the source that is the field's value as it stands. */
export function verbatimField(source: string, part: VerbatimPart, objection?: Objection): Field {
  const { role, audience, markup, start: from, end } = part;
  return {
    role, audience, markup, start: from, end,
    value: { text: source.slice(from, end), map: SourceMap.verbatim(end - from, from) },
    write: (start, end, newText) => edit(source, { start: from + start, end: from + end, newText }, objection),
  };
}

/** A stretch whose every line begins with `>`: the marks are no part of the value, and new lines get one. */
export function quoteField(source: string, part: VerbatimPart, objection?: Objection): Field {
  const value = new MappedTextBuilder();
  let prefix = '> ';
  for (let at = part.start; at < part.end;) {
    const newline = source.indexOf('\n', at);
    const stop = newline === -1 || newline >= part.end ? part.end : newline + 1;
    const mark = /^[ \t]*>[ \t]?/.exec(source.slice(at, stop));
    if (mark) prefix = mark[0].endsWith('>') ? `${mark[0]} ` : mark[0];
    const from = at + (mark ? mark[0].length : 0);
    value.add(source.slice(from, stop), from, stop);
    at = stop;
  }
  const mapped = value.done();
  return {
    ...part,
    value: mapped,
    write(start, end, newText) {
      const range = start < end ? withMarkAfter(mapped, start, end) : emptyAt(mapped.map, start, mapped.text.length, part);
      const space = source[range.start - 1] === '>' && newText !== '' ? ' ' : '';
      return edit(source, { ...range, newText: space + newText.replaceAll('\n', `\n${prefix}`) }, objection);
    },
  };
}

/** With the last line end goes the mark of the line behind it. */
function withMarkAfter({ text, map }: MappedText, start: number, end: number): Range {
  const range = map.range(start, end);
  return text[end - 1] === '\n' && end < text.length ? { start: range.start, end: map.range(end, end + 1).start } : range;
}

function emptyAt(map: SourceMap, at: number, length: number, part: VerbatimPart): { start: number; end: number } {
  if (length === 0) return { start: part.end, end: part.end };
  const place = at < length ? map.range(at, at + 1).start : map.range(at - 1, at).end;
  return { start: place, end: place };
}

function edit(source: string, change: TextEdit, objection?: Objection): readonly TextEdit[] | { readonly refused: string } {
  const refused = objection?.(source.slice(0, change.start) + change.newText + source.slice(change.end)) ?? null;
  return refused === null ? [change] : { refused };
}
