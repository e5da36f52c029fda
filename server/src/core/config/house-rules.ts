import { shippedFrameworks } from '../frameworks/shipped.ts';
import { type Lexicons, parsePattern, PatternError } from '../pattern/parse.ts';
import { mergeLexicons, type RuleLibrary } from '../rules/house.ts';
import type { ConditionEntry } from '../rules/rule.ts';
import type { Config } from './config.ts';
import { unknownRule } from './mistakes.ts';
import { didYouMean } from './nearest.ts';

/** A mistake that no schema sees: the keys that lead to its value, and how far into that text it is. */
export interface ConfigMistake {
  readonly keys: readonly string[];
  readonly message: string;
}

/** Where all cues are told. */
const cueList = 'docs/frameworks';

const idShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What the schema cannot see: patterns that cannot be read, cues and ids that do not exist or exist already. `shipped` are the rules that there are. */
export function checkHouseRules(config: Config, library: RuleLibrary, shipped: readonly string[]): ConfigMistake[] {
  const mistakes: ConfigMistake[] = [];
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
      if (!cues.includes(entry.cue)) mistakes.push({ keys: [...keys, 'cue'], message: `There is no cue "${entry.cue}". ${didYouMean(entry.cue, cues, 'cues', cueList)}` });
      return;
    }
    for (const [key, value] of Object.entries(entry)) if (['same', 'before', 'after', 'previous', 'next'].includes(key) && typeof value === 'string') pattern(value, [...keys, key]);
  };

  const seen = new Set(shipped);
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
  const known = shippedFrameworks().frameworks;
  const rules = [...seen];
  const named = new Set<string>();
  config.frameworks?.forEach((framework, i) => {
    const base = known.find(({ id }) => id === framework.id);
    const at = ['frameworks', String(i)];
    if (!idShape.test(framework.id)) mistakes.push({ keys: [...at, 'id'], message: `"${framework.id}" cannot be an id: use small letters, digits and single hyphens, such as house-steps.` });
    else if (named.has(framework.id)) mistakes.push({ keys: [...at, 'id'], message: `The framework "${framework.id}" is here twice; put its steps together, or give one another id.` });
    named.add(framework.id);
    if (framework.steps.length === 0) mistakes.push({ keys: [...at, 'steps'], message: 'A framework needs a step or more: see docs/frameworks.' });
    framework.steps.forEach((step, j) => {
      const here = [...at, 'steps', String(j)];
      const cue = (id: string | undefined, keys: readonly string[]): void => {
        if (id !== undefined && !cues.includes(id)) mistakes.push({ keys: [...here, ...keys], message: `There is no cue "${id}". ${didYouMean(id, cues, 'cues', cueList)}` });
      };
      if (framework.steps.findIndex(({ id }) => id === step.id) < j) mistakes.push({ keys: [...here, 'id'], message: `The step "${step.id}" is here twice.` });
      if (!base?.steps.some(({ id }) => id === step.id) && !step.shown?.length) mistakes.push({ keys: [...here, 'id'], message: `The step "${step.id}" needs something under "shown": a cue, or a pattern to match.` });
      for (const list of ['shown', 'half'] as const) {
        step[list]?.forEach((showing, k) => {
          if (showing.match !== undefined) pattern(showing.match, [...here, list, String(k), 'match']);
          const ways = [showing.match, showing.cue, showing.variable].filter((way) => way !== undefined).length;
          if (ways > 1) mistakes.push({ keys: [...here, list, String(k)], message: 'This line has more than one of cue, match and variable: give each a line of its own.' });
          if (ways === 0) mistakes.push({ keys: [...here, list, String(k)], message: 'This line needs a cue, a pattern to match, or a variable.' });
          for (const key of ['cue', 'beside', 'without'] as const) cue(showing[key], [list, String(k), key]);
        });
      }
      step.needed?.forEach((need, k) => { for (const key of ['shown', 'notShown'] as const) need[key]?.forEach((id, n) => cue(id, ['needed', String(k), key, String(n)])); cue(need.without, ['needed', String(k), 'without']); });
      step.counterfeit?.forEach((id, k) => { if (!rules.includes(id)) mistakes.push({ keys: [...here, 'counterfeit', String(k)], message: unknownRule(id, rules) }); });
    });
  });
  const frameworks = [...known, ...(config.frameworks ?? [])].map(({ id }) => id);
  if (config.framework !== undefined && !frameworks.includes(config.framework)) {
    mistakes.push({ keys: ['framework'], message: `There is no framework "${config.framework}". ${didYouMean(config.framework, frameworks, 'frameworks')}` });
  }
  for (const [id, words] of Object.entries(config.lexicons ?? {})) words.forEach((word, i) => pattern(word, ['lexicons', id, String(i)]));
  return mistakes;
}
