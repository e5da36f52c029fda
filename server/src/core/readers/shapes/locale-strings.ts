import { localeTag } from './declared.ts';
import { namesMail } from './file-names.ts';
import { markupSeenIn, readsLikeProse } from './prose.ts';
import { placeOfEntries, type Around, type Draft, type Place, type Shape } from './shape.ts';
import { asText, scalarsOf, type Entry, type MapTree, type Tree } from './tree.ts';

/** Files of translated strings that are sent by mail: the strings that share a first key are one reply. */
export const localeStrings: Shape = {
  format: 'locale-strings',
  find(root, path) {
    if (!namesMail(path) || root.kind !== 'map' || !holdsSentences(root)) return null;
    const locale = path.split('/').slice(-3).flatMap((part) => part.replace(/\.[a-z]+$/i, '').split('.')).map(localeTag).filter((tag) => tag !== null).at(-1);
    const places = groups(root, '', locale ?? null);
    return places.length > 0 ? places : null;
  },
  read(tree: Tree, around: Around): Draft | null {
    if (tree.kind !== 'map') return null;
    const entries = tree.entries.filter((entry) => groupOf(entry) === around.note);
    const fields = entries.flatMap((entry) => [...stringsOf(entry.value, entry.key)]);
    if (!fields.some(({ scalar }) => readsLikeProse(scalar.value))) return null;
    return {
      id: around.id ?? null, title: around.id ?? '', tags: [], declared: { channel: 'email', ...around.declared },
      fields: fields.map(({ scalar, key }) => ({ scalar, role: /(?:^|[._-])subject$/i.test(key) ? 'subject' : 'body', audience: 'customer', markup: markupSeenIn(scalar.value) })),
    };
  },
};

/** Nothing but strings, a third of them sentences, and one of some length. */
function holdsSentences(root: Tree): boolean {
  const values = [...scalarsOf(root)].map((scalar) => scalar.value).filter((value) => value !== null);
  const texts = values.filter((value) => typeof value === 'string');
  const sentences = texts.filter((text) => readsLikeProse(text));
  return texts.length === values.length && sentences.length > 0 && sentences.length * 3 >= texts.length && sentences.some((text) => readsLikeProse(text, 6));
}

/** `email.verify.text1` belongs to `email`; a string without a dot stands for itself and is a label of the screen. */
function groupOf(entry: Entry): string | null {
  if (entry.value?.kind === 'map') return entry.key;
  return entry.key.includes('.') ? entry.key.slice(0, entry.key.indexOf('.')) : null;
}

function groups(map: MapTree, prefix: string, locale: string | null): Place[] {
  const places: Place[] = [];
  let run: Entry[] = [];
  const close = (): void => {
    const last = run.findLastIndex((entry) => groupOf(entry) !== null);
    const group = run[0] ? groupOf(run[0]) : null;
    if (group !== null) places.push(placeOfEntries(map, run.slice(0, last + 1), { id: prefix + group, note: group, ...(locale && { declared: { locale } }) }));
    run = [];
  };
  for (const entry of map.entries) {
    const group = groupOf(entry);
    if (entry.value?.kind === 'map' && entry.value.entries.length > 0 && entry.value.entries.every((inner) => inner.value?.kind === 'map')) {
      close();
      const named = prefix === '' ? localeTag(entry.key) : null;
      places.push(...groups(entry.value, named ? '' : `${prefix}${entry.key}.`, named ?? locale));
    } else if (run.length > 0 && group !== null && group !== groupOf(run[0]!)) {
      close();
      run = [entry];
    } else if (run.length > 0 || group !== null) {
      run.push(entry);
    }
  }
  close();
  return places;
}

function* stringsOf(tree: Tree | null, key: string): Iterable<{ scalar: NonNullable<ReturnType<typeof asText>>; key: string }> {
  const scalar = asText(tree);
  if (scalar !== null) yield { scalar, key };
  else if (tree?.kind === 'map') for (const entry of tree.entries) yield* stringsOf(entry.value, `${key}.${entry.key}`);
  else if (tree?.kind === 'list') for (const element of tree.elements) yield* stringsOf(element.value, key);
}
