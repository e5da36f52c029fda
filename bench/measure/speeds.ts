import { statSync } from 'node:fs';
import type { Speed } from '../row.ts';
import type { Contender, Run } from './contender.ts';
import { median } from './statistics.ts';

/** The speed of each contender on a file, from its runs. */
export function speedsOn(file: string, contenders: readonly Contender[], runs: readonly (readonly Run[])[]): Speed[] {
  const megabytes = statSync(file).size / 1e6;
  return contenders.map(({ name }, index) => speed(name, runs[index]!, megabytes));
}

export function speed(name: string, runs: readonly Run[], megabytes?: number): Speed {
  const ms = median(times(runs));
  const found = runs.at(-1)?.found;
  const cpu = runs.flatMap(({ cpuMs }) => cpuMs ?? []);
  return {
    name, ms, ...(cpu.length > 0 && { cpuMs: median(cpu) }),
    ...(megabytes !== undefined && { mbPerSecond: (megabytes / ms) * 1000, ...(found !== undefined && { foundPerMb: found / megabytes }) }),
  };
}

export const times = (runs: readonly Run[]): number[] => runs.map(({ ms }) => ms);
