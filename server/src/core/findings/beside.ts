import type { Range } from '../model.ts';
import { levelRank, type Contender } from './resolve.ts';

/** What a finding needs to be set beside others. */
interface Placed extends Range {
  readonly level: Contender['level'];
  readonly rule: { readonly id: string };
  readonly also: readonly string[];
}

/** One finding per span: where a late one overlaps one that is there, the worse of the two is shown and names the other. */
export function setBeside<T extends Placed>(findings: readonly T[], late: readonly T[]): T[] {
  const all = [...findings];
  for (const one of late) {
    const at = all.findIndex(({ start, end }) => start < one.end && one.start < end);
    const over = all[at];
    if (!over) all.push(one);
    else if (levelRank(one.level) < levelRank(over.level)) all[at] = { ...one, also: [...new Set([...one.also, over.rule.id, ...over.also])] };
    else all[at] = { ...over, also: [...new Set([...over.also, one.rule.id])] };
  }
  return all;
}
