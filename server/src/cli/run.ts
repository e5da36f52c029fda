import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.ts';
import type { Surroundings } from './streams.ts';
import { isUsageError } from './usage-error.ts';

/** Runs one command line to its end and returns the exit status: 0 nothing found, 1 something found, 2 something went wrong. */
export async function run(argv: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  try {
    const args = readArguments(argv, (name) => existsSync(path.resolve(around.cwd, name)));
    switch (args.verb) {
      case 'check':
        return await (await import('./check.ts')).check(args, around);
      case 'checklist':
        return await (await import('./checklist.ts')).checklist(args, around);
      case 'convert':
        return await (await import('./convert.ts')).convert(args, around);
      case 'render':
        return await (await import('./render.ts')).render(args, around);
      case 'explain':
        return await (await import('./explain.ts')).explain(args.operands[0]!, args, around);
      case 'rules':
        return await (await import('./explain.ts')).listRules(args.format, around);
      case 'help':
        around.stdout.write((await import('./help.ts')).help);
        return 0;
      case 'version':
        around.stdout.write(`replylint ${around.version}\n`);
        return 0;
    }
  } catch (error) {
    if (!isUsageError(error)) throw error;
    around.stderr.write(`replylint: ${error.message}\n`);
    return 2;
  }
}
