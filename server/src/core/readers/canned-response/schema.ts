import { channels, kinds, markups, purposes } from '../../model.ts';

export const audiences = ['customer', 'internal', 'label'] as const;
export const roles = ['body', 'subject', 'chat', 'twin'] as const;

const audience = { enum: [...audiences], description: 'Who reads it: the customer, colleagues, or nobody but those who look for the reply.' };
const markup = { enum: [...markups], description: 'How the text is marked up.' };

/** The one source for what the front matter of a canned response may hold: the reader, the editors and the docs all ask here. */
export const frontMatterSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Front matter of a canned response',
  type: 'object',
  additionalProperties: false,
  properties: {
    title: { type: ['string', 'number'], description: 'What the reply is called in lists.' },
    id: { type: ['string', 'number'], description: 'Its id in the helpdesk.' },
    tags: { type: ['array', 'string'], items: { type: ['string', 'number'] }, description: 'Words to find it by: a list, or words parted by commas.' },
    subject: { type: 'string', description: 'The subject line that the customer reads.' },
    audience,
    kind: { enum: [...kinds], description: 'A full reply, a fragment to be built in, or an automatic answer.' },
    purpose: { enum: [...purposes], description: 'Why the reply is sent.' },
    channel: { enum: [...channels], description: 'Where the customer reads it.' },
    locale: { type: 'string', description: 'Its language, such as en or pt-BR.' },
    platform: { type: 'string', description: 'Whose placeholders it uses, such as zendesk or help-scout.' },
    'in-reply-to': { type: 'string', description: 'The message of the customer that it answers.' },
    markup,
    sections: {
      type: 'object',
      description: 'More texts of the same reply. Each stands below a line of its own, such as --- chat ---, in this order.',
      additionalProperties: {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: { role: { enum: [...roles], description: 'What the text is; the body when nothing is said.' }, audience, markup },
      },
    },
  },
} as const;

export const frontMatterKeys: readonly string[] = Object.keys(frontMatterSchema.properties);
