import type { Audience, Declared, Markup, Role } from '../../model.ts';
import type { Part } from './syntax.ts';
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from './tree.ts';

/** What a shape knows of a reply from around it. Plain data. */
export interface Around {
  readonly id?: string;
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly declared?: Declared;
  /** Any other word that the shape needs when it reads the reply. */
  readonly note?: string;
}

/** Where one reply stands in a parsed file. `tree` is what `Syntax.parsePart` would give for it. */
export interface Place extends Omit<Part, 'column'> {
  readonly start: number;
  readonly end: number;
  readonly tree: Tree | null;
  readonly around: Around;
}

export interface DraftField {
  readonly scalar: ScalarTree & { readonly value: string };
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
  /** For a twin: the scalar that says the same and counts. */
  readonly twinOf?: ScalarTree;
}

/** Something that the record itself says is wrong with it, and the value that says so. */
export interface DraftRemark {
  readonly ruleId: string;
  readonly scalar: ScalarTree;
}

/** A reply whose fields are still scalars of the parsed part. */
export interface Draft {
  readonly id: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly declared: Declared;
  readonly fields: readonly DraftField[];
  readonly remarks?: readonly DraftRemark[];
}

/** What the records of one helpdesk, or of one habit, look like in parsed data. */
export interface Shape {
  /** Id of the format. */
  readonly format: string;
  /** Files of tools that are looked at all the same. */
  readonly toolFiles?: RegExp;
  /** The places of the replies in one document, ascending and apart; null where the document is not of this shape. */
  find(root: Tree, path: string): readonly Place[] | null;
  /** `held` is what the place holds, see `heldBy`; null where that is no reply. */
  read(held: Tree, around: Around): Draft | null;
}

/** One format whose records come in several shapes: each file is of the first that finds something in it. */
export function oneOf(first: Shape, ...others: readonly Shape[]): Shape {
  const shapes = [first, ...others];
  return {
    ...first,
    find(root, path) {
      for (const shape of shapes) {
        const places = shape.find(root, path);
        if (places !== null) return places;
      }
      return null;
    },
    read(held, around) {
      for (const shape of shapes) {
        const draft = shape.read(held, around);
        if (draft !== null) return draft;
      }
      return null;
    },
  };
}

export function placeOfRoot(root: Tree, around: Around = {}): Place {
  return { what: 'value', flow: root.kind === 'scalar' ? false : root.flow, start: root.start, end: root.end, tree: root, around };
}

export function placesOfElements(list: ListTree, around: Around = {}): Place[] {
  return list.elements.map((element) => ({ what: 'element', flow: list.flow, start: element.start, end: element.end, tree: element.value, around }));
}

export function placeOfEntry(map: MapTree, entry: Entry, around: Around = {}): Place {
  return placeOfEntries(map, [entry], around, 'entry');
}

export function placeOfEntries(map: MapTree, entries: readonly Entry[], around: Around, what: 'entry' | 'entries' = 'entries'): Place {
  const range = { start: entries[0]!.start, end: entries.at(-1)!.end };
  return { what, flow: map.flow, ...range, tree: { kind: 'map', flow: map.flow, entries, ...range }, around };
}

/** What a place holds: for an entry, the value after its key. */
export function heldBy(place: Pick<Place, 'what' | 'tree'>): Tree | null {
  if (place.what !== 'entry' || place.tree?.kind !== 'map') return place.tree;
  return place.tree.entries[0]?.value ?? null;
}
