import { label, listsOrOne } from './field-rules.ts';
import { placesAt } from './paths.ts';
import { declaredIn } from './declared.ts';
import { recordShape } from './records.ts';
import { heldBy, type Around, type Draft, type DraftField, type Shape } from './shape.ts';
import { asText, at, firstWord, textAt, wordAt, type Tree } from './tree.ts';
import { htmlOrText, markupSeenIn } from './prose.ts';

type Text = ReturnType<typeof asText>;

const spoken = /^(?:comment_value|comment_value_html|subject|side_conversation(?:_[a-z]+)?)$/;

/** Exports write it as a truth value or as a word; scripts that rewrite them have their own ways. */
const no = /^(?:false|0|no)$/i;

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
    const actions = actionsOf(macro);
    const isPrivate = actions.some((action) => wordAt(action, 'field') === 'comment_mode_is_public' && no.test(firstWord(action, ['value', 'value.*']) ?? ''));
    const audience = isPrivate ? 'internal' : 'customer';
    const html = actions.filter((action) => wordAt(action, 'field') === 'comment_value_html').map((action) => textsOf(action)[0]).find((text) => text) ?? null;
    const fields: DraftField[] = [];
    const add = (scalar: Text | undefined, rest: Omit<DraftField, 'scalar'>): void => {
      if (scalar) fields.push({ scalar, ...rest });
    };
    add(textAt(macro, 'title'), { role: 'body', audience: 'label', markup: 'text' });
    add(textAt(macro, 'description'), { role: 'body', audience: 'internal', markup: 'text' });
    for (const action of actions) {
      const field = wordAt(action, 'field') ?? '';
      const [first, second] = textsOf(action);
      if (field === 'subject') add(first, { role: 'subject', audience: 'customer', markup: 'text' });
      else if (field === 'comment_value_html') add(first, { role: 'body', audience, markup: 'html' });
      else if (field === 'comment_value' && first) {
        const channel = channelOf(action);
        // A text for one channel is a text of its own, whatever the e-mail says.
        const twin = html !== null && (channel === null || channel === 'all');
        add(first, { role: twin ? 'twin' : channel === 'chat' ? 'chat' : 'body', audience, markup: markupSeenIn(first.value), ...(twin && { twinOf: html }) });
      } else if (spoken.test(field) && first) {
        // A side conversation is a mail to somebody else; in Slack, Teams or a child ticket it stays in the house.
        const who = field === 'side_conversation' ? 'customer' : 'internal';
        if (second) add(first, { role: 'subject', audience: who, markup: 'text' });
        const body = second ?? first;
        add(body, { role: 'body', audience: who, markup: htmlOrText(body.value) });
      }
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
  return actionsOf(macro).some((action) => spoken.test(wordAt(action, 'field') ?? '') && textsOf(action).length > 0);
}

/** The texts of an action: its value, or what follows the channel in `["channel:all", "text"]`. */
function textsOf(action: Tree): NonNullable<Text>[] {
  const value = at(action, 'value');
  const texts = value?.kind === 'list' ? value.elements.map((element) => asText(element.value)) : [asText(value)];
  return texts.filter((text) => text !== null).filter((text) => !isChannel(text.value));
}

const isChannel = (text: string): boolean => /^channel:[a-z_]+$/.test(text);

function channelOf(action: Tree): string | null {
  const first = firstWord(action, ['value.*']) ?? '';
  return isChannel(first) ? first.slice('channel:'.length) : null;
}

/** Zendesk Chat shortcuts; the options are buttons that the customer taps. */
export const zendeskChat = recordShape({
  format: 'zendesk-chat', paths: listsOrOne('shortcuts'), has: ['name', 'message'],
  when: (record) => textAt(record, 'message') !== null && (at(record, 'scope') !== null || at(record, 'options')?.kind === 'scalar'),
  title: ['name'], fields: [label('name'), { key: 'message', markup: 'text' }, { key: 'options', markup: 'text' }], declared: { channel: 'chat' },
});

/** Templates of Zendesk Conversations (Sunshine, Smooch). */
export const zendeskConversations = recordShape({
  format: 'zendesk-conversations', paths: [...listsOrOne('templates'), 'template'], has: ['name', 'message.text'],
  when: (record) => (at(record, 'message.type') ?? at(record, 'message.role')) !== null,
  title: ['name'], fields: [label('name'), { key: 'message.text', markup: 'text' }, { each: 'message.actions.*', key: 'text', markup: 'text' }], declared: { channel: 'chat' },
});
