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

/** What one finder saw in a text. */
export interface Seen {
  readonly finder: RuleFinder;
  readonly sightings: Sightings;
}

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
  readonly seen: ReadonlyMap<FieldText, readonly Seen[]>;
}

/** Reads a reply's customer texts, and tells what kind of reply it is. */
export function readReply(reply: Reply, settings: CheckSettings): ReadReply {
  const declared: Declared = { ...reply.declared, ...settings.declare(reply.id, reply.title) };
  const platform = declared.platform ?? null;
  const texts: FieldText[] = [];
  for (const field of reply.fields) if (field.audience === 'customer' && field.role !== 'twin') texts.push(readField(field, settings.vocabulary, platform));
  // Where a reply has a text for letters and one for chats, the letter says what kind of reply it is.
  const main = longest(texts, (text) => text.field.role !== 'chat' && text.words.count > 0) ?? longest(texts, () => true);
  const locale = declared.locale ?? (main ? detectLocale(main.words) : 'en');
  const language = locale.split('-')[0]!.toLowerCase();
  const finders = settings.finders.filter(({ tables }) => tables.locale === language || tables.locale === everyLocale);
  const seen = new Map(texts.map((text) => [text, lookAt(text, finders)]));
  const inMain = main && seen.get(main)!.find(({ finder }) => finder.tables.locale === language);
  const cue = (id: string): readonly number[] => (inMain ? inMain.finder.cue(inMain.sightings, id) : []);
  // What the law words is not ours to reword.
  const purpose = declared.purpose ?? (cue('prescribed').length > 0 ? 'legal' : 'ordinary');
  const kind = main ? kindOf(declared, main.words, { greeting: cue('greeting'), signOff: cue('sign-off'), automatic: cue('automatic') }) : (declared.kind ?? 'fragment');
  return { ...(declared.inReplyTo !== undefined && { inReplyTo: declared.inReplyTo }), texts, main, finders, seen, kind, purpose, channel: channelOf(declared, settings.path), locale, platform };
}

/** What these finders see in a text. */
export function lookAt(text: FieldText, finders: readonly RuleFinder[]): Seen[] {
  return finders.map((finder) => ({ finder, sightings: finder.look(text.words) }));
}

/** The text with the most words, the first of several; null where there is none of this kind. */
function longest(texts: readonly FieldText[], isMeant: (text: FieldText) => boolean): FieldText | null {
  let longest: FieldText | null = null;
  for (const text of texts) if (isMeant(text) && (longest === null || text.words.count > longest.words.count)) longest = text;
  return longest;
}

/** The prose and words of one field, its placeholders as they are written on its platform. */
export function readField(field: Field, vocabulary: Vocabulary, platform: string | null): FieldText {
  const layer = withPlaceholders(forPlatform(inlineLayer(field.markup), platformOf(platform)), field.placeholders);
  const prose = layer.toProse(field.value.text);
  return { field, prose, layer, words: new Words().read(prose.text, vocabulary) };
}
