// `npm run quality`: how well the rules judge. Scores the present source on the labelled sets in ../shared/quality, where they
// are there, and on our own replies in test/quality/own. `npm run quality -- --half a` takes half of the repositories of the former.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const labelled = path.join(root, '../shared/quality');
const { values: options } = parseArgs({ options: { half: { type: 'string', default: '' } } });
const levels = ['warning', 'info', 'hint'];

const tsx = (...args) => spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: root, stdio: 'inherit' }).status;
if (tsx('scripts/compile-rules.ts') !== 0) process.exit(2);

if (existsSync(path.join(labelled, 'score.mjs'))) await scoreRealReplies();
else console.log('The sets of real replies are not here (../shared/quality), so only our own replies are scored.');

console.log('\n== our own replies (test/quality/own)\n');
process.exitCode = tsx('test/quality/score-own.ts') ?? 2;

/** Scores a command line bundled from the present source, so that a stale build is never measured. */
async function scoreRealReplies() {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-'));
  try {
    const cli = path.join(folder, 'cli.cjs');
    await build({ entryPoints: [path.join(root, 'server/src/cli/main.ts')], bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], outfile: cli, logLevel: 'error' });
    for (const set of ['dev', 'dev2']) {
      if (!existsSync(path.join(labelled, set))) {
        console.log(`\nThe set ${set} is not here, so it is not scored.`);
        continue;
      }
      const args = [path.join(labelled, 'score.mjs'), '--json', '--set', path.join(labelled, set), '--cli', `node ${cli}`, ...(options.half ? ['--half', options.half] : [])];
      print(set, JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(set, report) {
  const percent = (x) => (x === null || x === undefined ? '-' : `${(100 * x).toFixed(0)}%`);
  const row = (name, cell) => [name, ...levels.map((level) => cell(report[level]))];
  console.log(`\n== real replies: ${set}${options.half && `, half ${options.half}`}\n`);
  table([
    ['', ...levels],
    row('findings', (s) => String(s.findings)),
    row('precision', (s) => percent(s.precision)),
    row('recall', (s) => percent(s.recall)),
    row('  of clear cases', (s) => percent(s.recallClear)),
    row('  of serious cases', (s) => percent(s.recallSerious)),
    row('F1', (s) => s.f1.toFixed(3)),
    row('category right', (s) => percent(s.categoryRight)),
    row('near misses tripped', (s) => s.nearMissesTripped.replace('/', ' of ')),
    row('clean replies flagged', (s) => s.cleanRepliesFlagged.replace('/', ' of ')),
    row('unjudged per clean reply', (s) => s.unjudgedPerCleanReply?.toFixed(2) ?? '-'),
    row('with a fix', (s) => percent(s.withFix)),
  ]);
  console.log('\nrecall by category, at info');
  table(Object.entries(report.info.byCategory).map(([name, { n, recall }]) => [`  ${name}`, `${percent(recall)} of ${n}`]));
  console.log('\nprecision by rule, at hint');
  table(Object.entries(report.hint.precisionByRule).map(([name, share]) => [`  ${name}`, share]));
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows) console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
}
