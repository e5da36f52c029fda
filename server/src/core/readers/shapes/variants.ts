import type { Declared } from '../../model.ts';
import { localeTag } from './declared.ts';
import { htmlOrText } from './prose.ts';
import { heldBy, placesOfElements, type Around, type Draft, type DraftField, type Place, type Shape } from './shape.ts';
import { placesAt } from './paths.ts';
import { allAt, at, firstWord, textAt, wordAt, type Tree } from './tree.ts';

/** One text in several languages: each language is a reply of its own, named after the text. */
interface VariantRule {
  readonly format: string;
  readonly paths: readonly string[];
  /** The key of the list of variants. */
  readonly variants: string;
  readonly fits: (variant: Tree) => boolean;
  readonly locale: (variant: Tree) => string | null;
  readonly fields: (variant: Tree) => readonly DraftField[];
  /** The value that says that a translation is behind its original, if any. */
  readonly stale?: (variant: Tree) => Tree | null;
}

function variantShape(rule: VariantRule): Shape {
  const fits = (variant: Tree | null): boolean => variant?.kind === 'map' && rule.fits(variant);
  return {
    format: rule.format,
    find(root: Tree): readonly Place[] | null {
      for (const path of rule.paths) {
        const places = placesAt(root, path).flatMap((place) => {
          const record = heldBy(place);
          const list = at(record, rule.variants);
          const title = firstWord(record, ['name', 'key', 'placeholder']);
          return list?.kind === 'list' ? placesOfElements(list, title === null ? {} : { title }) : [];
        });
        if (places.some((place) => fits(heldBy(place)))) return places;
      }
      return null;
    },
    read(variant: Tree, around: Around): Draft | null {
      if (!fits(variant) || wordAt(variant, 'active') === 'false') return null;
      const fields = rule.fields(variant);
      if (fields.length === 0) return null;
      const tag = localeTag(rule.locale(variant) ?? '');
      const declared: Declared = tag ? { locale: tag } : {};
      const stale = rule.stale?.(variant);
      return {
        id: firstWord(variant, ['id']), title: around.title ?? '', tags: [], declared, fields,
        ...(stale?.kind === 'scalar' && { remarks: [{ ruleId: 'stale-translation', scalar: stale }] }),
      };
    },
  };
}

const body = (tree: Tree | null, key: string): DraftField[] => {
  const scalar = textAt(tree, key);
  return scalar === null ? [] : [{ scalar, role: 'body', audience: 'customer', markup: htmlOrText(scalar.value) }];
};

/** The numbers that Zendesk has for languages; others are told from the text. */
const zendeskLocales: Readonly<Record<string, string>> = { 1: 'en-US', 2: 'es', 8: 'de', 9: 'zh-TW', 10: 'zh-CN', 13: 'pl', 16: 'fr', 19: 'pt-BR', 67: 'ja', 1176: 'en-GB' };

export const zendeskDynamicContent = variantShape({
  format: 'zendesk-dynamic-content', paths: ['items.*', 'item', '*', ''], variants: 'variants',
  fits: (variant) => at(variant, 'locale_id') !== null && at(variant, 'content') !== null,
  locale: (variant) => zendeskLocales[wordAt(variant, 'locale_id') ?? ''] ?? wordAt(variant, 'locale'),
  fields: (variant) => body(variant, 'content'),
  stale: (variant) => (wordAt(variant, 'outdated') === 'true' ? at(variant, 'outdated') : null),
});

export const intercomDynamicContent = variantShape({
  format: 'intercom-dynamic-content', paths: ['data.*', '*', ''], variants: 'variations',
  fits: (variant) => at(variant, 'locale') !== null && (at(variant, 'text_content') ?? at(variant, 'json_blocks')) !== null,
  locale: (variant) => wordAt(variant, 'locale'),
  fields: (variant) => [
    ...body(variant, 'text_content'), ...allAt(variant, 'json_blocks.*').flatMap((block) => body(block, 'text')),
    ...allAt(variant, 'json_blocks.*.items.*').flatMap((item) => body(item, 'content')),
  ],
});
