import type { Config, HouseRule } from '../config/config.ts';
import type { Inflect, PatternSource } from '../pattern/compile.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import { compileNamed, compileRules, lexiconsOf } from './compile.ts';
import type { CueSource, LexiconSource, RuleSource } from './rule.ts';
import { Owner, type RuleTables } from './tables.ts';

/** What the shipped tables were made of: read only where a config brings rules or words of its own. */
export interface RuleLibrary {
  /** The patterns of the programs that are no cue's, in the order of the tables. */
  readonly patterns: readonly string[];
  readonly cues: readonly CueSource[];
  readonly lexicons: readonly LexiconSource[];
  /** All forms of the words that shipped patterns inflect. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

/** House rules hold in every language: their author knows the library they are for. */
export const everyLocale = '*';

/** A rule of the config as the engine wants it. */
function asRule(rule: HouseRule): RuleSource {
  return {
    id: rule.id, category: rule.category ?? 'robotic', level: rule.level ?? 'info', title: rule.title ?? 'House rule', message: rule.message,
    why: rule.why ?? 'Your own settings ask for it.', sources: [{ name: 'House rule', grade: 'D' }],
    ...(rule.replies && { replies: rule.replies }), patterns: rule.patterns, ...(rule.rewrites && { rewrites: rule.rewrites }), examples: [], allows: [],
  };
}

/**
 * The lexicons as a config leaves them: shipped words and the config's own, side by side.
 */
export function mergeLexicons(shipped: readonly LexiconSource[], own: Config['lexicons'] = {}): LexiconSource[] {
  const extended = shipped.map((lexicon) => (Object.hasOwn(own, lexicon.id) ? { ...lexicon, words: [...lexicon.words, ...own[lexicon.id]!] } : lexicon));
  const added = Object.entries(own).filter(([id]) => !shipped.some((lexicon) => lexicon.id === id)).map(([id, words]) => ({ id, about: 'From the settings.', words }));
  return [...extended, ...added];
}

/** The cues that these rules ask for, so that no others are compiled again. */
function cuesOf(rules: readonly RuleSource[], cues: readonly CueSource[]): CueSource[] {
  const asked = new Set<string>();
  for (const rule of rules) {
    for (const pattern of rule.patterns ?? []) {
      if (typeof pattern === 'string') continue;
      for (const condition of [...(pattern.unless ?? []), ...(pattern.when ?? [])]) if ('cue' in condition) asked.add(condition.cue);
    }
  }
  return cues.filter((cue) => asked.has(cue.id));
}

/**
 * The rules of a config as tables of their own; null where it has none.
 * @throws RuleError where a pattern cannot be read.
 */
export function compileHouseRules(config: Config, library: RuleLibrary, vocabulary: Vocabulary, inflect: Inflect): RuleTables | null {
  if (!config.rules?.length) return null;
  const rules = config.rules.map(asRule);
  return compileRules(everyLocale, rules, cuesOf(rules, library.cues), mergeLexicons(library.lexicons, config.lexicons), inflect, vocabulary);
}

/**
 * The shipped rules with their patterns compiled anew, the config's words in their lexicons; null where it has no words for them.
 * @throws RuleError where a word cannot be read as a pattern.
 */
export function recompileShipped(config: Config, library: RuleLibrary, shipped: RuleTables, vocabulary: Vocabulary, inflect: Inflect): RuleTables | null {
  if (!library.lexicons.some(({ id }) => config.lexicons && Object.hasOwn(config.lexicons, id))) return null;
  const { of, part } = shipped.owners;
  const ofCues = shipped.cues.flatMap((id) => library.cues.find((cue) => cue.id === id)!.patterns).values();
  const ofOthers = library.patterns.values();
  const sources = Array.from(of, (owner): PatternSource => ({ text: (owner === Owner.cue ? ofCues : ofOthers).next().value!, anchored: owner !== Owner.condition }));
  const subject = (index: number): string => (of[index] === Owner.cue ? `cue ${shipped.cues[part[index]!]!}` : shipped.rules[of[index]! - Owner.firstRule]?.id ?? 'a condition');
  return { ...shipped, patterns: compileNamed(sources, subject, lexiconsOf(mergeLexicons(library.lexicons, config.lexicons)), inflect, vocabulary) };
}
