import type { FormatSetting } from '../../config/config.ts';
import type { Audience } from '../../model.ts';
import { declaredIn } from '../shapes/declared.ts';
import { placesAt } from '../shapes/paths.ts';
import { markupSeenIn } from '../shapes/prose.ts';
import { tagsOf } from '../shapes/records.ts';
import { heldBy, placeOfRoot, placesOfElements, type DraftField, type Shape } from '../shapes/shape.ts';
import { asText, firstWord, type ScalarTree, type Tree } from '../shapes/tree.ts';
import { recordSteps } from './record-path.ts';

/** Records as a config describes them. Its paths were checked when it was read; one that is wrong leads nowhere. */
export function configuredShape(setting: FormatSetting): Shape {
  const records = setting.records === undefined ? null : stepsOf(setting.records);
  const customer = names(setting.customer);
  const internal = names(setting.internal);
  const label = names(setting.label);
  return {
    format: 'configured',
    find(root) {
      if (records === null) return root.kind === 'list' ? placesOfElements(root) : [placeOfRoot(root)];
      return placesAt(root, records);
    },
    read(record, around) {
      const field = (paths: readonly string[], audience: Audience): DraftField[] => paths.flatMap((path) => textsAt(record, path)).map((scalar) => ({
        scalar, role: 'body', audience, markup: audience === 'customer' ? setting.markup ?? markupSeenIn(scalar.value) : 'text',
      }));
      const texts = [...field(customer, 'customer'), ...field(internal, 'internal')];
      if (texts.length === 0) return null;
      const labels = field(label, 'label');
      const fields = [...texts, ...labels].filter((each, i, all) => all.findIndex((other) => other.scalar === each.scalar) === i);
      const id = around.id ?? firstWord(record, ['id', '_id', 'uuid', 'key']);
      const isRecord = record.kind === 'map';
      return {
        id, title: labels[0]?.scalar.value ?? id ?? texts[0]!.scalar.value.split(/\s+/).slice(0, 6).join(' '),
        tags: isRecord ? tagsOf(record, ['tags']) : [], declared: { ...around.declared, ...(isRecord ? declaredIn(record) : {}) }, fields,
      };
    },
  };
}

function textsAt(record: Tree, path: string): (ScalarTree & { readonly value: string })[] {
  return placesAt(record, stepsOf(path)).flatMap((place) => asText(heldBy(place)) ?? []);
}

/** The steps as `placesAt` takes them; a path that cannot be read leads to a key that nobody has. */
function stepsOf(path: string): string {
  const steps = recordSteps(path);
  return 'mistake' in steps ? '\u0000' : steps.join('.');
}

export function names(setting: string | readonly string[] | undefined): readonly string[] {
  return setting === undefined ? [] : typeof setting === 'string' ? [setting] : setting;
}
