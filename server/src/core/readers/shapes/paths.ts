import { heldBy, placeOfEntry, placeOfRoot, placesOfElements, type Place } from './shape.ts';
import type { Tree } from './tree.ts';

/**
 * The places that a path leads to. Its steps: a key, `*` for every element of a list, `{}` for every entry of a map; the
 * empty path is the whole document. Keys passed at `{}` become the id.
 */
export function placesAt(root: Tree, path: string): Place[] {
  let found: Place[] = [placeOfRoot(root)];
  for (const step of path === '' ? [] : path.split('.')) found = found.flatMap((place) => next(place, step));
  return found;
}

function next(place: Place, step: string): Place[] {
  const held = heldBy(place);
  if (step === '*') return held?.kind === 'list' ? placesOfElements(held, place.around) : [];
  if (held?.kind !== 'map') return [];
  if (step === '{}') return held.entries.map((entry) => placeOfEntry(held, entry, { ...place.around, id: entry.key }));
  return held.entries.filter((entry) => entry.key === step).map((entry) => placeOfEntry(held, entry, place.around));
}
