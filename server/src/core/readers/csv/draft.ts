import type { Audience, Channel, Declared, Markup, Role } from '../../model.ts';
import { channels, kinds, purposes } from '../../model.ts';
import { localeTag } from '../shapes/declared.ts';
import { markupSeenIn } from '../shapes/prose.ts';
import { askedName, titleNames } from './columns.ts';
import type { Table } from './table.ts';

/** One field of a record: the index of its cell, and what it is. */
export interface DraftCell {
  readonly cell: number;
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
}

export interface DraftRecord {
  readonly id: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly declared: Declared;
  readonly fields: readonly DraftCell[];
}

/** The reply that the cells of a record are; null where none of them says anything to anybody but its name. */
export function draftOf(table: Table, texts: readonly string[]): DraftRecord | null {
  const word = (...names: readonly string[]): string => {
    for (const name of names) {
      const found = texts[table.columns.findIndex((column) => column.name === name)]?.trim();
      if (found) return found;
    }
    return '';
  };
  const spoken = customerAudience(word);
  const fields = table.columns.flatMap(({ audience, role, markup, twinOf }, cell): DraftCell[] => {
    const text = texts[cell] ?? '';
    if (audience === null || text.trim() === '') return [];
    const isTwin = twinOf !== null && (texts[twinOf] ?? '').trim() !== '';
    return [{ cell, role: isTwin ? 'twin' : role, audience: audience === 'customer' ? spoken : audience, markup: markup === 'seen' ? markupSeenIn(text) : markup }];
  });
  const body = fields.find((field) => field.audience !== 'label' && field.role === 'body');
  if (body === undefined) return null;
  const id = word('id', 'uuid', 'external_id', 'uid') || null;
  const asked = askedName(table.columns);
  return {
    id, title: word(...titleNames) || id || texts[body.cell]!.trim().split(/\s+/).slice(0, 6).join(' '),
    tags: ['tags', 'keywords', 'category'].flatMap((name) => word(name).split(/[,;|]/)).map((tag) => tag.trim()).filter(Boolean),
    declared: { ...declaredBy(word), ...(asked !== null && word(asked) !== '' && { inReplyTo: word(asked) }) }, fields,
  };
}

type Word = (...names: readonly string[]) => string;

/** Where Salesforce says that a text is kept to oneself. */
const inHouse = /^(?:event|internal|task)$/i;

function customerAudience(word: Word): Audience {
  if (/^internal$/i.test(word('audience'))) return 'internal';
  const said = channelsIn(word);
  return said.length > 0 && said.every((name) => inHouse.test(name)) ? 'internal' : 'customer';
}

function channelsIn(word: Word): string[] {
  return word('channel', 'channels').split(/[;,|]/).map((name) => name.trim()).filter(Boolean);
}

const channelNames: Readonly<Record<string, Channel>> = { 'e-mail': 'email', 'live agent': 'chat', liveagent: 'chat', messaging: 'chat' };

function declaredBy(word: Word): Declared {
  const said = channelsIn(word).map((name) => channelNames[name.toLowerCase()] ?? channels.find((channel) => channel === name.toLowerCase()));
  // A reply for several channels is of none in particular.
  const channel = new Set(said).size === 1 ? said[0] : undefined;
  const kind = kinds.find((name) => name === word('kind').toLowerCase());
  const purpose = purposes.find((name) => name === word('purpose').toLowerCase());
  const locale = localeTag(word('locale', 'language', 'lang'));
  return { ...(channel && { channel }), ...(kind && { kind }), ...(purpose && { purpose }), ...(locale && { locale }) };
}
