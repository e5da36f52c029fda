import { type Lexicons, parsePattern, PatternError } from '../pattern/parse.ts';
import { mergeLexicons, type RuleLibrary } from '../rules/house.ts';
import type { ConditionEntry } from '../rules/rule.ts';
import type { Config } from './config.ts';
import { didYouMean } from './nearest.ts';

/** A mistake in a house rule: the keys that lead to its value, and how far into that text it is. */
export interface HouseMistake {
  readonly keys: readonly string[];
  readonly message: string;
}

const idShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What the schema cannot see: patterns that cannot be read, cues and ids that do not exist or exist already. */
export function checkHouseRules(config: Config, library: RuleLibrary): HouseMistake[] {
  const mistakes: HouseMistake[] = [];
  const lexicons: Lexicons = new Map(mergeLexicons(library.lexicons, config.lexicons).map(({ id, words }) => [id, words]));
  const cues = library.cues.map(({ id }) => id);
  const pattern = (text: string, keys: readonly string[]): void => {
    try {
      parsePattern(text, lexicons);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      mistakes.push({ keys, message: `In the pattern "${text}", at character ${error.column}: ${error.message}` });
    }
  };
  const condition = (entry: ConditionEntry, keys: readonly string[]): void => {
    if ('cue' in entry) {
      if (!cues.includes(entry.cue)) mistakes.push({ keys: [...keys, 'cue'], message: `There is no cue "${entry.cue}". ${didYouMean(entry.cue, cues, 'cues')}` });
      return;
    }
    for (const [key, value] of Object.entries(entry)) if (['same', 'before', 'after', 'previous', 'next'].includes(key) && typeof value === 'string') pattern(value, [...keys, key]);
  };

  const seen = new Set(library.rules.map(({ id }) => id));
  config.rules?.forEach((rule, i) => {
    const at = ['rules', String(i)];
    if (!idShape.test(rule.id)) mistakes.push({ keys: [...at, 'id'], message: `"${rule.id}" cannot be an id: use small letters, digits and single hyphens, such as house-greeting.` });
    else if (seen.has(rule.id)) mistakes.push({ keys: [...at, 'id'], message: `There is a rule "${rule.id}" already; give yours another id.` });
    seen.add(rule.id);
    rule.patterns.forEach((entry, j) => {
      const here = [...at, 'patterns', String(j)];
      if (typeof entry === 'string') return pattern(entry, here);
      pattern(entry.match, [...here, 'match']);
      for (const list of ['unless', 'when'] as const) entry[list]?.forEach((c, k) => condition(c, [...here, list, String(k)]));
    });
  });
  for (const [id, words] of Object.entries(config.lexicons ?? {})) words.forEach((word, i) => pattern(word, ['lexicons', id, String(i)]));
  return mistakes;
}
