import path from 'node:path';
import { among } from '../measure/contender.ts';
import { corpus } from '../paths.ts';
import { type Row, round } from '../row.ts';

export const memory: Row = {
  id: 'memory',
  work: 'memory of the language server 10 s after opening the YAML library',
  async measure() {
    return among([{ name: 'server', file: 'server-memory.mjs', args: [path.join(corpus, 'library.yaml')] }], async ([server]) => {
      const { held, peak } = await server!.run();
      const megabytes = held! / 1e6;
      return { measured: [{ goal: '≤ 150 MB', figure: `${round(megabytes)} MB${peak === undefined ? '' : `, at most ${round(peak / 1e6)} MB`}`, ratio: megabytes / 150, held: megabytes <= 150 }], speeds: [] };
    });
  },
};
