import { categories, channels, kinds, levels, purposes } from '../model.ts';

const globList = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
const oneOrMore = (description: string) => ({ type: ['string', 'array'], items: { type: 'string' }, description });

const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
const conditions = (description: string) => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    additionalProperties: false,
    properties: {
      same: { type: 'string', description: 'A pattern anywhere in the same sentence.' },
      before: { type: ['string', 'boolean'], description: 'A pattern directly before the match; with cue: true for any earlier sentence.' },
      after: { type: 'string', description: 'A pattern directly after the match.' },
      previous: { type: ['string', 'integer'], description: 'A pattern in the sentence before; with cue: how many sentences before count.' },
      next: { type: 'string', description: 'A pattern in the sentence after.' },
      cue: { type: 'string', description: 'A cue, such as option, apology or reason.' },
      within: { type: 'integer', description: 'With cue: how many sentences after this one count too.' },
      anywhere: { type: 'boolean', description: 'With cue: any sentence of the reply counts.' },
      at: { enum: ['opening', 'closing'], description: 'In the first sentence after the salutation, or in the last third.' },
      question: { type: 'boolean', description: 'Whether the sentence ends with a question mark.' },
      locale: texts('Locales of replies, such as en-IN or en.'),
    },
  },
});
const rewrites = {
  type: 'array',
  description: 'What to write instead, best first.',
  items: {
    type: ['string', 'object'],
    additionalProperties: false,
    required: ['text'],
    properties: { text: { type: 'string' }, title: { type: 'string' }, safe: { type: 'boolean', description: 'The meaning cannot change: it may run in bulk.' } },
  },
};

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
    rules: {
      type: 'array',
      description: 'Rules of your own, in the pattern language of docs/patterns.md.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'message', 'patterns'],
        properties: {
          id: { type: 'string', description: 'A short name for the fault: letters, digits and hyphens.' },
          category: { enum: [...categories], description: 'What kind of fault it is.' },
          level: { enum: [...levels], description: 'How much it matters; "info" when nothing is said.' },
          title: { type: 'string', description: 'A few words for lists.' },
          message: { type: 'string', description: 'One sentence for the writer.' },
          why: { type: 'string', description: 'The reason behind it.' },
          replies: {
            type: 'object',
            additionalProperties: false,
            description: 'Only in such replies.',
            properties: {
              kind: { type: 'array', items: { enum: [...kinds] } },
              purpose: { type: 'array', items: { enum: [...purposes] } },
              channel: { type: 'array', items: { enum: [...channels] } },
            },
          },
          patterns: {
            type: 'array',
            description: 'The words to look for.',
            items: {
              type: ['string', 'object'],
              additionalProperties: false,
              required: ['match'],
              properties: {
                match: { type: 'string', description: 'The pattern.' },
                unless: conditions('Silent when any of these holds.'),
                when: conditions('Silent unless all of these hold.'),
                level: { enum: [...levels] },
                replace: { type: 'string', description: 'What a rewrite replaces: match, sentence, or the name of a capture.' },
                rewrites,
              },
            },
          },
          rewrites,
        },
      },
    },
    lexicons: {
      type: 'object',
      additionalProperties: texts('Words and phrases.'),
      description: 'Words behind the @slots of patterns: added to a lexicon that ships, or a list of your own.',
    },
  },
} as const;
