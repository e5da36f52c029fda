import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseConfig } from '../../server/src/core/config/parse.ts';
import { applyEdits, type Config, createLinter, ruleLibrary, rules } from '../../server/src/core/index.ts';
import { inflect } from '../../server/src/morphology/english.ts';

/** The page that teaches the pattern language: each of its examples is run. */
const page = readFileSync('docs/patterns.md', 'utf8');

function read(yaml: string): Config {
  const { config, problems } = parseConfig(yaml, '.replylint.yaml', rules.map(({ id }) => id), ruleLibrary);
  assert.deepEqual(problems, []);
  return config;
}

/** What the config's own rules find; the shipped ones are off, for they may know the same words. */
const off = Object.fromEntries(rules.map(({ id }) => [id, 'off' as const]));
const find = (config: Config, ids: readonly string[], text: string) =>
  createLinter({ ...config, levels: off }, { inflect }).lint({ path: 'x.reply.md', text, named: true }).findings.filter((f) => ids.includes(f.ruleId));

/** `marked` is a reply with « » around what must be found. */
function check(config: Config, marked: string): void {
  const text = marked.replace(/[«»]/g, '');
  let out = text;
  for (const { start, end } of [...find(config, (config.rules ?? []).map(({ id }) => id), text)].reverse()) out = `${out.slice(0, start)}«${out.slice(start, end)}»${out.slice(end)}`;
  assert.equal(out, marked);
}

const cells = (row: string): string[] => row.replaceAll('\\|', '\u0000').split('|').slice(1, -1).map((cell) => cell.replaceAll('\u0000', '|').trim());
/** The tables of a stretch of the page: their head and their rows. */
function tables(text: string): { head: string; rows: string[][] }[] {
  return [...text.matchAll(/^\|(.+)\|\n\|[ -|]+\|\n((?:\|.*\|\n?)+)/gm)].map((m) => ({ head: m[1]!.trim(), rows: m[2]!.trim().split('\n').map(cells) }));
}

describe('docs/patterns.md', () => {
  const blocks = page.split(/^```yaml\n/m).slice(1).map((part) => ({ yaml: part.slice(0, part.indexOf('```')), rest: part.slice(part.indexOf('```') + 3) }));
  for (const { yaml, rest } of blocks) {
    const table = tables(rest)[0]!;
    for (const [text, outcome] of table.rows) {
      it(`${/id: (\S+)/.exec(yaml)![1]} on “${text}”`, () => {
        const config = read(yaml);
        if (table.head.includes('becomes')) {
          const [finding] = find(config, [config.rules![0]!.id], text!);
          assert.equal(applyEdits(text!, finding!.fixes[0]!.edits), outcome);
        } else {
          assert.equal(text!.includes('«'), outcome === 'yes');
          check(config, text!);
        }
      });
    }
  }

  for (const { head, rows } of tables(page)) {
    if (!head.startsWith('pattern')) continue;
    for (const [pattern, finds, not] of rows) {
      it(`${pattern} finds its words and no others`, () => {
        const config: Config = { rules: [{ id: 'house-x', level: 'error', message: 'X.', patterns: [pattern!.replace(/`/g, '')] }] };
        check(config, finds!);
        check(config, not!);
      });
    }
  }
});

describe('words added to a shipped lexicon', () => {
  it('are known to the shipped rules that use it', () => {
    const text = 'Dear zorbling,\n\nthe van is here.';
    const before = createLinter().lint({ path: 'x.reply.txt', text, named: true }).findings;
    const after = createLinter({ lexicons: { 'customer-word': ['zorbling'] } }).lint({ path: 'x.reply.txt', text, named: true }).findings;
    assert.deepEqual([before.map((f) => f.ruleId), after.map((f) => f.ruleId)], [[], ['robotic-salutation']]);
  });
});

describe('a mistake in a house rule', () => {
  const problem = (yaml: string): string => parseConfig(yaml, '.replylint.yaml', rules.map(({ id }) => id), ruleLibrary).problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('\n');
  const rule = (more: string): string => `rules:\n  - id: house-x\n    message: X.\n${more}`;
  const cases: [string, string, RegExp][] = [
    ['a bracket that is never closed', rule('    patterns:\n      - "you (failed"\n'), /^5:9 In the pattern "you \(failed", at character 5: This "\(" is never closed\.$/],
    ['a lexicon that does not exist', rule('    patterns: ["ask @nobody"]\n'), /^4:16 .*no lexicon "nobody"/],
    ['a cue that does not exist', rule('    patterns:\n      - match: closed\n        unless:\n          - cue: opton\n'), /^7:18 There is no cue "opton"\. Did you mean "option"\?$/],
    ['an id that is taken', 'rules:\n  - id: policy-shield\n    message: X.\n    patterns: [x]\n', /^2:9 There is a rule "policy-shield" already/],
    ['a key that does not exist', rule('    patterns: [x]\n    rewrite: y\n'), /^5:5 "rewrite" is not a setting of a rule\. Did you mean "rewrites"\?$/],
    ['a rule without patterns', 'rules:\n  - id: house-x\n    message: X.\n', /A rule needs "patterns"/],
    ['a level for a rule that exists', `levels:\n  house-x: off\n${rule('    patterns: [x]\n')}`, /^$/],
  ];
  for (const [name, yaml, message] of cases) it(name, () => assert.match(problem(yaml), message));
});
