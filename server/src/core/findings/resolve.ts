import { type Level, levels, type Range } from '../model.ts';

/** A finding on its way: where it is, how much it weighs, and which rule made it. */
export interface Contender extends Range {
  readonly level: Level;
  readonly ruleId: string;
  /** Words that the pattern pinned down: the more, the more specific. */
  readonly weight: number;
}

export const levelRank = (level: Level): number => levels.indexOf(level);

/**
 * One finding per overlapping span: the higher level wins, then the more specific, then the earlier. The losers are
 * named by the winner.
 */
export function resolveOverlaps<T extends Contender>(contenders: readonly T[]): { readonly finding: T; readonly also: readonly string[] }[] {
  const ranked = [...contenders].sort((a, b) => levelRank(a.level) - levelRank(b.level) || b.weight - a.weight || a.start - b.start || (a.ruleId < b.ruleId ? -1 : 1));
  const winners: { finding: T; also: string[] }[] = [];
  for (const finding of ranked) {
    const over = winners.find((winner) => finding.start < winner.finding.end && winner.finding.start < finding.end);
    if (!over) winners.push({ finding, also: [] });
    else if (over.finding.ruleId !== finding.ruleId && !over.also.includes(finding.ruleId)) over.also.push(finding.ruleId);
  }
  return winners.sort((a, b) => a.finding.start - b.finding.start);
}
