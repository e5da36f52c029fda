import type { Audience, Declared, Markup, Role } from '../../model.ts';
import { declaredIn } from './declared.ts';
import { placesAt } from './paths.ts';
import { markupSeenIn } from './prose.ts';
import { heldBy, type Around, type Draft, type DraftField, type Place, type Shape } from './shape.ts';
import { asText, at, firstWord, textAt, type Tree } from './tree.ts';

export interface FieldRule {
  /** Dotted path inside the record. */
  readonly key: string;
  readonly role?: Role;
  readonly audience?: Audience;
  /** `seen`: told from the text itself. */
  readonly markup: Markup | 'seen';
  /** Another path that, where it holds text too, is the one that counts: this one is then its twin. */
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
  /** Files at this path are of the format whatever they hold. */
  readonly wellKnown?: RegExp;
  readonly id?: readonly string[];
  readonly title: readonly string[];
  readonly tags?: readonly string[];
  readonly fields: readonly FieldRule[];
  readonly declared?: Declared;
  /** Where a record says such things of itself, `''` for its own keys, `fields.` for those inside `fields`. */
  readonly declares?: string;
}

export function recordShape(rule: RecordRule): Shape {
  const fits = (record: Tree | null): boolean => record?.kind === 'map' && rule.has.every((key) => at(record, key) !== null) && (rule.when?.(record) ?? true);
  return {
    format: rule.format,
    find(root: Tree, path: string): readonly Place[] | null {
      for (const where of rule.paths) {
        const places = placesAt(root, where);
        const fitting = places.filter((place) => fits(heldBy(place))).length;
        if (fitting > 0 && fitting * 2 >= places.length) return places;
      }
      return rule.wellKnown?.test(path) ? [] : null;
    },
    read(record: Tree, around: Around): Draft | null {
      if (!fits(record)) return null;
      const fields = rule.fields.flatMap((field) => fieldOf(record, field));
      if (!fields.some((field) => field.audience !== 'label')) return null;
      const id = around.id ?? firstWord(record, rule.id ?? ['id']);
      return {
        id, title: firstWord(record, rule.title) ?? around.title ?? id ?? '', tags: tagsOf(record, rule.tags ?? ['tags']),
        declared: { ...rule.declared, ...around.declared, ...declaredIn(record, rule.declares) }, fields,
      };
    },
  };
}

function fieldOf(record: Tree, rule: FieldRule): DraftField[] {
  const scalar = textAt(record, rule.key);
  if (scalar === null) return [];
  const role = rule.twinOf !== undefined && textAt(record, rule.twinOf) !== null ? 'twin' : rule.role ?? 'body';
  return [{ scalar, role, audience: rule.audience ?? 'customer', markup: rule.markup === 'seen' ? markupSeenIn(scalar.value) : rule.markup }];
}

/** The words under some keys: single ones, or lists of them. */
export function tagsOf(record: Tree, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const found = at(record, key);
    const values = found?.kind === 'list' ? found.elements.map((element) => element.value) : [found];
    return values.flatMap((value) => asText(value)?.value ?? []);
  });
}
