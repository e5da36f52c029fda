import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readResults, type Results } from '../../bench/results.ts';
import { round } from '../../bench/row.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written from bench/results.json and bench/shortfalls.yaml; `npm run bench` measures anew and writes it again. -->\n\n';

/** Why a row falls short, by its id. */
const shortfalls = (): Readonly<Record<string, string>> => parse(readFileSync(new URL('../../bench/shortfalls.yaml', import.meta.url), 'utf8')) as Record<string, string>;

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (head: readonly string[], lines: readonly (readonly string[])[]): string => [head, head.map(() => '---'), ...lines].map((line) => `| ${line.map(cell).join(' | ')} |`).join('\n');

function goals({ rows }: Results): string {
  return table(['work', 'goal', 'figure', ''], rows.flatMap(({ work, measured }) => measured.map(({ goal, figure, held }, index) => [index === 0 ? work : '', goal, figure, held === null ? '' : held ? 'held' : '**falls short**'])));
}

function speeds({ rows }: Results): string {
  return rows.filter((row) => row.speeds.length > 0 || row.note !== undefined).map((row) => [
    `### ${row.work.charAt(0).toUpperCase()}${row.work.slice(1)}`,
    ...(row.speeds.length === 0 ? [] : [table(['', 'ms', 'ms of processor', 'MB/s', 'found per MB'], row.speeds.map(({ name, ms, cpuMs, mbPerSecond, foundPerMb }) => [name, ...[ms, cpuMs, mbPerSecond, foundPerMb].map((value) => (value === undefined ? '' : round(value)))]))]),
    [`Medians of ${row.rounds} rounds; the machine's load when they began: ${row.load}.`, row.note ?? ''].join(' ').trim(),
  ].join('\n\n')).join('\n\n');
}

function short({ rows }: Results): string {
  const why = shortfalls();
  const missing = rows.filter(({ measured }) => measured.some(({ held }) => held === false));
  if (missing.length === 0) return 'Nothing does.';
  return missing.map(({ id, work }) => `- **${work}**: ${why[id] ?? 'No profile has been taken of this yet.'}`).join('\n');
}

function page(results: Results): string {
  const { machine } = results;
  return `${head}# How fast it is

What \`npm run bench\` measured last. Contenders run in processes of their own, one at a time and by turns; a ratio is the median of the
ratios within the rounds, so what slows the machine for both counts for neither. Speed says little without what was found in it,
so the findings per megabyte stand beside each: a speller finds words that it does not know, grep counts lines.

${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, ${machine.ripgrep}. Load ${machine.load} from other work.
Beside us ran ${Object.entries(machine.peers).map(([name, version]) => `${name} ${version}`).join(', ')}.

The corpus comes from \`bench/corpus\`: made-up replies in Zendesk's placeholders, 15 of 100 with up to three bad sentences, and the
500 phrases that those are made of, which are what grep looks for. It is the same in every run.

## The table

${goals(results)}

## What falls short, and why

${short(results)}

## The figures behind it

${speeds(results)}

## Kept from growing

\`test/unit/work-done.test.ts\` counts what is done instead of timing it: characters read, programs tried, replies read again after an
edit, fixes built. \`scripts/check-size.mjs\` fails the build where the server grows past \`scripts/size-limits.json\`.
`;
}

const results = readResults();

/** The page about speed: made from the last run of the benchmark. */
export const performancePage: Pages = { folder: 'docs', shared: true, files: new Map(results ? [['performance.md', page(results)]] : []) };
