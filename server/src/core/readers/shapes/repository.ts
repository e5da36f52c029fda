import { label, one } from './field-rules.ts';
import { recordShape } from './records.ts';
import type { Shape } from './shape.ts';
import { at } from './tree.ts';

const forms = /(?:^|\/)\.(?:github|gitea|forgejo)\/(?:ISSUE|DISCUSSION)_TEMPLATE\/[^/]+\.ya?ml$/i;

/** What a repository shows and sends to those who report something. */
export const repositoryShapes: readonly Shape[] = [
  recordShape({
    format: 'github-replies', paths: ['replies.*'], has: ['name', 'body'], wellKnown: /(?:^|\/)\.github\/replies\.ya?ml$/,
    title: ['name'], declared: { channel: 'comment' },
    fields: [label('name'), { key: 'body', markup: 'markdown' }],
  }),
  // Everything in a form is read by the person who fills it in; its title is a pattern such as `[Bug]: `.
  recordShape({
    format: 'github-issue-form', paths: one, only: forms, toolFiles: forms, has: [],
    when: (record) => at(record, 'body')?.kind === 'list' || at(record, 'contact_links')?.kind === 'list',
    title: ['name', 'contact_links.*.name'], declared: { channel: 'comment' }, prose: true,
    fields: [
      { key: 'name', markup: 'text' }, { key: 'description', markup: 'text' }, label('title'),
      { each: 'body.*', key: 'attributes.label', markup: 'text' }, { each: 'body.*', key: 'attributes.description', markup: 'markdown' },
      { each: 'body.*', key: 'attributes.placeholder', markup: 'text' }, { each: 'body.*', key: 'attributes.value', markup: 'markdown' },
      { each: 'body.*.attributes.options.*', key: 'label', markup: 'markdown' }, { each: 'body.*.attributes.options.*', key: '', markup: 'text' },
      { each: 'contact_links.*', key: 'name', markup: 'text' }, { each: 'contact_links.*', key: 'about', markup: 'text' },
    ],
  }),
];
