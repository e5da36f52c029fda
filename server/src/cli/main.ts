import { version } from '../../package.json';
import { inflectionFrom } from '../node/morphology.ts';
import { run } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), {
  core: async () => ({ ...(await import('../core/index.ts')), inflect: inflectionFrom(__filename, '../morphology.cjs'), renderer: () => import('../render/index.ts') }),
  // Node builds each stream when it is first touched, and most runs need one of the three.
  get stdin() { return process.stdin; },
  get stdout() { return process.stdout; },
  get stderr() { return process.stderr; },
  cwd: process.cwd(),
  env: process.env,
  now: () => performance.now(),
  version,
}).then(
  (status) => { process.exitCode = status; },
  (error: unknown) => {
    process.stderr.write(`replylint: something went wrong inside ReplyLint itself, and this is our fault: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['REPLYLINT_DEBUG']) process.stderr.write(`${(error as Error).stack ?? ''}\n`);
    process.exitCode = 2;
  },
);
