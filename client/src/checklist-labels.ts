import type { StepState } from '../../server/src/core/model.ts';

/** What each state is called: the words say all that icon and colour say. */
export const stateNames: Readonly<Record<StepState, string>> = { met: 'there', weak: 'half there', missing: 'could be added', 'not-needed': 'not needed' };

/** Rows as a screen reader says them. */
export function stepLabel({ title, state, why }: { readonly title: string; readonly state: StepState; readonly why: string }): string {
  return `${title}: ${stateNames[state]}. ${why}`;
}

export function evidenceLabel(step: string, words: string): string {
  return `${step}, in these words: “${words}”`;
}

export function warningLabel(title: string, words: string): string {
  return `Warning sign in the customer’s message: ${title}, “${words}”`;
}
