import type { Variant } from './choose.ts';

/** Which of the variants show a finding, and what it stands on. */
export interface Sighting {
  readonly variants: readonly number[];
  /** Keys of the decisions under which its words are printed. */
  readonly under: readonly string[];
  readonly field: number;
  /** Start in the field's template. */
  readonly at: number;
}

interface Fact {
  readonly said: string;
  readonly distance: number;
  holds(variant: Variant): boolean;
}

/**
 * The condition under which a finding appears, in words that complete "when …": the branches that its words stand in, and
 * as few other decisions as tell the variants that show it from those that do not. Null where it always appears.
 */
export function whenItAppears({ variants: shown, under, field, at }: Sighting, variants: readonly Variant[]): string | null {
  const first = variants[shown[0]!]!;
  const with_ = shown.map((i) => variants[i]!);
  let without = variants.filter((_, i) => !shown.includes(i));
  const chosen: Fact[] = [];
  const take = (fact: Fact): void => {
    if (!chosen.some(({ said }) => said === fact.said)) chosen.push(fact);
    without = without.filter((variant) => fact.holds(variant));
  };
  const decided = [...first.decisions.values()].filter(({ said }) => said !== '').map(({ key, said, field: in_, at: place }): Fact & { key: string } => ({
    key, said, distance: in_ === field ? Math.abs(place - at) : 1_000_000, holds: (variant) => variant.decisions.has(key),
  }));
  const common = decided.filter(({ holds }) => with_.every(holds));
  for (const fact of common) if (under.includes(fact.key)) take(fact);
  const more: Fact[] = common.filter(({ key }) => !under.includes(key));
  const missing = new Set(with_.map((variant) => variant.without));
  if (!missing.has(null)) more.unshift({ said: `${[...missing].join(' or ')} is empty`, distance: -1, holds: (variant) => missing.has(variant.without) });
  if (with_.every(({ long }) => long)) more.unshift({ said: 'values are long', distance: -1, holds: ({ long }) => long });
  while (without.length > 0) {
    const ranked = more
      .map((fact) => ({ fact, left: without.filter((variant) => fact.holds(variant)).length }))
      .filter(({ left }) => left < without.length)
      .sort((a, b) => a.left - b.left || a.fact.distance - b.fact.distance);
    if (!ranked[0]) break;
    take(ranked[0].fact);
  }
  return chosen.length === 0 ? null : [...new Set(chosen.flatMap(({ said }) => said.split(' and ')))].join(' and ');
}
