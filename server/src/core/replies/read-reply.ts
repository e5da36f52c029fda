import type { Declared } from '../model.ts';
import type { FixGround } from '../fixes/build.ts';
import { withPlaceholders } from '../markup/declared-placeholders.ts';
import { inlineLayer } from '../markup/index.ts';
import { forPlatform } from '../platforms/layer.ts';
import { platformOf } from '../platforms/shipped.ts';
import { detectLocale } from '../prose/locale.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import { Words } from '../prose/words.ts';
import type { Field, Reply } from '../readers/reader.ts';
import type { ReplyTraits, RuleFinder, Sightings } from '../rules/finder.ts';
import { everyLocale } from '../rules/house.ts';
import type { CheckSettings } from './check.ts';
import { channelOf, kindOf } from './traits.ts';

/** One customer text of a reply: its field, its prose and its words. */
export type FieldText = FixGround;

/** A reply's customer texts with all that was seen in them, and what the reply is. */
export interface ReadReply extends ReplyTraits {
  /** The customer's message that it answers. */
  readonly inReplyTo?: string;
  /** Id of the platform whose placeholders it uses, where anybody says so. */
  readonly platform: string | null;
  readonly texts: readonly FieldText[];
  /** The longest of them; the text for a chat only where there is no other. */
  readonly main: FieldText | null;
  /** Finders for the reply's language. */
  readonly finders: readonly RuleFinder[];
  readonly seen: ReadonlyMap<FieldText, ReadonlyMap<RuleFinder, Sightings>>;
}

/** Reads a reply's customer texts, and tells what kind of reply it is. */
export function readReply(reply: Reply, settings: CheckSettings): ReadReply {
  const declared: Declared = { ...reply.declared, ...settings.declare(reply.id, reply.title) };
  const platform = declared.platform ?? null;
  const texts = reply.fields.filter((field) => field.audience === 'customer' && field.role !== 'twin').map((field) => readField(field, settings.vocabulary, platform));
  const longest = (some: readonly FieldText[]): FieldText | undefined => [...some].sort((a, b) => b.words.count - a.words.count)[0];
  // Where a reply has a text for letters and one for chats, the letter says what kind of reply it is.
  const main = longest(texts.filter(({ field, words }) => field.role !== 'chat' && words.count > 0)) ?? longest(texts) ?? null;
  const locale = declared.locale ?? (main ? detectLocale(main.words) : 'en');
  const language = locale.split('-')[0]!.toLowerCase();
  const finders = settings.finders.filter(({ tables }) => tables.locale === language || tables.locale === everyLocale);
  const seen = new Map(texts.map((text) => [text, new Map(finders.map((finder) => [finder, finder.look(text.words)] as const))] as const));
  const shipped = finders.find(({ tables }) => tables.locale === language);
  const cue = (id: string): readonly number[] => (main && shipped ? shipped.cue(seen.get(main)!.get(shipped)!, id) : []);
  // What the law words is not ours to reword.
  const purpose = declared.purpose ?? (cue('prescribed').length > 0 ? 'legal' : 'ordinary');
  const kind = main ? kindOf(declared, main.words, { greeting: cue('greeting'), signOff: cue('sign-off'), automatic: cue('automatic') }) : (declared.kind ?? 'fragment');
  return { ...(declared.inReplyTo !== undefined && { inReplyTo: declared.inReplyTo }), texts, main, finders, seen, kind, purpose, channel: channelOf(declared, settings.path), locale, platform };
}

/** The prose and words of one field, its placeholders as they are written on its platform. */
export function readField(field: Field, vocabulary: Vocabulary, platform: string | null): FieldText {
  const layer = withPlaceholders(forPlatform(inlineLayer(field.markup), platformOf(platform)), field.placeholders);
  const prose = layer.toProse(field.value.text);
  return { field, prose, layer, words: new Words().read(prose.text, vocabulary) };
}
