import { renderFramework } from '../core/frameworks/explain.ts';
import { unknownRule } from '../core/config/mistakes.ts';
import type { OutputFormat } from './arguments.ts';
import type { Surroundings } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Prints the page of a rule or a framework. */
export async function explain(id: string, around: Surroundings): Promise<0> {
  const core = await around.core();
  const ids = core.rules.map((rule) => rule.id);
  const framework = core.createLinter().frameworks().find((each) => each.id === id);
  if (framework) {
    around.stdout.write(renderFramework(framework));
    return 0;
  }
  if (!ids.includes(id)) throw new UsageError(unknownRule(id, ids));
  around.stdout.write(`${core.explainRule(id).trimEnd()}\n`);
  return 0;
}

/** Prints all rules, by category. */
export async function listRules(format: OutputFormat, around: Surroundings): Promise<0> {
  const { rules } = await around.core();
  if (format === 'json') {
    around.stdout.write(`${JSON.stringify({ version: 1, rules }, null, 2)}\n`);
    return 0;
  }
  const room = Math.max(0, ...rules.map(({ id }) => id.length));
  let category = '';
  for (const rule of [...rules].sort((a, b) => a.category.localeCompare(b.category) || a.id.localeCompare(b.id))) {
    if (rule.category !== category) around.stdout.write(`${category === '' ? '' : '\n'}${rule.category}\n`);
    category = rule.category;
    const sure = rule.evidence ? `evidence ${rule.evidence}, ${(rule.precision ?? '').padEnd(16)}  ` : '';
    around.stdout.write(`  ${rule.id.padEnd(room)}  ${rule.level.padEnd(7)}  ${sure}${rule.title}\n`);
  }
  return 0;
}
