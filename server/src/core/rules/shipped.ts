import type { Category, Level } from '../model.ts';
import { bestGrade, precisionOf, renderRule, renderRuleBriefly } from './explain.ts';
import { libraryJson, pagesJson, tablesData } from './generated/en.ts';
import type { RuleLibrary } from './house.ts';
import type { Source } from './rule.ts';
import { unshipTables } from './shipping.ts';
import type { CompiledRule, RulePage } from './tables.ts';

/** The English rules as the build compiled them. */
export const tables = unshipTables(tablesData());

let sources: RuleLibrary | null = null;

/** What the tables were made of. */
export function ruleLibrary(): RuleLibrary {
  return (sources ??= JSON.parse(libraryJson()) as RuleLibrary);
}

/** What may be told of a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly category: Category;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly sources: readonly Source[];
  /** The best grade among the sources. */
  readonly evidence: Source['grade'];
  /** Precision on labelled replies that the rule was not tuned on, as `9 of 10`; `not yet measured` below five findings. */
  readonly precision: string;
}

let pages: ReadonlyMap<string, RulePage> | null = null;

function pageOf(id: string): RulePage {
  pages ??= new Map((JSON.parse(pagesJson()) as RulePage[]).map((page) => [page.id, page]));
  return pages.get(id)!;
}

/** All rules, by id. */
export const rules: readonly RuleInfo[] = tables.rules.map(({ id, category, level, title, message }) => ({
  id, category, level, title, message, get why() { return pageOf(id).why; }, get sources() { return pageOf(id).sources; },
  get evidence() { return bestGrade(pageOf(id).sources); }, get precision() { return precisionOf(pageOf(id)); },
}));

function find(id: string): CompiledRule & RulePage {
  const rule = tables.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new RangeError(`There is no rule "${id}".`);
  return { ...rule, ...pageOf(id) };
}

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
