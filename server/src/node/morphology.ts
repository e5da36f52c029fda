import { createRequire } from 'node:module';
import type { Inflect } from '../core/index.ts';

/**
 * Inflection from the file that the build puts beside the programs. It is loaded when a word is first asked for: only
 * house rules with words of their own ask.
 * @param from path or address of the running program.
 * @param file the morphology's path from there.
 */
export function inflectionFrom(from: string, file: string): Inflect {
  let loaded: { inflect: Inflect } | null = null;
  return (word) => (loaded ??= createRequire(from)(file) as { inflect: Inflect }).inflect(word);
}
