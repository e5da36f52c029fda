import { round, type RowResult } from './row.ts';

/** A row as lines for a terminal. */
export function shown({ measured, speeds, note }: RowResult): string[] {
  const width = Math.max(0, ...speeds.map(({ name }) => name.length));
  return [
    ...speeds.map(({ name, ms, cpuMs, mbPerSecond, foundPerMb }) => [
      name.padEnd(width), `${round(ms)} ms`.padStart(12), ...(cpuMs === undefined ? [] : [`${round(cpuMs)} ms of processor`.padStart(24)]),
      ...(mbPerSecond === undefined ? [] : [`${round(mbPerSecond)} MB/s`.padStart(12)]), ...(foundPerMb === undefined ? [] : [`${round(foundPerMb)} found per MB`.padStart(20)]),
    ].join(' ')),
    ...measured.map(({ goal, figure, held }) => `${held === null ? '·' : held ? 'held' : 'NOT HELD'}: ${figure} (goal: ${goal})`),
    ...(note === undefined ? [] : [note]),
  ];
}
