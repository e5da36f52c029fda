export * from './model.ts';
export type { Config, HouseRule, ReplySetting } from './config/config.ts';
export { createLinter, type LintInput, type Linter, type LinterParts, type Session, type SessionChange } from './linter.ts';
export { applyEdits, fixText, type FixChoice, withoutCollisions } from './fixes/fix-text.ts';
export { explainRule, explainRuleBriefly, type RuleInfo, ruleLibrary, rules } from './rules/shipped.ts';
export { docsOf } from './rules/pages.ts';
export type { Source } from './rules/rule.ts';
export type { Inflect } from './pattern/compile.ts';
export type { Encoding } from './text/encoding.ts';
