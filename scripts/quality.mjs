// `npm run quality`: how well the rules judge. Scores the present source on the labelled sets in ../shared/quality, where they
// are there, and on our own replies in test/quality/own, and counts the findings that carry a rewrite. `npm run quality -- --half a` takes half of the repositories of the former.
// `npm run quality -- --measure SET[:HALF] …` adds up each rule's precision over sets that it was not tuned on, and stores it in
// server/rules/measured.json, where `replylint rules` takes it from; SET is a folder, or a name below ../shared/quality.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const labelled = path.join(root, '../shared/quality');
const { values: options, positionals } = parseArgs({ options: { half: { type: 'string', default: '' }, measure: { type: 'boolean', default: false } }, allowPositionals: true });
const levels = ['warning', 'info', 'hint'];

const tsx = (...args) => spawnSync(process.execPath, ['--import', 'tsx', ...args], { cwd: root, stdio: 'inherit' }).status;
if (tsx('scripts/compile-rules.ts') !== 0) process.exit(2);

if (options.measure) await measure();
else {
  if (existsSync(path.join(labelled, 'score.mjs'))) await scoreRealReplies();
  else console.log('The sets of real replies are not here (../shared/quality), so only our own replies are scored.');
  if (existsSync(path.join(labelled, 'dev'))) {
    console.log('\n== LEAPS steps, labelled before their cues (test/quality/leaps)\n');
    tsx('test/quality/leaps/score.ts', path.join(labelled, 'dev'));
  }
  console.log('\n== replies held against messages (test/quality/incoming)\n');
  tsx('test/quality/incoming/score.ts');
  console.log('\n== our own replies (test/quality/own)\n');
  process.exitCode = tsx('test/quality/score-own.ts') ?? 2;
  console.log('\n== how many findings carry a rewrite\n');
  const sets = ['dev', 'dev2'].map((set) => path.join(labelled, set)).filter((folder) => existsSync(folder));
  tsx('test/quality/rewrites-coverage.ts', ...sets.flatMap((folder) => ['--set', folder]));
}

/** Gives `work` a way to score a set with a command line bundled from the present source: a stale build is never measured. */
async function withScorer(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-'));
  try {
    const cli = path.join(folder, 'cli.cjs');
    await build({ entryPoints: [path.join(root, 'server/src/cli/main.ts')], bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], outfile: cli, logLevel: 'error' });
    work((set, half) => {
      const args = [path.join(labelled, 'score.mjs'), '--json', '--set', set, '--cli', `node ${cli}`, ...(half ? ['--half', half] : [])];
      return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function scoreRealReplies() {
  return withScorer((score) => {
    for (const set of ['dev', 'dev2']) {
      if (existsSync(path.join(labelled, set))) print(set, score(path.join(labelled, set), options.half));
      else console.log(`\nThe set ${set} is not here, so it is not scored.`);
    }
  });
}

/** Right findings and all counted ones per rule over the named sets: those that are shown by default, and for a rule of hints all. */
function measure() {
  return withScorer((score) => {
    const rules = new Map();
    for (const name of positionals) {
      const [set, half] = name.split(':');
      const folder = existsSync(path.join(labelled, set)) ? path.join(labelled, set) : path.resolve(set);
      const report = score(folder, half);
      for (const [id, share] of Object.entries({ ...report.hint.precisionByRule, ...report.info.precisionByRule })) {
        const [right, of] = share.split(' of ').map(Number);
        const [r, n] = rules.get(id) ?? [0, 0];
        rules.set(id, [r + right, n + of]);
      }
    }
    const lines = [...rules].sort().map(([id, counts]) => `  ${JSON.stringify(id)}: [${counts.join(', ')}]`);
    writeFileSync(path.join(root, 'server/rules/measured.json'), `{\n${lines.join(',\n')}\n}\n`);
    console.log(`${rules.size} rules measured on ${positionals.join(', ')}`);
  });
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
