/**
 * Collects before → after pairs from our own labelled replies, for a person to read as the angry customer would:
 * `npx tsx test/quality/collect-rewrites.ts` writes rewrites/pairs.yaml, keeps the verdicts of pairs that are still what the
 * product offers, and leaves `verdict: ?` where somebody must read.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { applyEdits, createLinter, type Finding } from '../../server/src/core/index.ts';
import { ownSet } from './own-set.ts';

/** How a rewrite reads: to be sent as it is, to be touched up first, or wrong. */
export type Verdict = 'send' | 'touch' | 'wrong' | '?';

export interface Pair {
  readonly genre: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  readonly verdict: Verdict;
}

const file = join(import.meta.dirname, 'rewrites/pairs.yaml');

/** The pairs that were read. */
export function readPairs(): Pair[] {
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Pair[]) : [];
}

/** The sentences around a range: from the end of the one before to the end of the one after. */
export function around(text: string, start: number, end: number): { start: number; end: number } {
  const opening = Math.max(...[...text.slice(0, start).matchAll(/[.!?]["”)]?\s+|\n\s*\n|\n\s*[-*•\d]+[.)]?\s|>|^/g)].map((m) => m.index + m[0].length));
  const closing = /[.!?]+["”)]?(?=\s|<|$)|\n\s*\n|\n\s*[-*•]|<\/|$/.exec(text.slice(Math.max(end - 1, start)))!;
  return { start: opening, end: Math.max(end - 1, start) + closing.index + (/^[.!?]/.test(closing[0]) ? closing[0].length : 0) };
}

/** Every first rewrite of every finding in our own replies, in its sentence. */
export function offeredPairs(): Omit<Pair, 'verdict'>[] {
  const linter = createLinter();
  return ownSet().flatMap(({ genre, path, text }) => linter.lint({ path, text, named: true }).findings.flatMap((finding: Finding) => {
    const [fix] = finding.fixes;
    if (!fix || fix.edits.length === 0) return [];
    const from = Math.min(finding.start, fix.edits[0]!.start);
    const to = Math.max(finding.end, fix.edits.at(-1)!.end);
    const span = around(text, from, to);
    const now = applyEdits(text, fix.edits);
    return [{ genre, rule: finding.ruleId, before: line(text.slice(span.start, span.end)), after: line(now.slice(span.start, now.length - (text.length - span.end))) }];
  }));
}

export const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const keyOf = (pair: Omit<Pair, 'verdict'>): string => `${pair.rule}\u0000${pair.before}\u0000${pair.after}`;

/** Takes turns among the genres and rules until there are enough. */
function choose(pairs: readonly Omit<Pair, 'verdict'>[], most: number): Omit<Pair, 'verdict'>[] {
  const perRule = new Map<string, number>();
  const ranked = pairs.map((pair) => {
    const nth = (perRule.get(pair.rule) ?? 0) + 1;
    perRule.set(pair.rule, nth);
    return { pair, nth };
  });
  return ranked.sort((a, b) => a.nth - b.nth).slice(0, most).map(({ pair }) => pair).sort((a, b) => a.genre.localeCompare(b.genre) || a.rule.localeCompare(b.rule));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const verdicts = new Map(readPairs().map((pair) => [keyOf(pair), pair.verdict]));
  const offered = [...new Map(offeredPairs().map((pair) => [keyOf(pair), pair])).values()];
  const pairs = choose(offered, 160).map((pair) => ({ ...pair, verdict: verdicts.get(keyOf(pair)) ?? '?' }));
  writeFileSync(file, stringify(pairs, { lineWidth: 0 }));
  console.log(`${offered.length} offered, ${pairs.length} kept, ${pairs.filter((pair) => pair.verdict === '?').length} to be read`);
}
