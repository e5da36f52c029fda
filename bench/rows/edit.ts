import path from 'node:path';
import { among, byTurns, type Run } from '../measure/contender.ts';
import { speed, times } from '../measure/speeds.ts';
import { median, medianRatio, quantile } from '../measure/statistics.ts';
import { corpus } from '../paths.ts';
import { atMost, type Row, round } from '../row.ts';

/** Edits in each round, at most: a slow round ends sooner. */
const edits = '200';
const file = path.join(corpus, 'library.yaml');
const loop = { name: 'charCodeAt loop over the file', file: 'loop.mjs', args: [file] };
/** The 99th percentile of all edits of all rounds. */
const worst = (runs: readonly Run[]): number => quantile(runs.flatMap(({ each }) => each ?? []), 0.99);

export const edit: Row = {
  id: 'edit',
  work: '`session.edit` of one character in the YAML library, each time in another reply',
  async measure({ rounds }) {
    return among([{ name: 'session.edit', file: 'edit.mjs', args: [file, edits] }, loop], async (all) => {
      const [ours, limit] = await byTurns(all, rounds) as [Run[], Run[]];
      const late = worst(ours);
      return {
        measured: [
          atMost(1 / 10, 'the loop over the file, median', medianRatio(times(ours), times(limit))),
          atMost(1 / 3, 'the loop over the file, 99th percentile', late / median(times(limit))),
        ],
        speeds: [speed('session.edit', ours), { name: 'session.edit, 99th percentile', ms: late }, speed(loop.name, limit)],
        note: `${ours.reduce((sum, { each }) => sum + each!.length, 0)} edits. Opening the library took ${round(ours[0]!.openMs! / 1000)} s.`,
      };
    });
  },
};

export const growth: Row = {
  id: 'growth',
  work: 'growth: the same edit in libraries of 1,000 and 100,000 replies',
  async measure({ rounds }) {
    const library = (count: string) => ({ name: `session.edit, ${count} replies`, file: 'edit.mjs', args: [path.join(corpus, `library-${count}.yaml`), edits], nodeOptions: ['--max-old-space-size=6144'] });
    return among([library('1000'), library('100000')], async (all) => {
      const [small, large] = await byTurns(all, rounds) as [Run[], Run[]];
      return { measured: [atMost(2, 'the time in the smaller one', medianRatio(times(large), times(small)))], speeds: [speed(all[0]!.name, small), speed(all[1]!.name, large)] };
    });
  },
};

export const editOverStdio: Row = {
  id: 'edit-over-stdio',
  work: 'the same edit through the language server over stdio, until the diagnostics are back',
  async measure({ rounds }) {
    return among([{ name: 'didChange to diagnostics', file: 'stdio.mjs', args: [file, edits] }, loop], async (all) => {
      const [ours, limit] = await byTurns(all, rounds) as [Run[], Run[]];
      return {
        measured: [atMost(1 / 2, 'the loop over the file, median', medianRatio(times(ours), times(limit)))],
        speeds: [speed('didChange to diagnostics', ours), { name: 'didChange to diagnostics, 99th percentile', ms: worst(ours) }, speed(loop.name, limit)],
      };
    });
  },
};
