// Writes what is generated from the rules and must be committed: the rule pages in docs/rules and their list.
// npx tsx scripts/write-docs.ts [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainRule, rules } from '../server/src/core/rules/shipped.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'docs/rules');
const check = process.argv.includes('--check');

const head = '<!-- Written by scripts/write-docs.ts from server/rules; change the rule file and run it again. -->\n\n';
const pages = new Map(rules.map((rule) => [`${rule.id}.md`, head + explainRule(rule.id)]));
const categories = [...new Set(rules.map((rule) => rule.category))].sort();
pages.set('README.md', `${head}# Rules\n\n${categories.map((category) => `## ${category}\n\n${rules.filter((rule) => rule.category === category).map((rule) => `- [${rule.id}](${rule.id}.md) (${rule.level}): ${rule.title}`).join('\n')}\n`).join('\n')}`);

mkdirSync(folder, { recursive: true });
const stale = [
  ...[...pages].filter(([name, text]) => !existsSync(path.join(folder, name)) || readFileSync(path.join(folder, name), 'utf8') !== text).map(([name]) => name),
  ...readdirSync(folder).filter((name) => !pages.has(name)),
];
if (check) {
  if (stale.length > 0) {
    console.error(`docs/rules is not what the rules say (${stale.slice(0, 5).join(', ')}). Run: npx tsx scripts/write-docs.ts`);
    process.exitCode = 1;
  }
} else {
  for (const name of stale) if (!pages.has(name)) rmSync(path.join(folder, name));
  for (const [name, text] of pages) writeFileSync(path.join(folder, name), text);
  console.log(`${pages.size} pages, ${stale.length} changed`);
}
