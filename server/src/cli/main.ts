import { version } from '../../package.json';
import { inflectionFrom } from '../node/morphology.ts';
import { outputOf } from './output-of.ts';
import { run } from './run.ts';

const stdout = outputOf(1, () => process.stdout);
const stderr = outputOf(2, () => process.stderr);

run(process.argv.slice(2), {
  core: async () => ({ ...(await import('../core/index.ts')), inflect: inflectionFrom(__filename, '../morphology.cjs'), renderer: () => import('../render/index.ts') }),
  // Node builds it when it is first touched, and most runs do without.
  get stdin() { return process.stdin; },
  stdout,
  stderr,
  cwd: process.cwd(),
  env: process.env,
  // Node loads `performance` when it is first touched.
  now: () => Number(process.hrtime.bigint()) / 1e6,
  version,
}).then(
  (status) => { process.exitCode = status; },
  (error: unknown) => {
    stderr.write(`replylint: something went wrong inside ReplyLint itself, and this is our fault: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['REPLYLINT_DEBUG']) stderr.write(`${(error as Error).stack ?? ''}\n`);
    process.exitCode = 2;
  },
);
