import { BREAK, type InlineLayer } from '../core/markup/inline.ts';
import type { Range } from '../core/model.ts';
import type { Piece, PrintedField } from './write-out.ts';

/** Stands for a missing value while its surroundings are looked at. */
const GAP = '\uE000';

/** A place where a text shows that a value is missing. The range counts in the text as it is printed. */
export interface Hole extends Range {
  /** The variable. */
  readonly name: string;
  /** A greeting that greets nobody. */
  readonly greeting: boolean;
}

const space = '[ \\t\\u00a0]';
const line = `(?:^|[${BREAK}\\n])${space}*`;
/** What a reader notices, in the order in which it is asked for; a group named `seen` is what is marked. */
const shows: readonly (readonly [RegExp, greeting?: true])[] = [
  [new RegExp(`(?:${line}|[.!?]\\s+)(?<seen>(?:hi|hello|hey|hiya|howdy|dear|good (?:morning|afternoon|evening|day)|greetings|welcome|thanks|thank you)(?: there| again| back)?,?${space}+${GAP}(?:${space}+${GAP})*${space}*[,.!:;–—-])`, 'giu'), true],
  [new RegExp(`${line}(?<seen>dear${space}+${GAP})${space}*(?=[${BREAK}\\n])`, 'giu'), true],
  [new RegExp(`${line}(?<seen>(?:hi|hello|hey|dear)${space}+${GAP}${space}+\\p{L}+)${space}*,`, 'giu'), true],
  [new RegExp(`${line}(?<seen>${GAP}${space}*[,;:])`, 'gu'), true],
  [new RegExp(`(?<seen>[([“"‘]${space}*${GAP}${space}*[)\\]”"’])`, 'gu')],
  [new RegExp(`(?<seen>(?:\\S+${space}+)?[#$£€]${GAP})(?![\\w${GAP}])`, 'gu')],
  [new RegExp(`(?<seen>[\\p{L}\\p{N})]+${space}+${GAP}${space}*[.,;:!?])`, 'gu')],
  [new RegExp(`(?<seen>[\\p{L}\\p{N}),;:]+${space}+${GAP}${space}+[\\p{L}\\p{N}(]+)`, 'gu')],
  [new RegExp(`(?<seen>\\p{L}[\\p{L}\\p{N} ]{0,40}:${space}*${GAP})${space}*(?=[${BREAK}\\n])`, 'gu')],
  [new RegExp(`(?<seen>\\b(?:to|for|at|by|from|with|the|a|an|your|our|is|are|on|of|in|until|before|after|about|called|named)${space}+${GAP})${space}*(?=[${BREAK}\\n])`, 'giu')],
];
/** A list entry with nothing in it. */
const bullet = new RegExp(`^${space}*(?:[-*+•]|\\d+[.)])${space}+${GAP}${space}*$|<li\\b[^>]*>\\s*${GAP}\\s*</li>`, 'gmu');

/** The holes that missing values leave in a text. */
export function findHoles(field: PrintedField, layer: InlineLayer): Hole[] {
  if (!field.pieces.some(({ empty }) => empty !== undefined)) return [];
  const marked = withGaps(field);
  const prose = layer.toProse(marked.text);
  const found: Hole[] = [];
  const add = (start: number, end: number, greeting: boolean): void => {
    const gap = marked.pieces.find((piece) => piece.empty !== undefined && piece.start < end && start < piece.end);
    const range = { start: marked.back(start), end: marked.back(end) };
    if (gap && !found.some((other) => other.start < range.end && range.start < other.end)) found.push({ ...range, name: gap.empty!, greeting });
  };
  for (const [pattern, greeting = false] of shows) {
    pattern.lastIndex = 0;
    for (const { indices } of prose.text.matchAll(new RegExp(pattern.source, `${pattern.flags}d`))) {
      const [from, to] = indices!.groups!['seen']!;
      const range = prose.map.range(from, to);
      add(range.start, range.end, greeting);
    }
  }
  for (const entry of marked.text.matchAll(bullet)) add(entry.index, entry.index + entry[0].length, false);
  return found.sort((a, b) => a.start - b.start);
}

/** The text with a sign in place of what is printed for missing values, and the way back to the text. */
function withGaps({ text, pieces }: PrintedField): { text: string; pieces: Piece[]; back(at: number): number } {
  let out = '';
  const marked = pieces.map((piece): Piece => {
    const start = out.length;
    out += piece.empty === undefined ? text.slice(piece.start, piece.end) : GAP;
    return { ...piece, start, end: out.length };
  });
  return {
    text: out,
    pieces: marked,
    back(at) {
      const i = marked.findLastIndex((piece) => piece.start <= at);
      const piece = marked[i];
      return piece ? Math.min(pieces[i]!.end, pieces[i]!.start + at - piece.start) : 0;
    },
  };
}
