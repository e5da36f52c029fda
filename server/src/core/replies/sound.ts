import type { Classifier } from '../classifier/classifier.ts';
import { classifierOf } from '../classifier/shipped.ts';
import type { Level } from '../model.ts';
import { Flag, type Sentence } from '../prose/words.ts';
import type { ReplyTraits, RuleFinder, Sightings } from '../rules/finder.ts';
import type { CompiledRule } from '../rules/tables.ts';
import type { CheckSettings } from './check.ts';
import type { Seen } from './read-reply.ts';

/** Longer sentences are marked at their loudest part only: UTF-16 units. */
const longestMark = 160;

/** Cues of sentences that open or close a reply: rules of their own look at them. */
const frame = ['greeting', 'sign-off'];

/** What the sentences of a text sound like: where the language was learned, and any of the rules that say so is on. */
export function soundOf({ finder, sightings }: Seen, traits: ReplyTraits, { level }: Pick<CheckSettings, 'level'>): Sound | null {
  if (!finder.hearsSound(traits) || !finder.detectedBy('classifier').some((rule) => level(rule, rule.level))) return null;
  const classifier = classifierOf(finder.tables.locale);
  return classifier && new Sound(classifier, finder, sightings, traits);
}

class Sound {
  private readonly classifier: Classifier;
  private readonly finder: RuleFinder;
  private readonly sightings: Sightings;
  private readonly traits: ReplyTraits;
  /** Per sentence; each is asked for several times. */
  private readonly scores: readonly number[];

  constructor(classifier: Classifier, finder: RuleFinder, sightings: Sightings, traits: ReplyTraits) {
    this.classifier = classifier;
    this.finder = finder;
    this.sightings = sightings;
    this.traits = traits;
    this.scores = sightings.words.sentences.map((_, index) => classifier.score(sightings.words, index));
  }

  /** The level of what a rule found in a sentence, an index: some rules are not sure by themselves. */
  levelOf({ doubtful }: CompiledRule, level: Level, index: number): Level {
    return doubtful && level === 'info' && index >= 0 && this.scores[index]! < this.classifier.rightBelow ? 'hint' : level;
  }

  /** The words `[first, last)` of sentences that sound wrong and of which no rule knows anything, each with the rule that says so; a hint where it is less sure. */
  *wrong(isTaken: (sentence: Sentence) => boolean): Iterable<{ readonly rule: CompiledRule; readonly level: Level; readonly first: number; readonly last: number }> {
    const { classifier, finder, sightings, traits } = this;
    const { words } = sightings;
    for (let index = 0; index < this.scores.length; index++) {
      const score = this.scores[index]!;
      if (score < classifier.looksFrom) continue;
      const sentence = words.sentences[index]!;
      if (words.flags[sentence.first]! & Flag.quoted || isTaken(sentence) || frame.some((cue) => finder.cue(sightings, cue).includes(index))) continue;
      const category = classifier.category(words, index);
      const rule = finder.saysSound(category);
      if (!rule || finder.letsPass(category, sightings, index, traits)) continue;
      const [first, last] = sentence.body - sentence.start <= longestMark ? [sentence.first, sentence.last] : classifier.loudestPart(words, index);
      yield { rule, level: score >= classifier.marksFrom ? rule.level : 'hint', first, last };
    }
  }
}
