import type { ProseText } from '../markup/inline.ts';
import { type Parts, partsOf } from './parts.ts';
import { platforms } from './shipped.ts';

/** So many replies make a library's habit. */
const habit = 2;

const none: readonly string[] = [];
let known: ReadonlyMap<string, readonly string[]> | null = null;

/** Ids of the platforms by the opening sign and the name, in small letters, of each of their variables. */
function byVariable(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const map = new Map<string, string[]>();
  for (const [id, { syntax, variables }] of platforms()) {
    for (const { open } of syntax) for (const { name } of variables) {
      const written = `${open}${name}`.toLowerCase();
      const ids = map.get(written) ?? [];
      if (!ids.includes(id)) map.set(written, [...ids, id]);
    }
  }
  return (known = map);
}

/** Ids of the platforms that know every variable in these texts, signs and all; none where there are no variables. */
export function platformsIn(texts: readonly ProseText[]): readonly string[] {
  let shared = null as readonly string[] | null;
  for (const text of texts) {
    for (const opaque of text.opaques) {
      const parts = opaque.kind === 'placeholder' ? partsOf(opaque.text) : null;
      if (!parts?.name) continue;
      const these: readonly string[] | undefined = byVariable().get(`${parts.open}${parts.name}`.toLowerCase());
      // A word alone may be a template's own.
      if (these === undefined && !parts.name.includes('.')) continue;
      const before: readonly string[] | null = shared;
      shared = before === null || before === these ? (these ?? none) : (these ?? none).filter((id) => before.includes(id));
    }
  }
  return shared ?? none;
}

/** Is this, signs and all, a variable of some platform? */
export function variableElsewhere({ open, name }: Parts): boolean {
  return byVariable().has(`${open}${name}`.toLowerCase());
}

/** The one platform that at least two replies of a library speak, more of them than any other; null where there is none. */
export function leadingOf(replies: ReadonlyMap<string, number>): string | null {
  let [first, most, next] = [null as string | null, 0, 0];
  for (const [id, count] of replies) {
    if (count > most) [first, most, next] = [id, count, most];
    else if (count > next) next = count;
  }
  return most >= habit && most > next ? first : null;
}
