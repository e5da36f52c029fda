import { renderFramework } from '../core/frameworks/explain.ts';
import { nearest } from '../core/config/nearest.ts';
import type { Arguments, OutputFormat } from './arguments.ts';
import { harmless } from './display.ts';
import { SettingsFinder } from './settings.ts';
import type { Surroundings } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Prints the page of a rule or a framework, also of one that the settings at hand bring. */
export async function explain(id: string, args: Arguments, around: Surroundings): Promise<0> {
  const core = await around.core();
  const ids = core.rules.map((rule) => rule.id);
  if (ids.includes(id)) {
    around.stdout.write(`${core.explainRule(id).trimEnd()}\n`);
    return 0;
  }
  const settings = new SettingsFinder(core, args, around.cwd, (file, { message, line, column }) => {
    around.stderr.write(`${harmless(file)}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${harmless(message)}\n`);
  });
  // Settings with mistakes do not keep anybody from reading about what ships.
  const { linter = core.createLinter() } = await settings.of(around.cwd) ?? {};
  const frameworks = linter.frameworks();
  const framework = frameworks.find((each) => each.id === id);
  if (!framework) {
    const meant = nearest(id, [...ids, ...frameworks.map((each) => each.id)]);
    throw new UsageError(`There is no rule or framework "${id}". ${meant === null ? 'The command "replylint rules" lists the rules, and "replylint --help" the frameworks.' : `Did you mean "${meant}"?`}`);
  }
  around.stdout.write(renderFramework(framework));
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
