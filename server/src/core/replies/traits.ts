import type { Channel, Declared, Kind } from '../model.ts';
import type { Words } from '../prose/words.ts';

/** From this many words on a reply is a full one. */
const fullReply = 60;

/** What shows the kind of a reply in its text: sentences that greet, sign off, or say that a machine wrote it. */
export interface KindCues {
  readonly greeting: readonly number[];
  readonly signOff: readonly number[];
  readonly automatic: readonly number[];
}

/** A reply is full with a greeting and a closing, or with 60 words, or when it says so itself. */
export function kindOf(declared: Declared, words: Words, cues: KindCues): Kind {
  if (declared.kind) return declared.kind;
  if (cues.automatic.length > 0) return 'auto-reply';
  const last = words.sentences.length - 1;
  const greets = cues.greeting.some((at) => at <= 1);
  const closes = cues.signOff.some((at) => at >= Math.max(1, last - 3));
  return (greets && closes) || words.count >= fullReply ? 'full' : 'fragment';
}

const channelPaths: readonly (readonly [RegExp, Channel])[] = [
  [/(?:^|\/)\.github\//i, 'comment'],
  [/(?:^|[/_. -])chats?(?:[/_. -]|$)/i, 'chat'],
  [/(?:^|[/_. -])reviews?(?:[/_. -]|$)/i, 'review'],
  [/(?:^|[/_. -])social(?:[/_. -]|$)/i, 'social'],
];

/** The channel that a path speaks of; e-mail where it speaks of none. */
export function channelOf(declared: Declared, path: string): Channel {
  return declared.channel ?? channelPaths.find(([pattern]) => pattern.test(path))?.[1] ?? 'email';
}
