import { readFileSync, writeFileSync } from 'node:fs';
import { type Machine, machine } from './machine.ts';
import { results as file } from './paths.ts';
import type { RowResult } from './row.ts';

/** What bench/results.json holds: the last figures of each row. */
export interface Results {
  readonly machine: Machine;
  readonly rows: readonly (RowResult & { readonly rounds: number; readonly load: number })[];
}

export function readResults(): Results | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch {
    return null;
  }
}

/** Puts rows in the place of older ones, in the order of `ids`. Figures of another machine or Node do not stay beside them. */
export function keepResults(fresh: readonly (RowResult & { readonly rounds: number; readonly load: number })[], ids: readonly string[]): Results {
  const now = machine();
  const before = readResults();
  const comparable = before !== null && before.machine.cpu === now.cpu && before.machine.cores === now.cores && before.machine.node === now.node;
  const rows = new Map((comparable ? before.rows : []).map((row) => [row.id, row]));
  for (const row of fresh) rows.set(row.id, row);
  const kept: Results = { machine: now, rows: ids.flatMap((id) => rows.get(id) ?? []) };
  writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
  return kept;
}
