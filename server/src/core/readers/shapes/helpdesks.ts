import type { Declared } from '../../model.ts';
import { label, listsOrOne } from './field-rules.ts';
import { recordShape } from './records.ts';
import { oneOf, type Shape } from './shape.ts';
import { allAt, asText, at, firstWord, textAt, wordAt, type Tree } from './tree.ts';

const freshdesk = recordShape({
  format: 'freshdesk', paths: listsOrOne('canned_responses', 'responses'), has: ['title'],
  when: (record) => at(record, 'content_html') !== null || (at(record, 'content') !== null && at(record, 'folder_id') !== null && (at(record, 'visibility') ?? at(record, 'attachments')) !== null),
  title: ['title'], fields: [label('title'), { key: 'content_html', markup: 'html' }, { key: 'content', markup: 'text', twinOf: 'content_html' }],
});

const helpScoutFields = [label('name'), { key: 'text', markup: 'html' }, { key: 'chatText', role: 'chat', markup: 'text' }] as const;
const helpScout = oneOf(
  recordShape({ format: 'help-scout', paths: listsOrOne('_embedded.replies', 'replies'), has: ['name', 'text', 'chatText'], title: ['name'], fields: helpScoutFields }),
  recordShape({ format: 'help-scout', paths: ['_embedded.replies.*'], has: ['name', 'text'], title: ['name'], fields: helpScoutFields }),
);

const withoutBody = (macro: Tree): boolean => textAt(macro, 'body') === null && textAt(macro, 'body_text') === null;
const intercomMacros = recordShape({
  format: 'intercom-macros', paths: listsOrOne('data', 'macros'), has: ['name'],
  when: (record) => (wordAt(record, 'type') === 'macro' && (at(record, 'body') ?? at(record, 'body_text') ?? at(record, 'blocks')) !== null)
    || (at(record, 'body') !== null && at(record, 'body_text') !== null && at(record, 'visible_to') !== null)
    || (withoutBody(record) && allAt(record, 'blocks.*.type').length > 0 && (at(record, 'visible_to') ?? at(record, 'available_on')) !== null),
  title: ['name'],
  fields: [label('name'), { key: 'body', markup: 'html' }, { key: 'body_text', markup: 'text', twinOf: 'body' }, { each: 'blocks.*', key: 'text', markup: 'html' }, { each: 'blocks.*.items.*', key: 'content', markup: 'html' }],
});
/** A body and its blocks are one text in two notations; the blocks count where they are alone. */
const intercom: Shape = {
  ...intercomMacros,
  read(macro, around) {
    const draft = intercomMacros.read(macro, around);
    if (draft === null || withoutBody(macro)) return draft;
    const whole = new Set<Tree | null>(['name', 'body', 'body_text'].map((key) => at(macro, key)));
    return { ...draft, fields: draft.fields.filter((field) => whole.has(field.scalar)) };
  },
};

const front = recordShape({
  format: 'front-templates', paths: listsOrOne('_results'), has: ['name', 'body'], when: (record) => /^rsp_/.test(firstWord(record, ['id']) ?? ''),
  title: ['name'], fields: [label('name'), { key: 'subject', role: 'subject', markup: 'text' }, { key: 'body', markup: 'html' }],
});

const isNote = (action: Tree): boolean => /note/i.test(wordAt(action, 'name') ?? '');
const gorgias = recordShape({
  format: 'gorgias', paths: listsOrOne('data', 'macros'), has: ['name', 'actions'],
  when: (record) => ['body_html', 'body_text', 'subject'].some((key) => allAt(record, `actions.*.arguments.${key}`).length > 0),
  title: ['name'],
  fields: [
    label('name'),
    ...([false, true] as const).flatMap((internal) => {
      const rest = { each: 'actions.*', when: (action: Tree) => isNote(action) === internal, audience: internal ? 'internal' : 'customer' } as const;
      return [
        { ...rest, key: 'arguments.subject', role: 'subject', markup: 'text' } as const,
        { ...rest, key: 'arguments.body_html', markup: 'html' } as const,
        { ...rest, key: 'arguments.body_text', markup: 'text', twinOf: 'arguments.body_html' } as const,
      ];
    }),
  ],
});

const kustomer = oneOf(
  recordShape({
    format: 'kustomer', paths: listsOrOne('data'), has: ['attributes.draft.text'], title: ['attributes.name'],
    fields: [label('attributes.name'), { key: 'attributes.draft.text', markup: 'markdown' }], declares: 'attributes.',
  }),
  recordShape({ format: 'kustomer', paths: listsOrOne('shortcuts', 'data'), has: ['draft.text'], title: ['name'], fields: [label('name'), { key: 'draft.text', markup: 'markdown' }] }),
);

/** What a person at the company reads or says; all other channels bring the text to the customer. */
const inside = new Set(['internal', 'task', 'event']);
const written: Readonly<Record<string, Declared['channel']>> = { email: 'email', messaging: 'chat', 'live agent': 'chat', liveagent: 'chat', chat: 'chat', social: 'social', phone: 'phone' };

function quickTextChannels(record: Tree): string[] {
  const listed = allAt(record, 'Channel.*').flatMap((each) => asText(each)?.value ?? []);
  return [...listed, ...(wordAt(record, 'Channel') ?? '').split(/[;,]/)].map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
}

const quickText = recordShape({
  format: 'salesforce-quick-text', paths: listsOrOne('records', 'result.records'), has: ['Name', 'Message'],
  when: (record) => wordAt(record, 'attributes.type') === 'QuickText' || at(record, 'Channel') !== null,
  id: ['Id', 'attributes.referenceId'], title: ['Name'], tags: ['Category'],
  declared: (record) => {
    const outside = quickTextChannels(record).filter((word) => !inside.has(word));
    const channel = outside.length === 1 ? written[outside[0]!] : undefined;
    return channel ? { channel } : {};
  },
  fields: [
    label('Name'), label('Shortcode'),
    { key: 'Message', markup: 'text', audience: (record) => (quickTextChannels(record).length > 0 && quickTextChannels(record).every((word) => inside.has(word)) ? 'internal' : 'customer') },
  ],
});

const reamaze = recordShape({
  format: 'reamaze', paths: ['response_templates.*', 'response_template'], has: ['name', 'body'],
  title: ['name'], tags: ['response_template_group.name'], fields: [label('name'), { key: 'body', markup: 'html-or-text' }],
});

/** The helpdesks that other companies run, besides Zendesk. */
export const helpdeskShapes: readonly Shape[] = [
  freshdesk, helpScout, intercom, front, gorgias, kustomer, quickText, reamaze,
  recordShape({
    format: 'twilio-flex', paths: ['categories.*.responses.*'], has: ['label', 'text'],
    title: ['label'], fields: [label('label'), { key: 'text', markup: 'text' }], declared: { channel: 'chat' },
  }),
  recordShape({
    format: 'rocket-chat', paths: listsOrOne('cannedResponses', 'canned'), has: ['shortcut', 'text', 'scope'], id: ['_id', 'id'],
    title: ['shortcut'], fields: [label('shortcut'), { key: 'text', markup: 'markdown' }], declared: { channel: 'chat' },
  }),
  recordShape({
    format: 'django-fixture', paths: ['*'], has: ['model', 'fields'], id: ['pk'], title: ['fields.template_name', 'fields.name', 'fields.title', 'fields.subject'],
    when: (record) => at(record, 'fields.subject') !== null && ['html', 'plain_text', 'body', 'message'].some((key) => textAt(record, `fields.${key}`) !== null),
    fields: [
      { key: 'fields.subject', role: 'subject', markup: 'text' }, { key: 'fields.heading', markup: 'text' },
      { key: 'fields.html', markup: 'html' }, { key: 'fields.body', markup: 'seen' }, { key: 'fields.message', markup: 'seen' },
      { key: 'fields.plain_text', markup: 'text', twinOf: 'fields.html' },
    ],
    declared: { channel: 'email' }, declares: 'fields.',
  }),
  recordShape({
    format: 'helper-messages', paths: ['messages.{}.*'], has: ['message', 'name'],
    title: ['name'], tags: ['category', 'shortcut', 'project'],
    fields: [label('name'), label('shortcut'), { key: 'message', markup: 'jira' }], declared: { channel: 'comment' },
  }),
  recordShape({
    format: 'uvdesk', paths: ['uv_saved_replies.*', 'savedReplies.*', 'saved_replies.*'], has: ['name', 'subject', 'message'],
    title: ['name'], fields: [label('name'), { key: 'subject', role: 'subject', markup: 'text' }, { key: 'message', markup: 'html-or-text' }],
  }),
];
