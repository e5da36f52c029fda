import type { Audience, Markup, Role } from '../../model.ts';

/** What is known of one column of a table. */
export interface Column {
  /** In small letters, its words joined by `_`; unique no more than the header is. */
  readonly name: string;
  /** Null where the column holds no text that anybody reads. */
  readonly audience: Audience | null;
  readonly role: Role;
  readonly markup: Markup | 'seen';
  /** Index of the column that holds the same text as HTML: where that one has some, this one is its twin. */
  readonly twinOf: number | null;
}

const text = '(?:body|content|message|response|reply|text|answer)';
const customer = new RegExp(`^(?:(?:canned|email|macro|message|quick|reply|response|saved|snippet|template)_)?${text}(?:_(?:html|plain|text))?$|^html$|^(?:canned|quick|saved)_(?:html|reply|response)$`);
const internal = /^(?:notes?|internal(?:_(?:comments?|notes?))?|comments?|remarks?)$/;
/** Names of replies; with a column of text they make a table of replies. */
const titles = ['title', 'name', 'shortcut', 'short_code', 'shortcode', 'abbreviation', 'description', 'keywords', 'tags'];
/** They name things of any kind, so that they do not make a table one of replies. */
const looseTitles = ['label', 'keyword', 'category', 'folder', 'trigger', 'slug'];
/** Tables with one of these are lists of people, products, orders or reviews. */
const foreign = new Set(['e_mail', 'email', 'email_address', 'phone', 'first_name', 'last_name', 'address', 'username', 'user_id', 'price', 'sku', 'rating', 'stars', 'review', 'sentiment', 'date', 'timestamp', 'published_at', 'level', 'severity', 'status_code']);
/** What the customer wrote, in a table that also holds what is answered. */
const asked = /^(?:in_reply_to|message|question)$/;
const answers = /^(?:answer|reply|response)$/;

/** A column's name as the other tables here spell it. */
export function columnName(cell: string): string {
  return cell.trim().replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '');
}

/** What the columns of a header hold. */
export function columnsOf(header: readonly string[]): Column[] {
  const names = header.map(columnName);
  const isCustomer = (name: string): boolean => customer.test(name) && !(asked.test(name) && names.some((other) => answers.test(other)));
  const html = names.flatMap((name, i) => (isCustomer(name) && /(?:^|_)html$/.test(name) ? [i] : []));
  return names.map((name, i) => {
    const column = { name, role: 'body', markup: 'text', twinOf: null } as const;
    if (isCustomer(name)) {
      if (html.includes(i)) return { ...column, audience: 'customer', markup: 'html' };
      return { ...column, audience: 'customer', markup: 'seen', twinOf: html.find((other) => isHtmlOf(names[other]!, name)) ?? null };
    }
    if (name === 'subject') return { ...column, audience: 'customer', role: 'subject' };
    if (internal.test(name)) return { ...column, audience: 'internal', markup: 'seen' };
    return { ...column, audience: titles.includes(name) || looseTitles.includes(name) ? 'label' : null };
  });
}

function isHtmlOf(html: string, name: string): boolean {
  const base = html.replace(/_?html$/, '');
  return base === '' || base === name || base === name.replace(/_(?:plain|text)$/, '');
}

export function hasCustomerText(columns: readonly Column[]): boolean {
  return columns.some((column) => column.audience === 'customer' && column.role === 'body');
}

/** True where its records have names as replies have. */
export function hasTitle(columns: readonly Column[]): boolean {
  return columns.some((column) => titles.includes(column.name));
}

export function hasForeign(columns: readonly Column[]): boolean {
  return columns.some((column) => foreign.has(column.name));
}

/** The name of a reply: the first of these columns that holds a word. */
export const titleNames: readonly string[] = [...titles.filter((name) => name !== 'tags'), ...looseTitles];

export function askedName(columns: readonly Column[]): string | null {
  return columns.find((column) => column.audience === null && asked.test(column.name))?.name ?? null;
}
