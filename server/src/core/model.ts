/**
 * The vocabulary that every part of ReplyLint shares. All positions are UTF-16 code units into the text at hand,
 * `end` exclusive; a byte-order mark is not counted. Nothing in here knows a file system or a protocol.
 */

/** A stretch of text, UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const levels = ['error', 'warning', 'info', 'hint'] as const;
/** How much a finding matters, worst first. */
export type Level = (typeof levels)[number];

export type Audience = 'customer' | 'internal' | 'label';
export type Role = 'body' | 'subject' | 'chat' | 'twin';
export const markups = ['text', 'markdown', 'html', 'jira'] as const;
export type Markup = (typeof markups)[number];

export const kinds = ['full', 'fragment', 'auto-reply'] as const;
export type Kind = (typeof kinds)[number];
export const purposes = ['ordinary', 'boundary', 'legal', 'notice'] as const;
export type Purpose = (typeof purposes)[number];
export const channels = ['email', 'chat', 'review', 'social', 'phone', 'comment'] as const;
export type Channel = (typeof channels)[number];

export const categories = [
  'blame', 'command', 'dismissive', 'negative', 'policy-shield', 'non-apology', 'empathy', 'defensive', 'buck-passing',
  'vague-promise', 'jargon', 'robotic', 'shouting', 'threat', 'absolute', 'question', 'minimising', 'choice', 'ownership',
  'concreteness', 'closing', 'placeholder', 'readability', 'profanity', 'structure', 'hygiene',
] as const;
/** The closed list of the public contract. */
export type Category = (typeof categories)[number];

/** What a file, its front matter or the config says of a reply; what is absent is worked out from the text. */
export interface Declared {
  readonly kind?: Kind;
  readonly purpose?: Purpose;
  readonly channel?: Channel;
  /** A BCP 47 tag such as `en` or `pt-BR`. */
  readonly locale?: string;
  /** Id of the platform whose placeholders it uses. */
  readonly platform?: string;
  /** The customer's message that this reply answers. */
  readonly inReplyTo?: string;
}

/** What a placeholder begins and ends with, where only the config knows it. */
export interface PlaceholderPair {
  readonly open: string;
  readonly close: string;
}

/** One replacement in a file. */
export interface TextEdit extends Range {
  readonly newText: string;
}

/** One way to mend a finding. `edits` are ascending, do not overlap, and belong together. */
export interface Fix {
  readonly title: string;
  /** True where the meaning cannot change, so that it may run in bulk. */
  readonly safe: boolean;
  /** How many gaps the new text leaves for a person to fill. */
  readonly fillIns: number;
  /** True where a person has to choose it: it never runs in bulk. */
  readonly byHand?: true;
  readonly edits: readonly TextEdit[];
}

/** A rewrite that a person can still make by hand: what it would have been, and why it is not made here. */
export interface RefusedFix {
  readonly title: string;
  /** One sentence. */
  readonly reason: string;
}

/** Something in a reply that is worth rewriting. */
export interface Finding extends Range {
  readonly ruleId: string;
  readonly category: Category;
  readonly level: Level;
  readonly message: string;
  /** From 1; columns count UTF-16 code units from 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The matched text after unescaping. */
  readonly text: string;
  readonly responseId: string;
  /** Ids of the rules that found the same words and gave way to this one. */
  readonly also: readonly string[];
  /** Address of the rule's page. */
  readonly docs: string;
  /** Computed when first read; JSON.stringify writes it out. The first is the preferred one. */
  readonly fixes: readonly Fix[];
  /** Only where there is no fix: the best one that the file, or a placeholder or tag in it, does not allow. */
  readonly refused?: RefusedFix | undefined;
}

/** A field of a response: what it is, who reads it, how it is marked up, where it stands in the file. */
export interface Segment extends Range {
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
}

/** One canned reply as the file holds it. */
export interface Response extends Range {
  /** The file's own id, else a slug of the title, made unique with `#2`. */
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly locale: string;
  readonly segments: readonly Segment[];
  /** How far it goes by the chosen framework; null for fragments. Worked out when first read. */
  readonly checklist: ChecklistSummary | null;
}

export const stepStates = ['met', 'weak', 'missing', 'not-needed'] as const;
/** How a step of a framework stands in a reply. */
export type StepState = (typeof stepStates)[number];

/** A reply by one framework: `of` counts the steps that it needs, `met` those of them that it shows. */
export interface ChecklistSummary {
  readonly framework: string;
  readonly met: number;
  readonly of: number;
}

export interface ChecklistStep {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
  /** One sentence for the writer. */
  readonly why: string;
  /** What shows the step, or takes it back; ranges in the file. */
  readonly evidence: readonly Range[];
}

export interface Checklist extends ChecklistSummary {
  /** In the framework's order. */
  readonly steps: readonly ChecklistStep[];
  /** What the customer's message says, where the reply carries it. */
  readonly incoming?: Incoming;
  /** The one thing that would help most, after "could"; null where every needed step is met. */
  readonly could: string | null;
}

/** A customer's message held against the reply to it. */
export interface Incoming {
  /** What says in it how far the conflict has gone, each with its words. */
  readonly warnings: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  readonly questions: readonly { readonly text: string; readonly answered: boolean }[];
  /** Does the reply's opening name what the message is about? */
  readonly echoed: boolean;
}

/** One response with its checklist; null for fragments. */
export interface ResponseChecklist extends Range {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly checklist: Checklist | null;
}

/** Why a file could not be read as what it claims to be. Line and column from 1. */
export interface FileError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Everything known of one file: one entry of `files` in `--format json`. */
export interface FileResult {
  readonly path: string;
  /** Id of the format, null where the file is no response file. */
  readonly format: string | null;
  readonly encoding: string;
  readonly bom: boolean;
  /** Set where the file as a whole, or one of its responses, does not parse; findings of the others still stand. */
  readonly error: FileError | null;
  readonly responses: readonly Response[];
  readonly findings: readonly Finding[];
}
