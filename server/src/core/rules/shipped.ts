import { renderRule, renderRuleBriefly } from './explain.ts';
import generated from './generated/en.json' with { type: 'json' };
import type { Source } from './rule.ts';
import type { RuleTables } from './tables.ts';
import type { Category, Level } from '../model.ts';

/** The English rules as the build compiled them. */
export const tables = generated as unknown as RuleTables;

/** What may be told of a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly sources: readonly Source[];
}

/** All rules, by id. */
export const rules: readonly RuleInfo[] = tables.rules.map(({ id, category, level, title, message, why, sources }) => ({ id, category, level, title, message, why, sources }));

const find = (id: string): RuleTables['rules'][number] => {
  const rule = tables.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new RangeError(`There is no rule "${id}".`);
  return rule;
};

/**
 * The page about a rule, as Markdown.
 * @throws RangeError where there is no such rule.
 */
export function explainRule(id: string): string {
  return renderRule(find(id));
}

/**
 * The page in short, for a hover, as Markdown.
 * @throws RangeError where there is no such rule.
 */
export function explainRuleBriefly(id: string): string {
  return renderRuleBriefly(find(id));
}
