#!/usr/bin/env node
import { run } from './run.ts';
import { version } from '../../package.json';
import type { Core } from './core.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2), {
    core: () => import('../core/index.ts') as unknown as Promise<Core>,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    now: () => performance.now(),
    version,
  });
} catch (error) {
  process.stderr.write(`replylint: something went wrong inside ReplyLint itself, and this is our fault: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['REPLYLINT_DEBUG']) process.stderr.write(`${(error as Error).stack ?? ''}\n`);
  process.exitCode = 2;
}
