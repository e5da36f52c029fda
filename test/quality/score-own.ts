/**
 * Scores the linter on our own labelled replies. `npx tsx test/quality/score-own.ts` prints the table; `--show missed`,
 * `--show wrong` and `--show near` list cases at info; `--write` stores a better score as the one to keep (own-score.json).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createLinter } from '../../server/src/core/index.ts';
import { ownSet } from './own-set.ts';
import { score, type Score, scoredLevels, type Scores, type Share } from './scoring.ts';

export type { Scores } from './scoring.ts';

const bestFile = join(import.meta.dirname, 'own-score.json');

/** What must not get worse, each from 0 to 1. */
export interface Best {
  readonly infoF1: number;
  readonly warningPrecision: number;
}

/** The present score on the replies in `own/`. */
export function scoreOwn(): Scores {
  const linter = createLinter({ 'min-level': 'hint' });
  return score(ownSet(), ({ path, text }) => linter.lint({ path, text, named: true }).findings);
}

/** The figures of a score that are kept. No warning at all is no precision. */
export function kept(scores: Scores): Best {
  return { infoF1: scores.info.f1, warningPrecision: scores.warning.precision ?? 0 };
}

/** The best figures so far, null where none are stored. */
export function best(): Best | null {
  return existsSync(bestFile) ? (JSON.parse(readFileSync(bestFile, 'utf8')) as Best) : null;
}

function percent(x: number | null): string {
  return x === null ? '-' : `${(100 * x).toFixed(0)}%`;
}

function outOf({ n, of }: Share): string {
  return `${n} of ${of}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')).join('\n');
}

/** The score as a person reads it. */
export function printed(scores: Scores): string {
  const row = (name: string, of: (s: Score) => string): string[] => [name, ...scoredLevels.map((level) => of(scores[level]))];
  const list = (shares: ReadonlyMap<string, Share>): string => table([...shares].map(([name, share]) => [`  ${name}`, outOf(share)]));
  return [
    table([
      ['', ...scoredLevels],
      row('findings', (s) => String(s.findings)),
      row('precision', (s) => percent(s.precision)),
      row('recall', (s) => percent(s.recall)),
      row('  of clear cases', (s) => percent(s.recallClear)),
      row('  of serious cases', (s) => percent(s.recallSerious)),
      row('F1', (s) => s.f1.toFixed(3)),
      row('category right', (s) => outOf(s.categoryRight)),
      row('near misses tripped', (s) => outOf(s.nearMissesTripped)),
      row('clean replies flagged', (s) => outOf(s.cleanRepliesFlagged)),
    ]),
    `\nrecall by category, at info\n${list(scores.info.recallByCategory)}`,
    `\nrecall by genre, at info\n${list(scores.info.recallByGenre)}`,
    `\nprecision by rule, at hint\n${list(scores.hint.precisionByRule)}`,
  ].join('\n');
}

function write(scores: Scores): void {
  const before = best();
  const now = kept(scores);
  const after = { infoF1: Math.max(now.infoF1, before?.infoF1 ?? 0), warningPrecision: Math.max(now.warningPrecision, before?.warningPrecision ?? 0) };
  const round = (x: number): number => Math.floor(x * 10000) / 10000;
  writeFileSync(bestFile, `${JSON.stringify({ infoF1: round(after.infoF1), warningPrecision: round(after.warningPrecision) }, null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, show: { type: 'string', default: '' } } });
  const scores = scoreOwn();
  const { missed, wrong, tripped } = scores.info;
  const cases = { missed, wrong, near: tripped }[values.show];
  if (values.write) write(scores);
  console.log(printed(scores));
  for (const { id, what, text } of cases ?? []) console.log(`${id}  ${what}  ${text}`);
}
