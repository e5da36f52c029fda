import { placesAt } from './paths.ts';
import { declaredIn } from './declared.ts';
import { heldBy, type Around, type Draft, type DraftField, type Shape } from './shape.ts';
import { asText, at, firstWord, textAt, wordAt, type Tree } from './tree.ts';
import { markupSeenIn } from './prose.ts';

const spoken = /^(?:comment_value|comment_value_html|subject)$/;

/** Zendesk Support macros: what a reply says lies in the actions, and another action decides who reads it. */
export const zendeskMacros: Shape = {
  format: 'zendesk-macros',
  find(root) {
    for (const path of ['macros.*', 'macro', '*', '']) {
      const places = placesAt(root, path);
      if (places.some((place) => says(heldBy(place)))) return places;
    }
    return null;
  },
  read(macro: Tree, around: Around): Draft | null {
    if (!says(macro)) return null;
    const internal = actionsOf(macro).some((action) => wordAt(action, 'field') === 'comment_mode_is_public' && wordAt(action, 'value') === 'false');
    const hasHtml = actionsOf(macro).some((action) => wordAt(action, 'field') === 'comment_value_html' && textOf(action) !== null);
    const fields: DraftField[] = [];
    const add = (scalar: ReturnType<typeof asText>, rest: Omit<DraftField, 'scalar'>): void => {
      if (scalar !== null) fields.push({ scalar, ...rest });
    };
    add(textAt(macro, 'title'), { role: 'body', audience: 'label', markup: 'text' });
    add(textAt(macro, 'description'), { role: 'body', audience: 'internal', markup: 'text' });
    for (const action of actionsOf(macro)) {
      const field = wordAt(action, 'field');
      const text = textOf(action);
      if (text === null || field === null || !spoken.test(field)) continue;
      if (field === 'subject') add(text, { role: 'subject', audience: 'customer', markup: 'text' });
      else if (field === 'comment_value_html') add(text, { role: 'body', audience: internal ? 'internal' : 'customer', markup: 'html' });
      else add(text, { role: hasHtml ? 'twin' : 'body', audience: internal ? 'internal' : 'customer', markup: markupSeenIn(text.value) });
    }
    const id = firstWord(macro, ['id']);
    return { id, title: firstWord(macro, ['title', 'name']) ?? around.title ?? id ?? '', tags: [], declared: declaredIn(macro), fields };
  },
};

function actionsOf(macro: Tree | null): Tree[] {
  const actions = at(macro, 'actions');
  return actions?.kind === 'list' ? actions.elements.flatMap((element) => element.value ?? []) : [];
}

function says(macro: Tree | null): boolean {
  return actionsOf(macro).some((action) => spoken.test(wordAt(action, 'field') ?? '') && textOf(action) !== null);
}

/** The text of an action: its value, or what follows the channel in `["channel:all", "text"]`. */
function textOf(action: Tree): ReturnType<typeof asText> {
  const value = at(action, 'value');
  if (value?.kind !== 'list') return asText(value);
  const [first, second] = value.elements.map((element) => asText(element.value));
  return first && /^channel:/.test(first.value) ? second ?? null : first ?? null;
}
