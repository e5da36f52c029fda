import type { Channel, Declared, Fix, Kind, Level, Purpose, Range, RefusedFix, Segment } from '../model.ts';
import { buildFixes, spellOut } from '../fixes/build.ts';
import { fixesOfHit, refusedFixOfHit, surface } from '../fixes/of-hit.ts';
import { resolveOverlaps } from '../findings/resolve.ts';
import { BREAK, type ProseText } from '../markup/inline.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import type { Sentence } from '../prose/words.ts';
import type { Field, Reply } from '../readers/reader.ts';
import { type Detected, findCapitals, findLeftovers, findPunctuation, type Leftover } from '../rules/detectors.ts';
import type { Hit, ReplyTraits, RuleFinder } from '../rules/finder.ts';
import { findInitials } from '../rules/initials.ts';
import { findMaskedSwearing } from '../rules/masked-swearing.ts';
import { findLongParagraphs } from '../rules/paragraphs.ts';
import { findScissors } from '../rules/placeholders/scissors.ts';
import type { Detector } from '../rules/rule.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { hygieneFindings } from './hygiene.ts';
import { type CheckedPlaceholders, checkPlaceholders } from './placeholders.ts';
import { type FieldText, lookAt, readField, readReply, type Seen } from './read-reply.ts';
import { soundOf } from './sound.ts';
import { fixesInBoth } from './twins.ts';

/** A finding of one reply; offsets count from the start of its item. */
export interface LocalFinding extends Range {
  readonly rule: CompiledRule;
  readonly level: Level;
  readonly text: string;
  readonly also: readonly string[];
  /** Built anew at each call; the caller keeps them. */
  fixes(): Fix[];
  /** The best fix that the file does not take; asked for where there is no other. */
  refused?(): RefusedFix | null;
}

/** A gap left in a reply: whether it is a fault depends on the rest of its library. */
export interface LocalLeftover extends LocalFinding {
  readonly style: Leftover['style'];
}

/** One reply, read and judged on its own. */
export interface CheckedReply {
  readonly id: string | null;
  readonly title: string;
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly locale: string;
  readonly segments: readonly Segment[];
  readonly findings: readonly LocalFinding[];
  readonly leftovers: readonly LocalLeftover[];
  readonly placeholders: CheckedPlaceholders;
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

/** Reads a reply's customer texts and judges them. */
export function checkReply(reply: Reply, settings: CheckSettings): CheckedReply {
  const { texts, seen, finders, kind, purpose, channel, locale, platform } = readReply(reply, settings);
  // Gaps are looked for in every language, with the rule that the first locale brings.
  const leftoverRule = settings.finders[0]?.detectedBy('leftover')[0];
  const findings: LocalFinding[] = [];
  const leftovers: LocalLeftover[] = [];
  const traits = { kind, purpose, channel, locale };
  for (const text of texts) {
    const own = toneFindings(text, seen.get(text)!, traits, settings);
    const twins = own.length === 0 ? [] : reply.fields.filter((field) => field.twinOf === text.field);
    if (twins.length === 0) findings.push(...own);
    else findings.push(...mendedInTwins(own, () => twins.map((field) => readField(field, settings.vocabulary, platform)).flatMap((twin) => toneFindings(twin, lookAt(twin, finders), traits, settings))));
    if (leftoverRule) leftovers.push(...leftoverFindings(text, leftoverRule, kind));
  }
  findings.push(...hygieneFindings(reply, texts, platform, settings));
  const placeholders = checkPlaceholders(texts, reply.fields, platform, settings);
  const segments = reply.fields.map(({ role, audience, markup, start, end }) => ({ role, audience, markup, start, end }));
  return { id: reply.id, title: reply.title, kind, purpose, channel, locale, segments, findings, leftovers, placeholders };
}

/** The same findings, whose fixes mend the same fault in a twin as well; the twins are read once one is asked for. */
function mendedInTwins(own: readonly LocalFinding[], findInTwins: () => LocalFinding[]): LocalFinding[] {
  let found: LocalFinding[] | null = null;
  return own.map((finding) => ({ ...finding, fixes: () => fixesInBoth(finding, own, (found ??= findInTwins())) }));
}

interface Candidate extends Range {
  readonly ruleId: string;
  readonly level: Level;
  readonly weight: number;
  readonly rule: CompiledRule;
  /** What was found: by a pattern, or in characters. */
  readonly found: Hit | Detected;
}

function toneFindings(text: FieldText, seen: readonly Seen[], traits: ReplyTraits, settings: CheckSettings): LocalFinding[] {
  const candidates: Candidate[] = [];
  const { words } = text;
  for (const one of seen) {
    const { finder, sightings } = one;
    const sound = soundOf(one, traits, settings);
    const switchedOff: Hit[] = [];
    for (const hit of finder.judge(sightings, traits)) {
      const level = settings.level(hit.rule, sound ? sound.levelOf(hit.rule, hit.level, words.sentence(hit.first)) : hit.level);
      if (!level) {
        switchedOff.push(hit);
        continue;
      }
      const { start, end } = surface(text, hit.first, hit.last);
      candidates.push({ ruleId: hit.rule.id, rule: hit.rule, level, weight: hit.weight, start, end, found: hit });
    }
    if (traits.purpose === 'legal') continue;
    for (const rule of finder.detecting) {
      if (!settings.level(rule, rule.level) || (rule.replies?.channel && !rule.replies.channel.includes(traits.channel))) continue;
      for (const found of detect(rule.detector!, text)) {
        const sentence = words.sentences.findIndex(({ start, end }) => start < found.end && found.start < end);
        const level = settings.level(rule, sound ? sound.levelOf(rule, rule.level, sentence) : rule.level)!;
        candidates.push({ ruleId: rule.id, rule, level, weight: 1, start: found.start, end: found.end, found });
      }
    }
    if (!sound) continue;
    const isTaken = ({ first, last, start, end }: Sentence): boolean =>
      candidates.some((other) => other.start < end && start < other.end) || switchedOff.some((hit) => hit.first < last && first < hit.last);
    for (const { rule, level: usual, first, last } of sound.wrong(isTaken)) {
      const level = settings.level(rule, usual);
      const range = surface(text, first, last);
      if (level) candidates.push({ ruleId: rule.id, rule, level, weight: 1, ...range, found: { ...range, rewrites: [] } });
    }
  }
  return resolveOverlaps(candidates, (range) => trimmed(text.prose.text, range)).map(({ finding, also }) => asFinding(text, finding, also));
}

function asFinding(text: FieldText, candidate: Candidate, also: readonly string[]): LocalFinding {
  const { rule, level, found } = candidate;
  const { start, end } = inItem(text, candidate);
  const written = spellOut(text.prose, candidate);
  if ('rule' in found) return { start, end, rule, level, text: written, also, fixes: () => fixesOfHit(text, found), refused: () => refusedFixOfHit(text, found) };
  const safe = rule.rewrites[0]?.safe ?? rule.detector === 'punctuation';
  return {
    start, end, rule, level, text: written, also,
    fixes: () => buildFixes(text, found, found.rewrites.map((rewrite) => ({ text: rewrite, safe })), () => null, spellOut(text.prose, found)),
  };
}

/** A range without the spaces, punctuation and paragraph marks at its ends. */
function trimmed(text: string, { start, end }: Range): Range {
  const edge = /[\s\p{P}\u2029]/u;
  while (start < end && edge.test(text[start]!)) start++;
  while (end > start && edge.test(text[end - 1]!)) end--;
  return { start, end };
}

const nothing: readonly Detected[] = [];

/** Gaps and placeholders are looked at apart: the whole library decides what they are. What only sounds wrong is heard where nothing else was found. Missing values show only where a reply is written out. */
function detect(detector: Detector, text: FieldText): readonly Detected[] {
  switch (detector) {
    case 'capitals': return findCapitals(text.prose, text.words);
    case 'punctuation': return findPunctuation(text.prose, text.words);
    case 'initials': return findInitials(text.prose, text.words);
    case 'long-paragraph': return findLongParagraphs(text.prose, text.words);
    case 'masked-strong': return findMaskedSwearing(text.prose, text.words, 'strong');
    case 'masked-mild': return findMaskedSwearing(text.prose, text.words, 'mild');
    case 'scissors': return findScissors(text.prose, text.words).map((range) => ({ ...range, rewrites: [] }));
    case 'leftover': case 'twin': case 'remark': case 'no-fallback': case 'malformed-placeholder': case 'unknown-placeholder': case 'empty-value': case 'classifier': return nothing;
  }
}

function leftoverFindings(text: FieldText, rule: CompiledRule, kind: Kind): LocalLeftover[] {
  return findLeftovers(text.prose).map((found) => ({
    ...inItem(text, found), rule, level: kind === 'auto-reply' ? 'error' : 'warning', text: found.written, also: [], style: found.style, fixes: () => [],
  }));
}

/** A prose range as a range in the item's text. */
export function inItem(text: { field: Field; prose: ProseText }, range: Range): Range {
  const end = range.end > range.start && text.prose.text[range.end - 1] === BREAK ? range.end - 1 : range.end;
  const value = text.prose.map.range(range.start, end);
  return text.field.value.map.range(value.start, value.end);
}
