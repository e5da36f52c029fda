import { recordShape, type FieldRule, type RecordRule } from './records.ts';
import type { Shape } from './shape.ts';
import { at, firstWord, textAt } from './tree.ts';

const label = (key: string): FieldRule => ({ key, audience: 'label', markup: 'text' });
const note = (key: string): FieldRule => ({ key, audience: 'internal', markup: 'seen' });
const lists = (...names: string[]): string[] => [...names.map((name) => `${name}.*`), '*'];

/** One row for each helpdesk: what tells its records, and who reads which field. */
const rules: readonly RecordRule[] = [
  {
    format: 'github-replies', paths: ['replies.*'], has: ['name', 'body'], wellKnown: /(?:^|\/)\.github\/replies\.ya?ml$/,
    title: ['name'], declared: { channel: 'comment' },
    fields: [label('name'), { key: 'body', markup: 'markdown' }],
  },
  {
    format: 'chatwoot', paths: lists('payload', 'canned_responses'), has: ['short_code', 'content'],
    title: ['short_code'], fields: [label('short_code'), { key: 'content', markup: 'markdown' }],
  },
  {
    format: 'osticket-premade', paths: ['*'], has: ['title', 'response'], wellKnown: /(?:^|\/)templates\/premade\.ya?ml$/,
    when: (record) => at(record, 'isenabled') !== null || at(record, 'notes') !== null,
    title: ['title'], fields: [label('title'), { key: 'response', markup: 'html' }, note('notes')],
  },
  {
    format: 'helper-messages', paths: ['messages.{}.*'], has: ['message', 'name'],
    title: ['name'], tags: ['category', 'shortcut', 'project'],
    fields: [label('name'), label('shortcut'), { key: 'message', markup: 'jira' }], declared: { channel: 'comment' },
  },
  {
    format: 'freshdesk', paths: [...lists('canned_responses'), ''], has: ['title', 'content_html'],
    title: ['title'], fields: [label('title'), { key: 'content_html', markup: 'html' }, { key: 'content', markup: 'text', twinOf: 'content_html' }],
  },
  {
    format: 'help-scout', paths: [...lists('_embedded.replies', 'replies'), ''], has: ['name', 'text', 'chatText'],
    title: ['name'], fields: [label('name'), { key: 'text', markup: 'html' }, { key: 'chatText', role: 'chat', markup: 'text' }],
  },
  {
    format: 'intercom-macros', paths: [...lists('data'), ''], has: ['name', 'body'], when: (record) => firstWord(record, ['type']) === 'macro',
    title: ['name'], fields: [label('name'), { key: 'body', markup: 'html' }, { key: 'body_text', markup: 'text', twinOf: 'body' }],
  },
  {
    format: 'front-templates', paths: lists('_results'), has: ['name', 'body'], when: (record) => /^rsp_/.test(firstWord(record, ['id']) ?? ''),
    title: ['name'], fields: [label('name'), { key: 'subject', role: 'subject', markup: 'text' }, { key: 'body', markup: 'html' }],
  },
  {
    format: 'reamaze', paths: ['response_templates.*'], has: ['name', 'body'],
    title: ['name'], fields: [label('name'), { key: 'body', markup: 'seen' }],
  },
  {
    format: 'twilio-flex', paths: ['categories.*.responses.*'], has: ['label', 'text'],
    title: ['label'], fields: [label('label'), { key: 'text', markup: 'text' }], declared: { channel: 'chat' },
  },
  {
    format: 'rocket-chat', paths: [...lists('cannedResponses'), ''], has: ['shortcut', 'text', 'scope'], id: ['_id', 'id'],
    title: ['shortcut'], fields: [label('shortcut'), { key: 'text', markup: 'markdown' }], declared: { channel: 'chat' },
  },
  {
    format: 'zendesk-chat', paths: [...lists('shortcuts'), ''], has: ['name', 'message', 'scope'],
    title: ['name'], fields: [label('name'), { key: 'message', markup: 'text' }], declared: { channel: 'chat' },
  },
  {
    format: 'alfred', paths: ['alfredsnippet'], has: ['snippet', 'name'], id: ['uid'],
    title: ['name'], fields: [{ key: 'snippet', markup: 'text' }, label('name'), label('keyword')],
  },
  {
    format: 'django-fixture', paths: ['*'], has: ['model', 'fields'], id: ['pk'], title: ['fields.template_name', 'fields.name', 'fields.title', 'fields.subject'],
    when: (record) => at(record, 'fields.subject') !== null && ['html', 'plain_text', 'body', 'message'].some((key) => textAt(record, `fields.${key}`) !== null),
    fields: [
      { key: 'fields.subject', role: 'subject', markup: 'text' }, { key: 'fields.heading', markup: 'text' },
      { key: 'fields.html', markup: 'html' }, { key: 'fields.body', markup: 'seen' }, { key: 'fields.message', markup: 'seen' },
      { key: 'fields.plain_text', markup: 'text', twinOf: 'fields.html' },
    ],
    declared: { channel: 'email' }, declares: 'fields.',
  },
];

export const helpdeskShapes: readonly Shape[] = rules.map(recordShape);
