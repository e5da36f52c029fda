import { categories, channels, kinds, levels, markups, purposes } from '../model.ts';

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
    properties: { text: { type: 'string' }, title: { type: 'string' }, safe: { type: 'boolean', description: 'The meaning cannot change: it may run in bulk.' }, voice: { const: 'own', description: 'I and we stay as they are written here, whoever speaks in the reply.' } },
  },
};

const place = { enum: ['opening', 'first-half', 'closing', 'anywhere'], description: 'Where in the reply: the first two sentences, the first half, the last third, or anywhere.' };
const showings = (description: string) => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    additionalProperties: false,
    properties: {
      cue: { type: 'string', description: 'A cue, such as option, apology or reason.' },
      match: { type: 'string', description: 'A pattern.' },
      variable: texts('Words in the name of a placeholder or gap.'),
      place,
      beside: { type: 'string', description: 'A cue that the same sentence must show.' },
      without: { type: 'string', description: 'A cue that the same sentence must not show.' },
      question: { type: 'boolean', description: 'Only in questions (true), or only elsewhere (false).' },
    },
  },
});
const step = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: {
    id: { type: 'string', description: 'A short name: letters, digits and hyphens.' },
    title: { type: 'string', description: 'The name that is shown.' },
    what: { type: 'string', description: 'What a reader sees of the step, in one sentence.' },
    why: { type: 'string', description: 'The reason behind it.' },
    place,
    shown: showings('What shows the step; any of these is enough.'),
    half: showings('What shows it weakly; two of these make a whole.'),
    incoming: { enum: ['matter', 'questions', 'feeling'], description: 'What of the message of the customer the step is held against: what it is about, what it asks, or how it feels.' },
    counterfeit: texts('Rules whose findings are a counterfeit of the step.'),
    needed: {
      type: 'array',
      description: 'Where the step is needed: any of these. Everywhere when nothing is said.',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          kind: { type: 'array', items: { enum: [...kinds] } },
          purpose: { type: 'array', items: { enum: [...purposes] } },
          channel: { type: 'array', items: { enum: [...channels] } },
          shown: texts('Cues: at least one is shown in the reply.'),
          without: { type: 'string', description: 'A cue: where a sentence shows it too, what shown finds there does not count.' },
          notShown: texts('Cues: none is shown in the reply.'),
        },
      },
    },
    idle: { type: 'string', description: 'Why it is not needed elsewhere, in one sentence.' },
    could: { type: 'string', description: 'What could be added, after "You could".' },
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
          platform: { type: 'string', description: 'Whose placeholders it uses, such as zendesk or help-scout: see docs/placeholders.md.' },
        },
      },
    },
    formats: {
      type: 'array',
      description: 'Files in a shape of your own (JSON, YAML or CSV), and placeholders of your own: see docs/own-formats.md. A later entry wins over an earlier one.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['files'],
        properties: {
          files: oneOrMore('Files, as in include.'),
          records: { type: 'string', description: 'Where the replies are listed, such as data[*] or categories[*].replies[*]. Left out: the list that the file is. Tables need none.' },
          customer: oneOrMore('Keys or columns with the text that customers read.'),
          internal: oneOrMore('Keys or columns with notes for colleagues.'),
          label: oneOrMore('Keys or columns that name the reply.'),
          markup: { enum: [...markups], description: 'How the text is marked up; told from the text when nothing is said.' },
          placeholders: {
            type: 'array',
            description: 'What your placeholders begin and end with, such as "${" and "}".',
            items: { type: 'object', additionalProperties: false, required: ['open', 'close'], properties: { open: { type: 'string' }, close: { type: 'string' } } },
          },
          platform: { type: 'string', description: 'Whose placeholders they use, such as zendesk or help-scout: see docs/placeholders.md.' },
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
    framework: { type: 'string', description: 'The framework that checklists follow: leaps, five-step-appeal, five-stage, common-ground, emotional-intelligence, or one of your own.' },
    frameworks: {
      type: 'array',
      description: 'Frameworks of your own. With the id of one that ships you change that one: name the steps that differ.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'steps'],
        properties: {
          id: { type: 'string', description: 'A short name: letters, digits and hyphens.' },
          title: { type: 'string', description: 'The name that is shown.' },
          about: { type: 'string', description: 'One sentence about it.' },
          steps: { type: 'array', description: 'Its steps in their order.', items: step },
        },
      },
    },
  },
} as const;
