/** Where in a field's text words may go; all counted in that text. */
export interface Place {
  readonly from: number;
  readonly side: 'after' | 'before';
  /** Ends of sentences after which they may stand, ascending. */
  readonly ends: readonly number[];
  /** Nothing may be put after this. */
  readonly limit: number;
}

export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What ends a block, and what holds blocks and must keep its words inside. */
const blockEnd = /<\/(p|div|li|h[1-6]|td|th|blockquote|body|section|article|main|center|form|html)\s*>|<br\s*\/?>/i;

/** Puts paragraphs into HTML in the way of its neighbours: as blocks beside blocks, else with line breaks. */
export function insertInHtml(value: string, { side, from, ends, limit }: Place, paragraphs: readonly string[]): Insertion {
  const { at, text } = side === 'after' ? after(value, from, paragraphs) : before(value, from, paragraphs);
  // Where the sign-off shares the block, the words stand before it, after their sentence.
  return at <= limit ? { at, text } : { at: ends.findLast((each) => each <= limit) ?? from, text: ` ${paragraphs.join(' ')}` };
}

function after(value: string, from: number, paragraphs: readonly string[]): Insertion {
  const broken = (at: number, sign: string): Insertion => ({ at, text: paragraphs.map((each) => sign + sign + each).join('') });
  const usual = /<br\s*\/?>/i.exec(value)?.[0] ?? '<br>';
  const block = blockEnd.exec(value.slice(from));
  if (!block) return broken(value.length, usual);
  const start = from + block.index;
  const tag = block[1]?.toLowerCase();
  if (tag === undefined) return broken(start, block[0]);
  if (!/^(?:p|div|li|h\d)$/.test(tag)) return broken(start, usual);
  const at = tag === 'li' ? listEnd(value, start) : start + block[0].length;
  return { at, text: paragraphs.map((each) => blockOf(value, at, tag === 'div' ? 'div' : 'p', each)).join('') };
}

/** Where the list around this place ends, and those that it stands in. */
function listEnd(value: string, from: number): number {
  let depth = (value.slice(0, from).match(/<(?:ul|ol)\b/gi)?.length ?? 0) - (value.slice(0, from).match(/<\/(?:ul|ol)\b/gi)?.length ?? 0);
  const tags = /<(\/?)(?:ul|ol)\b[^<>]*>/gi;
  tags.lastIndex = from;
  for (let tag = tags.exec(value); tag; tag = tags.exec(value)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth <= 0) return tag.index + tag[0].length;
  }
  return value.length;
}

function before(value: string, start: number, paragraphs: readonly string[]): Insertion {
  const block = /<(p|div)\b[^<>]*>\s*$/i.exec(value.slice(0, start));
  if (!block) return { at: start, text: paragraphs.map((each) => `${each}<br><br>`).join('') };
  const tag = block[1]!.toLowerCase();
  return { at: block.index, text: paragraphs.map((each) => `<${tag}>${each}</${tag}>${lineBefore(value, block.index)}`).join('') };
}

function blockOf(value: string, at: number, tag: string, words: string): string {
  return `${lineBefore(value, at)}<${tag}>${words}</${tag}>`;
}

/** A file that writes each block on a line of its own gets the new one on its own line too. */
function lineBefore(value: string, at: number): string {
  const line = value.lastIndexOf('\n', at - 1);
  return line >= 0 && /^\s*</.test(value.slice(line + 1)) ? /^\n[ \t]*/.exec(value.slice(line))![0] : '';
}
