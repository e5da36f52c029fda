import type { CheckedPlaceholders } from '../replies/placeholders.ts';
import type { CheckedReply, LocalFinding } from '../replies/check.ts';

/** The texts of a reply after its check: many times as large as what was found in them. */
export interface Texts {
  /** The findings keep theirs, so that their fixes need no other check. */
  readonly areKept: boolean;
  /** Reads and checks the same reply once more. */
  again(): CheckedReply;
}

/**
 * What was found in a reply, without the texts it was found in: what is seldom asked for, such as a fix or how its placeholders
 * look on another platform, is worked out by another check. `family` is what its library speaks where it does not say so.
 */
export function settled(checked: CheckedReply, family: string | null, texts: Texts): CheckedReply {
  return {
    ...checked,
    findings: alone(checked.findings, texts, () => texts.again().findings),
    leftovers: alone(checked.leftovers, texts, () => texts.again().leftovers),
    placeholders: settledPlaceholders(checked.placeholders, family, texts),
  };
}

function settledPlaceholders(checked: CheckedPlaceholders, family: string | null, texts: Texts): CheckedPlaceholders {
  const { platform, seen } = checked;
  const spoken = platform ?? family;
  const all = (id: string | null): readonly LocalFinding[] => texts.again().placeholders.findings(id);
  const known = alone(checked.findings(spoken), texts, () => all(spoken));
  return { platform, seen, findings: (id) => (id === spoken ? known : alone(all(id), texts, () => all(id))) };
}

const none: readonly never[] = [];

/** Findings that ask `all` for their fixes. A check finds the same in the same order, however often it is done. */
function alone<T extends LocalFinding>(findings: readonly T[], { areKept }: Texts, all: () => readonly LocalFinding[]): readonly T[] {
  if (findings.length === 0) return none;
  if (areKept) return findings;
  return findings.map((finding, nth) => ({ ...finding, fixes: () => all()[nth]!.fixes(), refused: () => all()[nth]!.refused?.() ?? null }));
}
