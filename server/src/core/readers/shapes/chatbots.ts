import { localeTag } from './declared.ts';
import { htmlOrText } from './prose.ts';
import { recordShape } from './records.ts';
import { placeOfEntry, type DraftField, type Shape } from './shape.ts';
import { allAt, asText, at, firstWord } from './tree.ts';

const utterances = recordShape({
  format: 'rasa', paths: ['responses.{}.*', 'templates.{}.*'], has: ['text'], title: [], declared: { channel: 'chat' },
  fields: [{ key: 'text', markup: 'text' }, { each: 'buttons.*', key: 'title', markup: 'text' }],
});

/** What a Rasa bot says: each intent has one or more ways to say it. */
const rasa: Shape = {
  ...utterances,
  find(root, path) {
    const places = utterances.find(root, path);
    return places?.some((place) => place.around.id?.startsWith('utter_')) ? places : null;
  },
};

const said = /^(?:text|variations|message|title|subtitle)\$([A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?)$/;

/** Botpress keeps each language of a message under a key of its own: `text$en`. */
const botpress: Shape = {
  format: 'botpress',
  find(root) {
    if (root.kind !== 'list') return null;
    const places = root.elements.flatMap(({ value: record }) => {
      const data = at(record, 'formData');
      const id = firstWord(record, ['id']) ?? '';
      if (data?.kind !== 'map') return [];
      return data.entries.flatMap((entry) => {
        const locale = localeTag(said.exec(entry.key)?.[1] ?? '');
        return locale === null ? [] : [placeOfEntry(data, entry, { id: `${id}/${entry.key}`, title: id, declared: { locale, channel: 'chat' } })];
      });
    });
    return places.length > 0 ? places : null;
  },
  read(held, around) {
    const scalars = held.kind === 'list' ? allAt(held, '*') : [held];
    const fields = scalars.flatMap((each): DraftField[] => {
      const scalar = asText(each);
      return scalar === null ? [] : [{ scalar, role: 'body', audience: 'customer', markup: htmlOrText(scalar.value) }];
    });
    return fields.length === 0 ? null : { id: around.id ?? null, title: around.title ?? '', tags: [], declared: around.declared ?? {}, fields };
  },
};

/** Programs that answer in place of a person. */
export const chatbotShapes: readonly Shape[] = [rasa, botpress];
