import type { Audience, Declared, Markup, Role } from '../../model.ts';
import { declaredIn } from './declared.ts';
import { placesAt } from './paths.ts';
import { htmlOrText, markupSeenIn, readsLikeProse } from './prose.ts';
import { heldBy, type Around, type Draft, type DraftField, type DraftRemark, type Place, type Shape } from './shape.ts';
import { allAt, asText, at, firstWord, isNothing, textAt, type Tree } from './tree.ts';

export interface FieldRule {
  /** Where the parts of a record lie that have such a field, see `allAt`; the record itself where it is absent. */
  readonly each?: string;
  /** A condition on the part. */
  readonly when?: (part: Tree) => boolean;
  /** Dotted path inside the part; the part itself where it is empty. */
  readonly key: string;
  readonly role?: Role;
  /** `customer` where it is absent. */
  readonly audience?: Audience | ((record: Tree, around: Around) => Audience);
  /** `seen`: told from the text itself. `html-or-text`: HTML where it has tags. */
  readonly markup: Markup | 'seen' | 'html-or-text';
  /** Another path in the part that, where it holds text too, is the one that counts: this one is then its twin. */
  readonly twinOf?: string;
}

/** A helpdesk whose replies are records of fixed keys. */
export interface RecordRule {
  readonly format: string;
  /** Where the records may lie, see `placesAt`; the first path that leads to fitting records counts. */
  readonly paths: readonly string[];
  /** Paths that a record must have. */
  readonly has: readonly string[];
  /** A further condition on a record. */
  readonly when?: (record: Tree) => boolean;
  /** Only files at this path are of the format. */
  readonly only?: RegExp;
  /** Files at this path are of the format whatever they hold. */
  readonly wellKnown?: RegExp;
  readonly toolFiles?: RegExp;
  /** A word that the path adds to what is known of each record. */
  readonly note?: (path: string) => string;
  /** True where records whose texts are no sentences are no replies. */
  readonly prose?: boolean;
  readonly id?: readonly string[];
  readonly title: readonly string[];
  readonly tags?: readonly string[];
  readonly fields: readonly FieldRule[];
  readonly declared?: Declared | ((record: Tree) => Declared);
  /** Where a record says such things of itself, `''` for its own keys, `fields.` for those inside `fields`. */
  readonly declares?: string;
  readonly remarks?: (record: Tree) => readonly DraftRemark[];
}

export function recordShape(rule: RecordRule): Shape {
  const fits = (record: Tree | null): boolean => record?.kind === 'map' && rule.has.every((key) => at(record, key) !== null) && (rule.when?.(record) ?? true);
  return {
    format: rule.format,
    ...(rule.toolFiles && { toolFiles: rule.toolFiles }),
    find(root: Tree, path: string): readonly Place[] | null {
      if (rule.only && !rule.only.test(path)) return null;
      for (const where of rule.paths) {
        const places = placesAt(root, where);
        const fitting = places.filter((place) => fits(heldBy(place))).length;
        if (fitting > 0 && fitting * 2 >= places.filter((place) => !isNothing(heldBy(place))).length) {
          const { note } = rule;
          return note ? places.map((place) => ({ ...place, around: { ...place.around, note: note(path) } })) : places;
        }
      }
      return rule.wellKnown?.test(path) ? [] : null;
    },
    read(record: Tree, around: Around): Draft | null {
      if (!fits(record)) return null;
      const fields = rule.fields.flatMap((field) => fieldsOf(record, field, around));
      if (!fields.some((field) => field.audience !== 'label')) return null;
      if (rule.prose && !fields.some((field) => field.audience === 'customer' && readsLikeProse(field.scalar.value))) return null;
      const id = around.id ?? firstWord(record, rule.id ?? ['id']);
      const said = typeof rule.declared === 'function' ? rule.declared(record) : rule.declared;
      const remarks = rule.remarks?.(record) ?? [];
      return {
        id, title: firstWord(record, rule.title) ?? around.title ?? id ?? '', tags: tagsOf(record, rule.tags ?? ['tags']),
        declared: { ...said, ...around.declared, ...declaredIn(record, rule.declares) }, fields, ...(remarks.length > 0 && { remarks }),
      };
    },
  };
}

function fieldsOf(record: Tree, rule: FieldRule, around: Around): DraftField[] {
  const audience = typeof rule.audience === 'function' ? rule.audience(record, around) : rule.audience ?? 'customer';
  return allAt(record, rule.each ?? '').flatMap((part) => {
    const scalar = rule.key === '' ? asText(part) : textAt(part, rule.key);
    if (scalar === null || !(rule.when?.(part) ?? true)) return [];
    const counts = rule.twinOf === undefined ? null : textAt(part, rule.twinOf);
    const markup = rule.markup === 'seen' ? markupSeenIn(scalar.value) : rule.markup === 'html-or-text' ? htmlOrText(scalar.value) : rule.markup;
    return [{ scalar, role: counts ? 'twin' : rule.role ?? 'body', audience, markup, ...(counts && { twinOf: counts }) }];
  });
}

/** The words under some keys: single ones, or lists of them. */
export function tagsOf(record: Tree, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const found = at(record, key);
    const values = found?.kind === 'list' ? found.elements.map((element) => element.value) : [found];
    return values.flatMap((value) => asText(value)?.value ?? []);
  });
}
