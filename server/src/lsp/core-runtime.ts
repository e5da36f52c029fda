import { parseConfig } from '../core/config/parse.ts';
import { createLinter, explainRule, explainRuleBriefly, fixText, ruleLibrary, rules } from '../core/index.ts';
import { systemClock, type Runtime } from './runtime.ts';

const ruleIds = new Set(rules.map((rule) => rule.id));

/** What every real host takes from the core; hosts add how they read config files. */
export const coreRuntime: Runtime = {
  clock: systemClock,
  createLinter,
  parseConfig: (text, path) => parseConfig(text, path, [...ruleIds], ruleLibrary),
  explainRule: (ruleId) => (ruleIds.has(ruleId) ? explainRule(ruleId) : null),
  explainRuleBriefly: (ruleId) => (ruleIds.has(ruleId) ? explainRuleBriefly(ruleId) : null),
  fixText: (linter, input) => fixText(linter, input, 'safe').text,
};
