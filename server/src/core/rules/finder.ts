import type { Category, Channel, Kind, Level, Purpose } from '../model.ts';
import { type Match, MovedMatch } from '../pattern/run.ts';
import { PatternSet } from '../pattern/pattern-set.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import { Flag, type Sentence, type Words } from '../prose/words.ts';
import type { Detector, ReplyFilter, RewriteEntry } from './rule.ts';
import { type Shown, ShownCues } from './shown-cues.ts';
import { type CompiledJudgement, type CompiledPattern, type CompiledRule, type Condition, Owner, type RuleTables } from './tables.ts';

/** A rule's pattern met in a text and judged: word indexes into the Words at hand. */
export interface Hit {
  readonly rule: CompiledRule;
  readonly level: Level;
  /** What a rewrite replaces: `match`, `sentence`, or the name of a capture. */
  readonly replace: string;
  readonly rewrites: readonly RewriteEntry[];
  /** Words that the pattern pinned down; 0 for a judgement over the reply. */
  readonly weight: number;
  readonly first: number;
  readonly last: number;
  /** The words that the pattern names, without those in its gaps. */
  readonly named: readonly number[];
  /** Words `[first, last)` of each capture, by name. */
  readonly captures: ReadonlyMap<string, readonly [number, number]>;
}

/** What rules may ask of the reply a text belongs to. */
export interface ReplyTraits {
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly channel: Channel;
  /** A BCP 47 tag. */
  readonly locale: string;
}

/** A match of an anchored pattern before any judgement. */
interface Sighting { readonly program: number; readonly match: Match }

/** Words `[first, last)`. */
type Stretch = Pick<Match, 'first' | 'last'>;

/** What one pass over a text saw: the cues by sentence, and the rules' matches, still to be judged. */
export interface Sightings {
  readonly words: Words;
  readonly cues: ShownCues;
  readonly rules: readonly Sighting[];
}

/** Where tone rules look when they do not say: law's own wording and boundaries set to abuse are left alone. */
const everywhere: Required<Pick<ReplyFilter, 'purpose'>> = { purpose: ['ordinary', 'notice'] };

/** The rules of one set of tables at work. */
export class RuleFinder {
  readonly tables: RuleTables;
  private readonly patterns: PatternSet;
  private readonly cueIndex: ReadonlyMap<string, number>;
  /** Rules that look at characters, and those that judge the whole reply. */
  readonly detecting: readonly CompiledRule[];
  private readonly byDetector: ReadonlyMap<Detector, readonly CompiledRule[]>;
  private readonly judging: readonly number[];
  /** The last traits that were asked about, and which rules look at such replies. */
  private admitted: { readonly of: ReplyTraits; readonly rules: Uint8Array } | null = null;

  constructor(tables: RuleTables, vocabulary: Vocabulary) {
    this.tables = tables;
    this.patterns = new PatternSet(tables.patterns, vocabulary);
    this.cueIndex = new Map(tables.cues.map((id, index) => [id, index]));
    this.detecting = tables.rules.filter(({ detector }) => detector);
    this.byDetector = new Map(this.detecting.map(({ detector }) => [detector!, this.detecting.filter((rule) => rule.detector === detector)]));
    this.judging = tables.rules.flatMap(({ judgement }, index) => (judgement ? [index] : []));
  }

  /** The rules that one detector serves. */
  detectedBy(detector: Detector): readonly CompiledRule[] { return this.byDetector.get(detector) ?? []; }

  /** Is it the classifier's business what such a reply sounds like? It judges ordinary replies and notices only. */
  hearsSound({ purpose }: ReplyTraits): boolean { return this.byDetector.has('classifier') && everywhere.purpose.includes(purpose); }

  /** The rule that says what the classifier heard. */
  saysSound(category: Category): CompiledRule | undefined { return this.detectedBy('classifier').find((rule) => rule.category === category); }

  /** Programs tried so far, for tests that watch the work done. */
  get tries(): number { return this.patterns.tries; }

  /** One pass over the words: everything whose anchor is there, checked. */
  look(words: Words): Sightings {
    const cues = new ShownCues();
    const rules: Sighting[] = [];
    const { owners } = this.tables;
    this.patterns.scan(words, (program, match, by) => {
      if (owners.of[program]! < Owner.firstRule) cues.add(owners.part[program]!, words.sentence(match.first + by), match.first + by, match.last + by);
      else rules.push({ program, match: by === 0 ? match : new MovedMatch(match, by) });
    });
    return { words, cues, rules };
  }

  /** Where a cue is shown, ascending. */
  shown(sightings: Sightings, id: string): readonly Shown[] {
    return sightings.cues.of(this.cueIndex.get(id) ?? -1);
  }

  /** The sentences that show a cue, ascending. */
  cue(sightings: Sightings, id: string): readonly number[] {
    return sightings.cues.sentences(this.cueIndex.get(id) ?? -1);
  }

  /** The sightings that stand up to their rule's conditions, and the judgements over the whole text, in a reply of these traits. */
  judge(sightings: Sightings, reply: ReplyTraits): Hit[] {
    const { words } = sightings;
    const { owners } = this.tables;
    const hits: Hit[] = [];
    const content = this.firstContentSentence(sightings);
    const admitted = this.admittedIn(reply);
    for (const { program, match } of sightings.rules) {
      const ruleIndex = owners.of[program]! - Owner.firstRule;
      if (!admitted[ruleIndex] || words.flags[match.first]! & Flag.quoted) continue;
      const rule = this.tables.rules[ruleIndex]!;
      const pattern = rule.compiled[owners.part[program]!]!;
      if (this.stands(pattern, match, sightings, content, reply)) hits.push(new SeenHit(rule, pattern, match, this.patterns.captures(program)));
    }
    // What a rule marks as wrong shows nothing good: an erased empathy is no empathy.
    const sound = { ...sightings, cues: sightings.cues.apartFrom(hits.filter((hit) => hit.level === 'error' || hit.level === 'warning')) };
    for (const index of this.judging) {
      if (!admitted[index]) continue;
      const rule = this.tables.rules[index]!;
      const at = this.judgement(rule.judgement!, sightings, sound, content, hits, reply);
      if (at) hits.push({ rule, level: rule.level, replace: 'sentence', rewrites: rule.rewrites, weight: 0, first: at.first, last: at.last, named: [], captures: noCaptures });
    }
    return hits;
  }

  /** Does a rule of this category know words of this sentence, and leave them alone here? */
  letsPass(category: Category, sightings: Sightings, index: number, reply: ReplyTraits): boolean {
    const content = this.firstContentSentence(sightings);
    const admitted = this.admittedIn(reply);
    const { owners } = this.tables;
    return sightings.rules.some(({ program, match }) => {
      const rule = owners.of[program]! - Owner.firstRule;
      if (sightings.words.sentence(match.first) !== index || this.tables.rules[rule]!.category !== category) return false;
      return !admitted[rule] || !this.stands(this.tables.rules[rule]!.compiled[owners.part[program]!]!, match, sightings, content, reply);
    });
  }

  /** Per rule, whether it looks at replies of these traits: in a library most replies have the same. */
  private admittedIn(reply: ReplyTraits): Uint8Array {
    const { admitted } = this;
    if (admitted && admitted.of.kind === reply.kind && admitted.of.purpose === reply.purpose && admitted.of.channel === reply.channel) return admitted.rules;
    const rules = Uint8Array.from(this.tables.rules, (rule) => (admits({ ...everywhere, ...rule.replies }, reply) ? 1 : 0));
    this.admitted = { of: reply, rules };
    return rules;
  }

  /** The sentence that a judgement marks, if it comes out against the reply. */
  private judgement(judgement: CompiledJudgement, sightings: Sightings, sound: Sightings, content: number, hits: readonly Hit[], reply: ReplyTraits): Sentence | null {
    const { words } = sightings;
    let first: Sentence | null = null;
    const shown = judgement.cue < 0 ? questionsIn(words) : sightings.cues.sentences(judgement.cue);
    for (let i = judgement.nth - 1; i < shown.length; i++) {
      const index = shown[i]!;
      if (judgement.row > 1 && !inRow(shown, i, judgement.row)) continue;
      const sentence = words.sentences[index]!;
      if (words.flags[sentence.first]! & Flag.quoted) continue;
      if (!this.stands(judgement, sentence, sound, content, reply)) continue;
      // One span bears one finding, so evidence that nothing else marks speaks louder.
      if (!hits.some((hit) => hit.level !== 'hint' && hit.first < sentence.last && sentence.first < hit.last)) return sentence;
      first ??= sentence;
    }
    return first;
  }

  /** Does no condition speak against a place, and every one that there must be for it? */
  private stands({ unless, when }: Pick<CompiledPattern, 'unless' | 'when'>, place: Stretch, sightings: Sightings, content: number, reply: ReplyTraits): boolean {
    if (unless) for (const condition of unless) if (this.holds(condition, place, sightings, content, reply)) return false;
    if (when) for (const condition of when) if (!this.holds(condition, place, sightings, content, reply)) return false;
    return true;
  }

  private holds(condition: Condition, match: Stretch, sightings: Sightings, content: number, reply: ReplyTraits): boolean {
    const { words } = sightings;
    const index = words.sentence(match.first);
    const sentence = words.sentences[index]!;
    switch (condition.test) {
      case 'same': return this.patterns.somewhere(condition.program, words, sentence);
      case 'after': return match.last < sentence.last && this.patterns.at(condition.program, words, sentence, match.last) !== null;
      case 'before':
        for (let first = Math.max(sentence.first, match.first - 8); first < match.first; first++) {
          if (this.patterns.at(condition.program, words, sentence, first, match.first)) return true;
        }
        return false;
      case 'previous': return index > 0 && this.patterns.somewhere(condition.program, words, words.sentences[index - 1]!);
      case 'next': return index + 1 < words.sentences.length && this.patterns.somewhere(condition.program, words, words.sentences[index + 1]!);
      case 'cue': return sightings.cues.isShown(condition.cue, index - condition.back, index + condition.after);
      case 'opening': return index === content;
      case 'closing': return index >= Math.floor((words.sentences.length * 2) / 3);
      case 'question': return sentence.mark === '?';
      case 'statement': return sentence.mark !== '?';
      case 'locale': return condition.locales.some((tag) => `${reply.locale.toLowerCase()}-`.startsWith(`${tag}-`));
    }
  }

  /** The first sentence that is no salutation. */
  private firstContentSentence(sightings: Sightings): number {
    const greetings = this.cue(sightings, 'greeting');
    let index = 0;
    while (greetings.includes(index) && index + 1 < sightings.words.sentences.length) index++;
    return index;
  }
}

const noCaptures: ReadonlyMap<string, readonly [number, number]> = new Map();

/** A match that stood up to its conditions. What only its fixes need is put together when they ask. */
class SeenHit implements Hit {
  readonly rule: CompiledRule;
  private readonly pattern: CompiledPattern;
  private readonly match: Match;
  private readonly names: readonly string[];

  constructor(rule: CompiledRule, pattern: CompiledPattern, match: Match, names: readonly string[]) {
    this.rule = rule;
    this.pattern = pattern;
    this.match = match;
    this.names = names;
  }

  get level(): Level { return this.pattern.level ?? this.rule.level; }
  get replace(): string { return this.pattern.replace ?? 'match'; }
  get rewrites(): readonly RewriteEntry[] { return this.pattern.rewrites ?? this.rule.rewrites; }
  get weight(): number { return this.match.last - this.match.first; }
  get first(): number { return this.match.first; }
  get last(): number { return this.match.last; }
  get named(): readonly number[] { return this.match.named; }

  get captures(): ReadonlyMap<string, readonly [number, number]> {
    const at = this.match.captures;
    return new Map(this.names.flatMap((name, slot) => (at[slot * 2]! >= 0 ? [[name, [at[slot * 2]!, at[slot * 2 + 1]!]]] : [])));
  }
}

/** The sentences that ask. */
function questionsIn(words: Words): number[] {
  const questions: number[] = [];
  for (let index = 0; index < words.sentences.length; index++) if (words.sentences[index]!.mark === '?') questions.push(index);
  return questions;
}

/** Do the `length` entries up to `i` stand for sentences in a row? */
function inRow(sentences: readonly number[], i: number, length: number): boolean {
  return i - length + 1 >= 0 && sentences[i]! - sentences[i - length + 1]! === length - 1;
}

function admits(filter: ReplyFilter, reply: ReplyTraits): boolean {
  return (!filter.kind || filter.kind.includes(reply.kind)) && (!filter.purpose || filter.purpose.includes(reply.purpose)) && (!filter.channel || filter.channel.includes(reply.channel));
}
