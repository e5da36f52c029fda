import path from 'node:path';
import { among, byTurns } from '../measure/contender.ts';
import { speed, times } from '../measure/speeds.ts';
import { medianRatio } from '../measure/statistics.ts';
import { corpus } from '../paths.ts';
import { atLeast, type Row } from '../row.ts';

export const workers: Row = {
  id: 'workers',
  work: 'two worker threads against one, each with a linter of its own, on 1 MB files',
  async measure({ rounds, megabytes }) {
    const threads = (count: string) => ({ name: count === '1' ? 'one worker' : `${count} workers`, file: 'workers.mjs', args: [path.join(corpus, 'pages'), count, String(megabytes)] });
    return among([threads('1'), threads('2')], async (all) => {
      const runs = await byTurns(all, rounds);
      const [one, two] = runs.map(times) as [number[], number[]];
      return { measured: [atLeast(1.6, 'the speed of one', medianRatio(one, two))], speeds: all.map(({ name }, index) => speed(name, runs[index]!, megabytes)), note: `${megabytes} MB of files in each round.` };
    });
  },
};
