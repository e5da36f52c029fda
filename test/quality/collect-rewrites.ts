/**
 * Collects before → after pairs from our own labelled replies, for a person to read as the angry customer would, and as who
 * has to send it: each sentence with findings, and what it is when the first rewrite of each is taken.
 * `npx tsx test/quality/collect-rewrites.ts` writes rewrites/pairs.yaml, keeps the verdicts of pairs that are still what the
 * product offers, and leaves `verdict: ?` where somebody must read.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, stringify } from 'yaml';
import { applyEdits, createLinter, type Finding } from '../../server/src/core/index.ts';
import type { Range } from '../../server/src/core/model.ts';
import { ownSet } from './own-set.ts';

/** How a rewrite reads: to be sent as it is, to be touched up first, or wrong. */
export type Verdict = 'send' | 'touch' | 'wrong' | '?';

export interface Pair {
  readonly genre: string;
  /** The rules that found something, the first one first. */
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
  const opening = Math.max(...[...text.slice(0, start).matchAll(/[.!?]["”)]?\s+(?![a-z0-9])|\n\s*\n|\n\s*[-*•\d]+[.)]?\s|>|^/g)].map((m) => m.index + m[0].length));
  const closing = /[.!?]+["”)]?(?=\s+[^a-z0-9\s]|\s*(?:<|$))|\n\s*\n|\n\s*[-*•]|<\/|$/.exec(text.slice(Math.max(end - 1, start)))!;
  return { start: opening, end: Math.max(end - 1, start) + closing.index + (/^[.!?]/.test(closing[0]) ? closing[0].length : 0) };
}

const linter = createLinter();
const findingsOf = (path: string, text: string): readonly Finding[] => linter.lint({ path, text, named: true }).findings.filter((finding) => finding.fixes.length > 0);

/** Where a finding's first rewrite is seen: the sentences around it. */
function spanOf(text: string, finding: Finding): Range {
  const edits = finding.fixes[0]!.edits;
  return around(text, Math.min(finding.start, edits[0]!.start), Math.max(finding.end, edits.at(-1)!.end));
}

/** Sentences with something to rewrite, those that share words taken together. */
function sentencesWithFindings(text: string, findings: readonly Finding[]): Range[] {
  const spans: { start: number; end: number }[] = [];
  for (const span of findings.map((finding) => spanOf(text, finding)).sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = spans.at(-1);
    if (before && span.start < before.end) before.end = Math.max(before.end, span.end);
    else spans.push({ ...span });
  }
  return spans;
}

/** Every sentence of our own replies that has a rewrite, and what becomes of it when the first of each finding is taken. */
export function offeredPairs(): Omit<Pair, 'verdict'>[] {
  return ownSet().flatMap(({ genre, path, text }) => sentencesWithFindings(text, findingsOf(path, text)).map((span) => {
    let now = text;
    let end = span.end;
    const rules: string[] = [];
    const done = new Set<string>();
    for (;;) {
      const next = findingsOf(path, now).find((finding) => finding.start < end && span.start < finding.end && !done.has(`${finding.ruleId} ${finding.text}`));
      if (!next) break;
      done.add(`${next.ruleId} ${next.text}`);
      if (!rules.includes(next.ruleId)) rules.push(next.ruleId);
      const after = applyEdits(now, next.fixes[0]!.edits);
      end += after.length - now.length;
      now = after;
    }
    return { genre, rule: rules.join(', '), before: line(text.slice(span.start, span.end)), after: line(now.slice(span.start, Math.max(span.start, end))) };
  }));
}

export const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const keyOf = (pair: Omit<Pair, 'verdict'>): string => `${pair.rule}\u0000${pair.before}\u0000${pair.after}`;

/** Takes turns among the rules until there are enough. */
function choose(pairs: readonly Omit<Pair, 'verdict'>[], most: number): Omit<Pair, 'verdict'>[] {
  const perRule = new Map<string, number>();
  const ranked = pairs.map((pair) => {
    const [first = ''] = pair.rule.split(', ');
    const nth = (perRule.get(first) ?? 0) + 1;
    perRule.set(first, nth);
    return { pair, nth };
  });
  return ranked.sort((a, b) => a.nth - b.nth).slice(0, most).map(({ pair }) => pair).sort((a, b) => a.genre.localeCompare(b.genre) || a.rule.localeCompare(b.rule));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const verdicts = new Map(readPairs().map((pair) => [keyOf(pair), pair.verdict]));
  const offered = [...new Map(offeredPairs().map((pair) => [keyOf(pair), pair])).values()];
  const pairs = choose(offered, 260).map((pair) => ({ ...pair, verdict: verdicts.get(keyOf(pair)) ?? '?' }));
  writeFileSync(file, stringify(pairs, { lineWidth: 0 }));
  console.log(`${offered.length} offered, ${pairs.length} kept, ${pairs.filter((pair) => pair.verdict === '?').length} to be read`);
}
