import type { Channel, Declared, Fix, Kind, Level, Purpose, Range, Segment } from '../model.ts';
import { buildFixes, type FixGround, spellOut } from '../fixes/build.ts';
import { markedText } from '../fixes/rewrite.ts';
import { resolveOverlaps } from '../findings/resolve.ts';
import { BREAK, type ProseText } from '../markup/inline.ts';
import { inlineLayer } from '../markup/index.ts';
import { detectLocale } from '../prose/locale.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import { Flag, Words } from '../prose/words.ts';
import type { Field, Reply } from '../readers/reader.ts';
import { type Detected, findCapitals, findLeftovers, findPunctuation, type Leftover } from '../rules/detectors.ts';
import type { Hit, ReplyTraits, RuleFinder, Sightings } from '../rules/finder.ts';
import { everyLocale } from '../rules/house.ts';
import { findInitials } from '../rules/initials.ts';
import { findMaskedSwearing } from '../rules/masked-swearing.ts';
import { findLongParagraphs } from '../rules/paragraphs.ts';
import type { Detector } from '../rules/rule.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { channelOf, kindOf } from './traits.ts';

/** A finding of one reply; offsets count from the start of its item. */
export interface LocalFinding extends Range {
  readonly rule: CompiledRule;
  readonly level: Level;
  readonly text: string;
  readonly also: readonly string[];
  /** Built anew at each call; the caller keeps them. */
  fixes(): Fix[];
}

/** A gap left in a reply: whether it is a fault depends on the rest of its library. */
export interface LocalLeftover extends LocalFinding {
  readonly style: Leftover['style'];
}

/** One reply, read and judged on its own. */
export interface CheckedReply {
  readonly id: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly locale: string;
  readonly segments: readonly Segment[];
  readonly findings: readonly LocalFinding[];
  readonly leftovers: readonly LocalLeftover[];
}

/** What checking needs besides the reply itself. */
export interface CheckSettings {
  readonly path: string;
  readonly vocabulary: Vocabulary;
  /** One per locale that has rules. */
  readonly finders: readonly RuleFinder[];
  /** What the config says of a reply with this id. */
  declare(id: string | null, title: string): Declared;
  /** The level a rule has by config; null switches it off. */
  level(rule: CompiledRule, level: Level): Level | null;
}

type FieldText = FixGround;

/** Reads a reply's customer texts and judges them. */
export function checkReply(reply: Reply, settings: CheckSettings): CheckedReply {
  const declared: Declared = { ...reply.declared, ...settings.declare(reply.id, reply.title) };
  const texts = reply.fields.filter((field) => field.audience === 'customer' && field.role !== 'twin').map((field) => readField(field, settings.vocabulary));
  const main = [...texts].sort((a, b) => b.words.count - a.words.count)[0];
  const locale = declared.locale ?? (main ? detectLocale(main.words) : 'en');
  const language = locale.split('-')[0]!.toLowerCase();
  const finders = settings.finders.filter(({ tables }) => tables.locale === language || tables.locale === everyLocale);
  const channel = channelOf(declared, settings.path);
  // Gaps are looked for in every language, with the rule that the first locale brings.
  const leftoverRule = settings.finders[0]?.tables.rules.find((rule) => rule.detector === 'leftover');

  const seen = new Map(texts.map((text) => [text, new Map(finders.map((finder) => [finder, finder.look(text.words)] as const))] as const));
  const shipped = finders.find(({ tables }) => tables.locale === language);
  const cue = (id: string): readonly number[] => (main && shipped ? shipped.cue(seen.get(main)!.get(shipped)!, id) : []);
  // What the law words is not ours to reword.
  const purpose = declared.purpose ?? (cue('prescribed').length > 0 ? 'legal' : 'ordinary');
  const kind = main ? kindOf(declared, main.words, { greeting: cue('greeting'), signOff: cue('sign-off'), automatic: cue('automatic') }) : (declared.kind ?? 'fragment');

  const findings: LocalFinding[] = [];
  const leftovers: LocalLeftover[] = [];
  for (const text of texts) {
    findings.push(...toneFindings(text, seen.get(text)!, { kind, purpose, channel, locale }, settings));
    if (leftoverRule) leftovers.push(...leftoverFindings(text, leftoverRule, kind));
  }
  const segments = reply.fields.map(({ role, audience, markup, start, end }) => ({ role, audience, markup, start, end }));
  return { id: reply.id, title: reply.title, tags: reply.tags, kind, purpose, channel, locale, segments, findings, leftovers };
}

/** The prose and words of one field. */
function readField(field: Field, vocabulary: Vocabulary): FieldText {
  const layer = inlineLayer(field.markup);
  const prose = layer.toProse(field.value.text);
  return { field, prose, layer, words: new Words().read(prose.text, vocabulary) };
}

interface Candidate extends Range {
  readonly ruleId: string;
  readonly level: Level;
  readonly weight: number;
  readonly rule: CompiledRule;
  readonly fixes: () => Fix[];
}

function toneFindings(text: FieldText, seen: ReadonlyMap<RuleFinder, Sightings>, traits: ReplyTraits, settings: CheckSettings): LocalFinding[] {
  const candidates: Candidate[] = [];
  for (const [finder, sightings] of seen) {
    for (const hit of finder.judge(sightings, traits)) {
      const level = settings.level(hit.rule, hit.level);
      if (!level) continue;
      const { start, end } = surface(text, hit.first, hit.last);
      candidates.push({ ruleId: hit.rule.id, rule: hit.rule, level, weight: hit.weight, start, end, fixes: () => hitFixes(text, hit) });
    }
    for (const rule of finder.tables.rules) {
      const level = rule.detector && settings.level(rule, rule.level);
      if (!level || traits.purpose === 'legal' || (rule.replies?.channel && !rule.replies.channel.includes(traits.channel))) continue;
      const safe = rule.rewrites[0]?.safe ?? rule.detector === 'punctuation';
      for (const found of detect(rule.detector!, text)) {
        candidates.push({
          ruleId: rule.id, rule, level, weight: 1, start: found.start, end: found.end,
          fixes: () => buildFixes(text, found, found.rewrites.map((rewrite) => ({ text: rewrite, safe })), () => null, spellOut(text.prose, found)),
        });
      }
    }
  }
  return resolveOverlaps(candidates, (range) => trimmed(text.prose.text, range)).map(({ finding, also }) => ({
    ...inItem(text, finding), rule: finding.rule, level: finding.level, text: spellOut(text.prose, finding), also, fixes: finding.fixes,
  }));
}

/** A range without the spaces, punctuation and paragraph marks at its ends. */
function trimmed(text: string, { start, end }: Range): Range {
  const edge = /[\s\p{P}\u2029]/u;
  while (start < end && edge.test(text[start]!)) start++;
  while (end > start && edge.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Gaps are looked for apart: the whole library decides what they are. */
function detect(detector: Detector, text: FieldText): readonly Detected[] {
  switch (detector) {
    case 'capitals': return findCapitals(text.prose, text.words);
    case 'punctuation': return findPunctuation(text.prose);
    case 'initials': return findInitials(text.prose, text.words);
    case 'long-paragraph': return findLongParagraphs(text.prose, text.words);
    case 'masked-strong': return findMaskedSwearing(text.prose, text.words, 'strong');
    case 'masked-mild': return findMaskedSwearing(text.prose, text.words, 'mild');
    case 'leftover': return [];
  }
}

function leftoverFindings(text: FieldText, rule: CompiledRule, kind: Kind): LocalLeftover[] {
  return findLeftovers(text.prose).map((found) => ({
    ...inItem(text, found), rule, level: kind === 'auto-reply' ? 'error' : 'warning', text: found.written, also: [], style: found.style, fixes: () => [],
  }));
}

/** The prose range of the words `[first, last)`, never half a written word. */
function surface(text: FieldText, first: number, last: number): Range {
  const { words } = text;
  while (first > 0 && words.flags[first]! & Flag.joined) first--;
  return { start: words.start[first]!, end: words.end[last - 1]! };
}

function hitFixes(text: FieldText, hit: Hit): Fix[] {
  const { words, prose } = text;
  const sentence = words.sentences[words.sentence(hit.first)]!;
  const around: Readonly<Record<string, readonly [number, number]>> = { sentence: [sentence.first, sentence.last], before: [sentence.first, hit.first], after: [hit.last, sentence.last] };
  const capture = (name: string): string | null => {
    const place = hit.captures.get(name) ?? around[name];
    if (!place) return null;
    if (place[1] > place[0]) return markedText(prose, { start: words.start[place[0]]!, end: words.end[place[1] - 1]! });
    return Object.hasOwn(around, name) ? '' : null;
  };
  let place: Range | null;
  if (hit.replace === 'match') place = surface(text, hit.first, hit.last);
  else if (hit.replace === 'sentence') {
    place = { start: words.start[sentence.first]!, end: words.end[sentence.last - 1]! };
  } else {
    const at = hit.captures.get(hit.replace);
    place = at ? surface(text, at[0], at[1]) : null;
  }
  // Half of a contraction cannot be replaced on its own.
  if (!place || (hit.replace === 'match' && ((hit.last < words.count && words.flags[hit.last]! & Flag.joined) || words.flags[hit.first]! & Flag.joined))) return [];
  const fault = hit.named.map((word) => prose.text.slice(words.start[word], words.end[word])).join(' ');
  return buildFixes(text, place, hit.rewrites, capture, fault);
}

/** A prose range as a range in the item's text. */
function inItem(text: { field: Field; prose: ProseText }, range: Range): Range {
  const end = range.end > range.start && text.prose.text[range.end - 1] === BREAK ? range.end - 1 : range.end;
  const value = text.prose.map.range(range.start, end);
  return text.field.value.map.range(value.start, value.end);
}
