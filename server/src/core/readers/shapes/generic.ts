import { declaredIn } from './declared.ts';
import { namesReplies } from './file-names.ts';
import { markupSeenIn, readsLikeProse } from './prose.ts';
import { tagsOf } from './records.ts';
import { heldBy, placeOfEntry, placesOfElements, type Around, type Draft, type DraftField, type Place, type Shape } from './shape.ts';
import { asText, at, firstWord, isNothing, textAt, wordAt, type Entry, type Tree } from './tree.ts';

const bodies = ['reply', 'response', 'body', 'content', 'message', 'text'];
const titles = ['title', 'name', 'shortcut', 'short_code', 'label'];
/** Taken as names only where the file or a key around says that these are replies. */
const looseTitles = ['keyword', 'trigger', 'key', 'code', 'slug', 'category', 'intent', 'type', 'subject', 'id', 'num'];
const looseBodies = ['template', 'answer', 'comment'];
const notes = ['notes', 'note', 'internal', 'description', 'desc', 'comment_internal'];
/** Records with one of these are people, pages, products, posts, questions or rules, unless a name says that they are replies. */
const foreign = ['url', 'href', 'link', 'image', 'icon', 'avatar', 'email', 'author', 'user', 'userId', 'price', 'version', 'license', 'path', 'date', 'published', 'publishedAt', 'createdAt', 'rating', 'options', 'answers', 'correct', 'level', 'severity', 'patterns'];
const deepest = 8;

/** Lists of records that have a text and a name. */
export const genericRecords: Shape = {
  format: 'records',
  find(root, path) {
    const places: Place[] = [];
    collectLists(root, [], path, places, 0);
    return places.some((place) => says(place.tree)) ? places : null;
  },
  read: readRecord,
};

/** A map of records that have a text; the key is the name. */
export const keyedRecords: Shape = {
  format: 'keyed-records',
  find(root, path) {
    const places: Place[] = [];
    collectMaps(root, [], path, places, 0, (entries) => entries.filter((entry) => bodyOf(entry.value, false) !== null));
    return places.some((place) => says(heldBy(place))) ? places : null;
  },
  read: readRecord,
};

/** A map from a name to a text, or to a list of texts, in a file whose name says that they are replies. */
export const keyedTexts: Shape = {
  format: 'keyed-texts',
  find(root, path) {
    const places: Place[] = [];
    collectMaps(root, [], path, places, 0, sentencesOf);
    const apart = places.flatMap((place) => {
      const value = heldBy(place);
      return value?.kind === 'list' ? placesOfElements(value, place.around) : [place];
    });
    return apart.length > 0 ? apart : null;
  },
  read(held, around) {
    const scalar = asText(held);
    if (scalar === null || !readsLikeProse(scalar.value)) return null;
    return { id: around.id ?? null, title: around.id ?? '', tags: [], declared: around.declared ?? {}, fields: [{ scalar, role: 'body', audience: 'customer', markup: markupSeenIn(scalar.value) }] };
  },
};

function readRecord(record: Tree, around: Around): Draft | null {
  const named = around.note === 'named' || around.id !== undefined;
  const body = bodyOf(record, named);
  if (body === null || record.kind !== 'map') return null;
  const internal = wordAt(record, 'internal') === 'true' || wordAt(record, 'public') === 'false';
  const audience = internal ? 'internal' : 'customer';
  const text = textAt(record, body)!;
  const html = textAt(record, `${body}_html`) ?? textAt(record, 'html');
  const title = firstWord(record, [...titles, ...(named ? looseTitles : [])]);
  const fields: DraftField[] = [];
  for (const key of titles) {
    const scalar = textAt(record, key);
    if (scalar !== null) fields.push({ scalar, role: 'body', audience: 'label', markup: 'text' });
  }
  for (const key of notes) {
    const scalar = textAt(record, key);
    if (scalar !== null) fields.push({ scalar, role: 'body', audience: 'internal', markup: 'text' });
  }
  const subject = textAt(record, 'subject');
  if (subject !== null) fields.push({ scalar: subject, role: 'subject', audience, markup: 'text' });
  if (html !== null) fields.push({ scalar: html, role: 'body', audience, markup: 'html' });
  fields.push({ scalar: text, role: html === null ? 'body' : 'twin', audience, markup: markupSeenIn(text.value), ...(html && { twinOf: html }) });
  return {
    id: around.id ?? firstWord(record, ['id', '_id', 'uuid', 'key']), title: title ?? around.id ?? text.value.split(/\s+/).slice(0, 6).join(' '),
    tags: tagsOf(record, ['tags', 'category', 'tag', 'keywords']), declared: { ...around.declared, ...declaredIn(record) }, fields,
  };
}

/** The key of a record's text, null where it has none. */
function bodyOf(record: Tree | null, named: boolean): string | null {
  if (record?.kind !== 'map') return null;
  return [...bodies, ...(named ? looseBodies : [])].find((key) => textAt(record, key) !== null) ?? null;
}

/** Unless something says that these are replies, a record needs a name too. */
function fits(element: Tree | null, named: boolean): boolean {
  if (bodyOf(element, named) === null) return false;
  if (named) return true;
  return firstWord(element, titles) !== null && !foreign.some((key) => at(element, key) !== null);
}

function says(record: Tree | null): boolean {
  const body = bodyOf(record, true);
  return body !== null && readsLikeProse(textAt(record, body)!.value);
}

function isSentence(value: Tree | null): boolean {
  const text = asText(value);
  return text !== null && readsLikeProse(text.value);
}

function collectLists(tree: Tree | null, keys: readonly string[], path: string, places: Place[], depth: number): void {
  if (tree === null || tree.kind === 'scalar' || depth > deepest) return;
  if (tree.kind === 'map') {
    for (const entry of tree.entries) collectLists(entry.value, [...keys, entry.key], path, places, depth + 1);
    return;
  }
  const named = namesReplies(path, keys);
  const known = tree.elements.filter((element) => !isNothing(element.value));
  const fitting = known.filter((element) => fits(element.value, named));
  if (fitting.length * 2 >= known.length + (named ? 0 : 1) && fitting.some((element) => says(element.value))) {
    places.push(...placesOfElements(tree, named ? { note: 'named' } : {}));
  } else {
    for (const element of tree.elements) collectLists(element.value, keys, path, places, depth + 1);
  }
}

function collectMaps(tree: Tree | null, keys: readonly string[], path: string, places: Place[], depth: number, pick: (entries: readonly Entry[]) => readonly Entry[]): void {
  if (tree === null || tree.kind === 'scalar' || depth > deepest) return;
  if (tree.kind === 'list') {
    for (const element of tree.elements) collectMaps(element.value, keys, path, places, depth + 1, pick);
    return;
  }
  const fitting = pick(tree.entries);
  if (fitting.length > 0 && fitting.length * 2 > tree.entries.length && namesReplies(path, keys)) {
    places.push(...fitting.map((entry) => placeOfEntry(tree, entry, { id: entry.key })));
  } else {
    for (const entry of tree.entries) collectMaps(entry.value, [...keys, entry.key], path, places, depth + 1, pick);
  }
}

/** Keys of a schema or of a settings page: their texts describe, they are not sent. */
const describing = /^(?:type|description|default|title|summary|help|properties|required|reply|response|body|content|message|text)$/i;

/** The entries whose value is a sentence or a list of sentences; none where there is one alone, or a key says that the map is one record. */
function sentencesOf(entries: readonly Entry[]): readonly Entry[] {
  if (entries.some((entry) => describing.test(entry.key) && asText(entry.value) !== null)) return [];
  const found = entries.filter(({ value }) => isSentence(value) || (value?.kind === 'list' && value.elements.length > 0 && value.elements.every((element) => isSentence(element.value))));
  return found.length > 1 ? found : [];
}
