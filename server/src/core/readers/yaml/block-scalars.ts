import { MappedTextBuilder, type MappedText } from '../../text/source-map.ts';

/** The first line of a block scalar (`|2-`), and where its text begins. */
export interface BlockHeader {
  readonly folded: boolean;
  readonly chomp: '' | '-' | '+';
  /** The indentation that the header names, 0 where the text itself tells. */
  readonly indent: number;
  readonly bodyStart: number;
}

export function blockHeader(source: string, start: number, end: number): BlockHeader {
  const marks = /[|>]([-+0-9]*)/y;
  marks.lastIndex = start;
  const found = marks.exec(source)?.[1] ?? '';
  const lineEnd = source.indexOf('\n', start);
  return {
    folded: source[start] === '>',
    chomp: found.includes('-') ? '-' : found.includes('+') ? '+' : '',
    indent: Number(/[1-9]/.exec(found)?.[0] ?? 0),
    bodyStart: lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1,
  };
}

interface Line {
  readonly start: number;
  /** Spaces before the text. */
  readonly indent: number;
  /** End of the text, before the line break. */
  readonly end: number;
  /** End of the line break. */
  readonly next: number;
}

/** Column at which the text of the block scalar begins; the first line with text tells unless the header does. */
export function blockIndent(source: string, start: number, end: number, parentIndent: number): number {
  const header = blockHeader(source, start, end);
  return trimOf(linesOf(source, header.bodyStart, end), header, parentIndent);
}

function trimOf(lines: readonly Line[], header: BlockHeader, parentIndent: number): number {
  if (header.indent > 0) return parentIndent + header.indent;
  let trim = parentIndent;
  for (const line of lines) {
    if (line.start + line.indent < line.end) return line.indent;
    trim = Math.max(trim, line.indent);
  }
  return trim;
}

/** Decodes a literal or folded scalar at `[start, end)`; `parentIndent` is the column that a named indentation counts from. */
export function decodeBlock(source: string, start: number, end: number, parentIndent: number): MappedText {
  const out = new MappedTextBuilder();
  const header = blockHeader(source, start, end);
  const lines = linesOf(source, header.bodyStart, end);
  const isBlank = (line: Line): boolean => line.start + line.indent >= line.end;
  let last = lines.length;
  while (last > 0 && isBlank(lines[last - 1]!)) last--;
  if (last === 0) {
    if (header.chomp === '+') for (const line of lines) if (line.next > line.end) out.add('\n', line.start, line.next);
    return out.done();
  }
  const trim = trimOf(lines, header, parentIndent);
  for (let i = lines.length - 1; i >= last; i--) if (lines[i]!.indent > trim) last = i + 1;

  const from = (line: Line): number => line.start + Math.min(line.indent, trim);
  let first = 0;
  while (isBlank(lines[first]!)) {
    const line = lines[first++]!;
    out.add(source.slice(from(line), line.end), from(line), line.end);
    out.add('\n', line.end, line.next);
  }
  let separator = '';
  let pending = '';
  let wasIndented = false;
  let done = from(lines[first]!);
  for (let i = first; i < last; i++) {
    const line = lines[i]!;
    const text = source.slice(from(line), line.end);
    if (header.folded && text === '') {
      if (separator === '\n') pending += '\n';
      else separator = '\n';
      continue;
    }
    let indented = !header.folded;
    if (header.folded && (line.indent > trim || text[0] === '\t')) {
      if (separator === ' ') separator = '\n';
      else if (!wasIndented && separator === '\n') separator = '\n\n';
      indented = true;
    }
    out.add(pending + separator, done, from(line));
    out.add(text, from(line), line.end);
    pending = '';
    separator = indented ? '\n' : ' ';
    wasIndented = indented;
    done = line.end;
  }
  if (pending !== '') out.add(pending, done, lines[last - 1]!.end);
  addTail(out, source, lines.slice(last - 1), header.chomp, trim);
  return out.done();
}

/** The line breaks after the last line with text: none, one, or all of them. */
function addTail(out: MappedTextBuilder, source: string, tail: readonly Line[], chomp: BlockHeader['chomp'], trim: number): void {
  const closing = tail[0]!;
  if (chomp === '-') return;
  if (closing.next === closing.end) {
    out.insert('\n', closing.end);
    return;
  }
  out.add('\n', closing.end, closing.next);
  if (chomp === '') return;
  for (const line of tail.slice(1)) {
    const from = line.start + Math.min(line.indent, trim);
    out.add(source.slice(from, line.end), from, line.end);
    if (line.next > line.end) out.add('\n', line.end, line.next);
  }
}

function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let at = start; at < end;) {
    const found = source.indexOf('\n', at);
    const next = found === -1 || found >= end ? end : found + 1;
    let stop = found === -1 || found >= end ? end : found;
    if (stop < next && stop > at && source[stop - 1] === '\r') stop--;
    let indent = 0;
    while (at + indent < stop && source[at + indent] === ' ') indent++;
    lines.push({ start: at, indent, end: stop, next });
    at = next;
  }
  return lines;
}
