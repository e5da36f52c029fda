import { explainRule, rules } from '../../server/src/core/rules/shipped.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written by scripts/write-docs.ts from server/rules; change the rule file and run it again. -->\n\n';
const categories = [...new Set(rules.map((rule) => rule.category))].sort();

/** A page for each rule, and their list by category. */
export const rulePages: Pages = {
  folder: 'docs/rules',
  files: new Map([
    ...rules.map((rule) => [`${rule.id}.md`, head + explainRule(rule.id)] as const),
    ['README.md', `${head}# Rules\n\n${categories.map((category) => `## ${category}\n\n${rules.filter((rule) => rule.category === category).map((rule) => `- [${rule.id}](${rule.id}.md) (${rule.level}): ${rule.title}`).join('\n')}\n`).join('\n')}`],
  ]),
};
