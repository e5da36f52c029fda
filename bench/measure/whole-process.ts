import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Contender } from './contender.ts';

/** A program as a contender: each run is the whole process, from its start to its end. @throws Error where its status is none of these. */
export function wholeProcess(name: string, command: string, args: readonly string[], statuses: readonly number[], found?: (output: string) => number): Contender {
  return {
    name,
    run() {
      const cpu = processorOfChildren();
      const start = process.hrtime.bigint();
      const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, env: { ...process.env, NODE_OPTIONS: '' } });
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      const after = processorOfChildren();
      if (error || status === null || !statuses.includes(status)) throw new Error(`${name} ended with ${String(status)}.\n${error?.message ?? stderr}`);
      return Promise.resolve({ ms, ...(cpu !== undefined && after !== undefined && { cpuMs: after - cpu }), ...(found && { found: found(stdout) }) });
    },
    stop() {},
  };
}

/** Processor time of all ended children in milliseconds, in steps of ten; undefined where the system does not tell. */
function processorOfChildren(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return undefined;
  }
}
