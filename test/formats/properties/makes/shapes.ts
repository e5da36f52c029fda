/** A record shape of a helpdesk: the data that holds some texts, and where each of them stands in it. */
export interface DataShape {
  /** Path of the file, without its ending. */
  readonly path: string;
  readonly data: (texts: readonly string[]) => unknown;
  readonly customer: (count: number) => string[];
  /** Endings that the shape is known by; all where it does not say. */
  readonly ending?: string;
}

const glad = 'We are glad to help you with this.';
const each = (count: number, path: (i: number) => string | string[]): string[] => Array.from({ length: count }, (_, i) => path(i)).flat();

export const shapes: readonly DataShape[] = [
  {
    path: 'replies', data: (texts) => ({ replies: [{ name: 'first', body: glad }, ...texts.map((body, i) => ({ id: i, name: `n${i}`, body, done: true }))] }),
    customer: (count) => each(count + 1, (i) => `/replies/${i}/body`),
  },
  {
    path: 'macros', data: (texts) => ({ macros: texts.map((value, i) => ({ id: i, title: `A::${i}`, actions: [{ field: 'status', value: 'solved' }, { field: 'comment_value', value }], active: true })), next_page: null, count: texts.length }),
    customer: (count) => each(count, (i) => `/macros/${i}/actions/1/value`),
  },
  {
    path: 'canned', data: (texts) => ({ canned_responses: texts.map((content, i) => ({ id: i, title: `t${i}`, folder_id: 4, content, visibility: 0, attachments: [] })) }),
    customer: (count) => each(count, (i) => `/canned_responses/${i}/content`),
  },
  {
    path: 'saved', data: (texts) => ({ _embedded: { replies: texts.map((text, i) => ({ id: i, name: `n${i}`, text, chatText: texts[texts.length - 1 - i] })) }, page: { number: 1 } }),
    customer: (count) => each(count, (i) => [`/_embedded/replies/${i}/text`, `/_embedded/replies/${i}/chatText`]),
  },
  {
    path: 'chat', data: (texts) => [glad, ...texts].map((content, id) => ({ id, account_id: 1, short_code: `s${id}`, content })),
    customer: (count) => each(count + 1, (i) => `/${i}/content`),
  },
  {
    path: 'front', data: (texts) => ({ _results: texts.map((body, i) => ({ id: `rsp_${i}`, name: `n${i}`, subject: texts[texts.length - 1 - i], body, attachments: [], is_available_for_all_inboxes: true })), _pagination: { next: null } }),
    customer: (count) => each(count, (i) => [`/_results/${i}/subject`, `/_results/${i}/body`]),
  },
  {
    path: '.github/replies', ending: 'yml', data: (texts) => ({ replies: texts.map((body, i) => ({ name: `n${i}`, body })) }),
    customer: (count) => each(count, (i) => `/replies/${i}/body`),
  },
];
