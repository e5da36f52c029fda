import { closest, distance } from 'fastest-levenshtein';

/** The candidate that was most likely meant by `word`, or null where nothing is near enough to suggest. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0 || word === '') return null;
  const typed = word.toLowerCase();
  const begins = candidates.find((candidate) => typed.length >= 3 && candidate.toLowerCase().startsWith(typed));
  if (begins !== undefined) return begins;
  // Two letters that changed places count as two.
  const allowed = typed.length < 4 ? 1 : Math.max(2, Math.floor(typed.length / 3));
  const best = closest(typed, candidates as string[]);
  return distance(typed, best.toLowerCase()) <= allowed ? best : null;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** So many names can be read at a glance. */
const glance = 12;

/** The end of a sentence about an unknown word: what was meant, or else what there is, or where that is listed. */
export function didYouMean(word: string, candidates: readonly string[], plural: string, where?: string): string {
  const best = nearest(word, candidates);
  if (best !== null) return `Did you mean "${best}"?`;
  return where !== undefined && candidates.length > glance ? `They are listed in ${where}.` : `The ${plural} are ${listed(candidates)}.`;
}
