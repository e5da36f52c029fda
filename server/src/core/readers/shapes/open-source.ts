import { label, lists, listsOrOne, note, one } from './field-rules.ts';
import { recordShape } from './records.ts';
import { oneOf, type Shape } from './shape.ts';
import { at, textAt, wordAt } from './tree.ts';

const zammadText = {
  format: 'zammad-text-modules', has: ['name', 'content'], title: ['name'],
  fields: [label('name'), label('keywords'), { key: 'content', markup: 'html-or-text' }, note('note')],
} as const;

/** The helpdesks whose source is open. */
export const openSourceShapes: readonly Shape[] = [
  recordShape({
    format: 'chatwoot', paths: listsOrOne('payload', 'canned_responses', 'data'), has: ['short_code', 'content'],
    title: ['short_code'], fields: [label('short_code'), { key: 'content', markup: 'markdown' }],
  }),
  oneOf(
    recordShape({
      ...zammadText, paths: listsOrOne('text_modules'),
      when: (record) => at(record, 'foreign_id') !== null || (at(record, 'active') !== null && (at(record, 'keywords') ?? at(record, 'note')) !== null),
    }),
    recordShape({ ...zammadText, paths: ['assets.TextModule.{}'] }),
  ),
  // A macro of Zammad writes notes and sets fields; it never speaks to the customer.
  recordShape({
    format: 'zammad-macros', paths: [...listsOrOne('macros'), 'assets.Macro.{}'], has: ['name', 'perform'],
    when: (record) => at(record, 'perform')?.kind === 'map',
    title: ['name'], fields: [label('name'), { each: 'perform.{}', key: 'subject', audience: 'internal', markup: 'text' }, { each: 'perform.{}', key: 'body', audience: 'internal', markup: 'html-or-text' }, note('note')],
  }),
  recordShape({
    format: 'osticket-premade', paths: ['*'], has: ['title', 'response'], wellKnown: /(?:^|\/)templates\/premade\.ya?ml$/,
    when: (record) => at(record, 'isenabled') !== null || at(record, 'notes') !== null,
    title: ['title'], fields: [label('title'), { key: 'response', markup: 'html' }, note('notes')],
  }),
  // The file's name tells who gets the mail: an alert goes to the staff.
  recordShape({
    format: 'osticket-email', paths: one, only: /(?:^|\/)templates\/email\/[^/]+\.ya?ml$/, has: ['body'],
    when: (record) => at(record, 'notes') !== null || /%\{/.test(`${wordAt(record, 'subject') ?? ''}${wordAt(record, 'body') ?? ''}`),
    note: (path) => (/\.alert\.ya?ml$/.test(path) ? 'staff' : 'customer'),
    title: ['name', 'subject'], declared: { channel: 'email' },
    fields: [
      note('notes'),
      { key: 'subject', role: 'subject', markup: 'text', audience: (_, around) => (around.note === 'staff' ? 'internal' : 'customer') },
      { key: 'body', markup: 'html', audience: (_, around) => (around.note === 'staff' ? 'internal' : 'customer') },
    ],
  }),
  recordShape({
    format: 'osticket-page', paths: one, only: /(?:^|\/)templates\/page\/[^/]+\.ya?ml$/, has: ['body'],
    title: ['name', 'type'], fields: [label('name'), note('notes'), { key: 'body', markup: 'html' }],
  }),
  recordShape({
    format: 'discourse', paths: lists('replies', 'canned_replies', 'templates', 'discourse_templates'), has: ['title', 'content'],
    when: (record) => at(record, 'usages') !== null && textAt(record, 'content') !== null,
    title: ['title'], fields: [label('title'), { key: 'content', markup: 'markdown' }], declared: { channel: 'comment' },
  }),
];
