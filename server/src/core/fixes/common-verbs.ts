import { verbsText } from '../rules/generated/en.ts';
import type { Paradigm } from './forms.ts';

let verbs: ReadonlyMap<string, Paradigm> | null = null;

/** The forms of a common verb, by any of them; the table is made by the build and read when first asked for. */
export function commonVerb(word: string): Paradigm | null {
  verbs ??= new Map(verbsText().split('\n').map((line) => line.split(' ') as unknown as Paradigm).flatMap((forms) => forms.map((form) => [form, forms] as const)));
  return verbs.get(word) ?? null;
}
