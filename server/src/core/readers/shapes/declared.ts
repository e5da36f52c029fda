import { channels, kinds, purposes, type Declared } from '../../model.ts';
import { firstWord, type Tree } from './tree.ts';

const tag = /^[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?$/;

/** A language tag in its usual form (`pt_br` as `pt-BR`); null for any other word. */
export function localeTag(word: string): string | null {
  if (!tag.test(word)) return null;
  return word.split(/[-_]/).map((part, i) => (i === 0 ? part : part.length === 4 ? part[0]!.toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase())).join('-');
}

/** What a record says of itself under the usual keys; `within` is put before each (`fields.`). */
export function declaredIn(record: Tree, within = ''): Declared {
  const word = (...keys: string[]): string => firstWord(record, keys.map((key) => within + key)) ?? '';
  const channel = channels.find((name) => name === word('channel').toLowerCase());
  const kind = kinds.find((name) => name === word('kind').toLowerCase());
  const purpose = purposes.find((name) => name === word('purpose').toLowerCase());
  const locale = localeTag(word('locale', 'language', 'lang'));
  const inReplyTo = word('customer_message', 'in-reply-to', 'in_reply_to', 'inReplyTo');
  return { ...(inReplyTo !== '' && { inReplyTo }), ...(channel && { channel }), ...(kind && { kind }), ...(purpose && { purpose }), ...(locale && { locale }) };
}
