import type { Range, TextEdit } from '../../model.ts';
import { atomAt } from '../../markup/placeholders.ts';
import { MappedTextBuilder, type MappedText } from '../../text/source-map.ts';
import type { Construct } from './constructs.ts';

/** Stands for a value that the markup layers would cut in two, as `<%= link_to "<b>" %>`. */
const someValue = '{{value}}';

/**
 * The text that a template prints for a stretch of its source: notes, code and steering tags gone, values left in as the
 * placeholders that they are. Inside an HTML tag values go too: their quotes and brackets are not the tag's.
 */
export function printedText(source: string, range: Range, constructs: readonly Construct[], isInTag: (offset: number) => boolean): MappedText {
  const out = new MappedTextBuilder();
  let at = range.start;
  for (const construct of within(constructs, range)) {
    const text = source.slice(construct.start, construct.end);
    const stays = construct.kind === 'value' && !isInTag(construct.start);
    if (stays && readsWhole(source, construct)) continue;
    out.add(source.slice(at, construct.start), at, construct.start);
    if (stays) out.add(text.length === someValue.length ? `${someValue.slice(0, -2)}s}}` : someValue, construct.start, construct.end);
    else if (construct.kind === 'apart') out.insert(' ', construct.start);
    at = construct.end;
  }
  out.add(source.slice(at, range.end), at, range.end);
  return out.done();
}

/** The constructs inside a range, by bisection: a file may have thousands of both. */
export function within(constructs: readonly Construct[], range: Range): readonly Construct[] {
  const first = firstFrom(constructs, range.start);
  let last = first;
  while (last < constructs.length && constructs[last]!.end <= range.end) last++;
  return constructs.slice(first, last);
}

function firstFrom(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readsWhole(source: string, { start, end }: Construct): boolean {
  if (source[start] === '@') return false;
  const atom = atomAt(source, start, start, source.length);
  return atom !== null && atom.kind === 'placeholder' && atom.start === start && atom.end === end && !source.slice(start + 1, end).includes('<');
}

/** Says of an offset whether it lies in one of these ranges, which are ascending and apart. */
export function lookup(ranges: readonly Range[]): (offset: number) => boolean {
  return (offset) => {
    const i = firstFrom(ranges, offset + 1) - 1;
    return i >= 0 && offset < ranges[i]!.end;
  };
}

const refusal = 'This would change a part of the template; please change it by hand.';

/** Writes into a printed text: what the template itself says is never touched. */
export function writePrinted(source: string, value: MappedText, whole: Range, start: number, end: number, newText: string): readonly TextEdit[] | { readonly refused: string } {
  const { map, text } = value;
  const written = source.includes('\r\n') ? newText.replace(/\r?\n/g, '\r\n') : newText;
  if (start >= end) {
    if (text === '') return [{ start: whole.start, end: whole.start, newText: written }];
    const place = start > 0 ? map.range(start - 1, start).end : map.range(0, 1).start;
    // Before a steering tag or behind it: that decides who reads the new words.
    if (start > 0 && start < text.length && map.range(start, start + 1).start !== place) return { refused: refusal };
    return [{ start: place, end: place, newText: written }];
  }
  const pieces = map.pieces(start, end);
  const piece = pieces[0];
  if (pieces.length !== 1 || !piece || /\{\{values?\}\}/.test(text.slice(start, end))) return { refused: refusal };
  return [{ ...piece.source, newText: written }];
}
