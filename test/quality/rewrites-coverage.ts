/**
 * How many findings carry a rewrite, and why the others have none. `npx tsx test/quality/rewrites-coverage.ts` counts our own
 * replies; `--set DIR` adds a labelled set (a folder with responses.jsonl), any number of them; `--why` lists each finding
 * without a rewrite, `--all` each finding with its sentence before and after its first rewrite; `--rule ID` looks at one rule.
 * Of the sets in ../shared/quality only half `a` is listed: the other half is counted and left unseen.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyEdits, createLinter, type Finding } from '../../server/src/core/index.ts';
import { whyNoFix } from '../../server/src/core/fixes/of-hit.ts';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import type { Markup } from '../../server/src/core/model.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Words } from '../../server/src/core/prose/words.ts';
import type { Field } from '../../server/src/core/readers/reader.ts';
import { RuleFinder } from '../../server/src/core/rules/finder.ts';
import { tables } from '../../server/src/core/rules/shipped.ts';
import { SourceMap } from '../../server/src/core/text/source-map.ts';
import { around, line } from './collect-rewrites.ts';
import { ownSet } from './own-set.ts';

interface Text { readonly id: string; readonly path: string; readonly text: string; readonly unseen?: boolean }

const { values } = parseArgs({ options: { set: { type: 'string', multiple: true, default: [] }, why: { type: 'boolean', default: false }, all: { type: 'boolean', default: false }, rule: { type: 'string', default: '' } } });

/** Half `b` of the shared sets is for reporting alone. */
const isUnseen = (set: string, repo: string): boolean => /quality\/dev2?\/?$/.test(set) && (createHash('sha1').update(repo).digest()[0]! & 1) === 1;

const labelled = (set: string): Text[] => readFileSync(join(set, 'responses.jsonl'), 'utf8').split('\n').filter(Boolean)
  .map((row) => JSON.parse(row) as { id: string; text: string; repo?: string })
  .map(({ id, text, repo = '' }) => ({ id, path: `${id}.reply.txt`, text, unseen: isUnseen(set, repo) }));

const vocabulary = new Vocabulary(tables.words);
const finder = new RuleFinder(tables, vocabulary);
const linter = createLinter();
/** Rules that have no rewrite at all: a gap is for a person to fill, and nobody can write another question for them. */
const wantsNone = new Set(tables.rules.filter((rule) => rule.detector === 'leftover' || (rule.rewrites.length === 0 && !rule.detector && rule.compiled.every((pattern) => !pattern.rewrites?.length))).map(({ id }) => id));

/** What stands against each rewrite of a finding that has none, seen from the text as one field. */
function reasons({ path, text }: Text, finding: Finding, kind: { kind: string; purpose: string; channel: string; locale: string }): string[] {
  const markup: Markup = path.endsWith('.html') ? 'html' : path.endsWith('.md') ? 'markdown' : 'text';
  const layer = inlineLayer(markup);
  const prose = layer.toProse(text);
  const field = { role: 'body', audience: 'customer', markup, start: 0, end: text.length, value: { text, map: SourceMap.verbatim(text.length) }, write: (start: number, end: number, newText: string) => [{ start, end, newText }] } as Field;
  const words = new Words().read(prose.text, vocabulary);
  const ground = { field, prose, layer, words };
  const hits = finder.judge(finder.look(words), kind as Parameters<RuleFinder['judge']>[1]).filter((hit) => {
    const at = prose.map.range(words.start[hit.first]!, words.end[hit.last - 1]!);
    return hit.rule.id === finding.ruleId && at.start < finding.end && finding.start < at.end;
  });
  return hits.flatMap((hit) => whyNoFix(ground, hit).map(({ text: template, refused }) => `${refused}  ⟵ ${JSON.stringify(template)}`));
}

const counts = new Map<string, [number, number]>();
const causes = new Map<string, number>();
for (const [name, texts] of [['own', ownSet() as readonly Text[]] as const, ...values.set.map((set) => [set, labelled(set)] as const)]) {
  let [fixed, all] = [0, 0];
  for (const each of texts) {
    const result = linter.lint({ ...each, named: true });
    for (const finding of result.findings) {
      if (values.rule !== '' && finding.ruleId !== values.rule) continue;
      const [fix] = finding.fixes;
      const span = around(each.text, Math.min(finding.start, fix?.edits[0]?.start ?? finding.start), Math.max(finding.end, fix?.edits.at(-1)?.end ?? finding.end));
      const before = line(each.text.slice(span.start, span.end));
      const now = fix ? applyEdits(each.text, fix.edits) : null;
      if (values.all && !each.unseen) console.log(`${finding.ruleId}\n  - ${before}\n  + ${now === null ? 'NONE' : line(now.slice(span.start, now.length - (each.text.length - span.end)))}`);
      if (wantsNone.has(finding.ruleId)) continue;
      all++;
      const [x, n] = counts.get(finding.ruleId) ?? [0, 0];
      counts.set(finding.ruleId, [x + (fix ? 1 : 0), n + 1]);
      if (fix) {
        fixed++;
        continue;
      }
      const why = reasons(each, finding, result.responses[0]!);
      for (const cause of new Set(why.map((text) => text.replace(/  ⟵.*/, '').replace(/“.*”/, '…')))) causes.set(cause, (causes.get(cause) ?? 0) + 1);
      if (values.why && !each.unseen) console.log(`${finding.ruleId} on “${line(finding.text)}”\n  - ${before}\n${why.map((text) => `    ${text}`).join('\n')}`);
    }
  }
  console.log(`${name}: ${fixed} of ${all} findings at info and above carry a rewrite (${((100 * fixed) / Math.max(all, 1)).toFixed(1)} %)`);
}
const missing = [...counts].filter(([, [x, n]]) => x < n).sort((a, b) => b[1][1] - b[1][0] - (a[1][1] - a[1][0]));
console.log('\nfindings without a rewrite, by rule');
for (const [id, [x, n]] of missing) console.log(`  ${id}  ${n - x} of ${n}`);
console.log('\nwhat stood against their rewrites');
for (const [cause, n] of [...causes].sort((a, b) => b[1] - a[1])) console.log(`  ${n}  ${cause}`);
if (wantsNone.size > 0) console.log(`\nnot counted, for these rules have no rewrite: ${[...wantsNone].join(', ')}`);
