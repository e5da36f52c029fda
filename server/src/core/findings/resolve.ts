import { type Level, levels, type Range } from '../model.ts';

/** A finding on its way: where it is, how much it weighs, and which rule made it. */
export interface Contender extends Range {
  readonly level: Level;
  readonly ruleId: string;
  /** Words that the pattern pinned down: the more, the more specific; 0 for a judgement over the whole reply. */
  readonly weight: number;
}

export const levelRank = (level: Level): number => levels.indexOf(level);

/** A judgement is worth showing on such a part of its sentence. */
const piece = 0.4;

/**
 * One finding per overlapping span: the higher level wins, then the more specific, then the earlier. The losers are
 * named by the winner. A judgement over the whole reply keeps what others leave of its sentence; `trim` takes spaces and
 * punctuation off the ends of that.
 */
export function resolveOverlaps<T extends Contender>(contenders: readonly T[], trim: (range: Range) => Range = (range) => range): { readonly finding: T; readonly also: readonly string[] }[] {
  if (contenders.length === 0) return [];
  const ranked = [...contenders].sort((a, b) => levelRank(a.level) - levelRank(b.level) || b.weight - a.weight || a.start - b.start || (a.ruleId < b.ruleId ? -1 : 1));
  const winners: { finding: T; also: string[] }[] = [];
  for (const finding of ranked) {
    const over = winners.find((winner) => finding.start < winner.finding.end && winner.finding.start < finding.end);
    const rest = over && finding.weight === 0 && finding.level !== 'hint' ? longestRest(finding, winners.map((winner) => winner.finding), trim) : null;
    if (!over) winners.push({ finding, also: [] });
    else if (rest) winners.push({ finding: { ...finding, ...rest }, also: [] });
    else if (over.finding.ruleId !== finding.ruleId && !over.also.includes(finding.ruleId)) over.also.push(finding.ruleId);
  }
  return winners.sort((a, b) => a.finding.start - b.finding.start);
}

/** The longest stretch of a range that none of the others covers; null where it is too short to show anything. */
function longestRest(range: Range, others: readonly Range[], trim: (range: Range) => Range): Range | null {
  let [best, at]: [Range | null, number] = [null, range.start];
  for (const { start, end } of [...others, { start: range.end, end: range.end }].sort((a, b) => a.start - b.start)) {
    const rest = trim({ start: at, end: Math.min(start, range.end) });
    if (rest.end - rest.start >= (range.end - range.start) * piece && (!best || rest.end - rest.start > best.end - best.start)) best = rest;
    at = Math.max(at, end);
  }
  return best;
}
