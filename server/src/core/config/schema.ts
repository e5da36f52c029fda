import { channels, kinds, levels, purposes } from '../model.ts';

const globList = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
const oneOrMore = (description: string) => ({ type: ['string', 'array'], items: { type: 'string' }, description });

/**
 * The one source for what `.replylint.yaml` may hold: the validator, the editors' completion and the messages about
 * mistakes all come from here. Keywords that need Ajv's runtime (minLength, uniqueItems) stay out, so that the compiled
 * validator stands alone.
 */
export const configSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'ReplyLint settings',
  type: 'object',
  additionalProperties: false,
  properties: {
    include: globList('The files to check when none is named. Paths count from the folder of this file; a name without "/" matches in any folder.'),
    exclude: globList('Files and folders to leave alone. A file that is named on the command line is checked all the same.'),
    levels: {
      type: 'object',
      additionalProperties: { enum: [...levels, 'off'] },
      description: 'The level of single rules, or "off": for example policy-shield: error.',
    },
    'min-level': { enum: [...levels], description: 'The least level that is shown; "info" when nothing is said.' },
    replies: {
      type: 'array',
      description: 'What replies are, where their own file does not say it. A later entry wins over an earlier one.',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          path: oneOrMore('Files, as in include.'),
          id: oneOrMore('Ids of single replies.'),
          kind: { enum: [...kinds], description: 'A full reply, a fragment to be built in, or an automatic answer.' },
          purpose: { enum: [...purposes], description: 'Why the reply is sent.' },
          channel: { enum: [...channels], description: 'Where the customer reads it.' },
          locale: { type: 'string', description: 'Its language, such as en or pt-BR.' },
        },
      },
    },
  },
} as const;
