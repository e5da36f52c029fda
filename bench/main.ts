import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeCorpus } from './corpus/write-corpus.ts';
import { install } from './install.ts';
import { corpus, results, root } from './paths.ts';
import { keepResults } from './results.ts';
import { shown } from './shown.ts';
import { rows } from './rows/index.ts';
import type { Row, RowResult } from './row.ts';

interface Request { readonly rows: readonly Row[]; readonly rounds: number; readonly megabytes: number; readonly build: boolean }

/** @throws Error on an argument that it does not know. */
function request(args: readonly string[]): Request {
  const chosen: Row[] = [];
  let [rounds, megabytes, build] = [5, 200, true];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    const row = rows.find(({ id }) => id === arg);
    const number = Number(args[index + 1]);
    if (row) chosen.push(row);
    else if (arg === '--no-build') build = false;
    else if ((arg === '--rounds' || arg === '--megabytes') && number >= 1) {
      if (arg === '--rounds') rounds = number;
      else megabytes = number;
      index++;
    } else throw new Error(`Unknown argument ${arg}. Known are --rounds N, --megabytes N, --no-build, and the rows ${rows.map(({ id }) => id).join(', ')}.`);
  }
  // The editor has a command of its own: it needs another installation.
  return { rows: chosen.length > 0 ? chosen : rows.filter(({ id }) => id !== 'editor'), rounds, megabytes, build };
}

function node(...args: string[]): void {
  if (spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0) throw new Error(`${args[0]} failed; the reason is above.`);
}

/** Measures the rows that were asked for, prints and keeps them, and writes docs/performance.md. The exit status: 1 where a row could not be measured. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { rows: wanted, rounds, megabytes, build } = request(args);
    install();
    if (build) node('scripts/build.mjs');
    writeCorpus(corpus);
    const fresh: (RowResult & { rounds: number; load: number })[] = [];
    let failed = false;
    for (const { id, work, measure } of wanted) {
      console.log(`\n${work}`);
      const load = Number(os.loadavg()[0]!.toFixed(1));
      try {
        const result = { id, work, ...(await measure({ rounds, megabytes, say: (line) => { console.log(`  ${line}`); } })), rounds, load };
        fresh.push(result);
        for (const line of shown(result)) console.log(`  ${line}`);
      } catch (error) {
        failed = true;
        console.error(`  could not be measured: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    keepResults(fresh, rows.map(({ id }) => id));
    const { performancePage } = await import('../scripts/pages/performance.ts');
    for (const [name, text] of performancePage.files) writeFileSync(path.join(root, performancePage.folder, name), text);
    console.log(`\n${path.relative(root, results)} and docs/performance.md hold these figures.`);
    return failed ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}
