import path from 'node:path';
import { among, byTurns } from '../measure/contender.ts';
import { speedsOn, times } from '../measure/speeds.ts';
import { median, medianRatio } from '../measure/statistics.ts';
import { corpus } from '../paths.ts';
import { atLeast, type Row } from '../row.ts';
import { anew, remembers } from './anew.ts';

const prose = { alex: 'alex.mjs', 'write-good': 'write-good.mjs', 'retext, 6 plugins': 'retext.mjs', 'textlint, 2 rules': 'textlint.mjs', 'harper.js': 'harper.mjs' };

/** Milliseconds: a run on so little text is over long before the engine has compiled what it will run. */
const warm = 3000;

export const proseLinters: Row = {
  id: 'prose-linters',
  work: 'the same on 100 KB, beside prose linters and a spelling checker',
  async measure({ rounds }) {
    const file = path.join(corpus, '100k.md');
    const named = { ReplyLint: 'lint.mjs', cspell: 'cspell.mjs', ...prose };
    return among([...Object.entries(named).map(([name, contender]) => ({ name, file: contender, args: [file] })), anew(file)], async (all) => {
      const runs = await byTurns(all, rounds, warm);
      const [ours, cspell, ...others] = runs.slice(0, -1).map(times) as [number[], number[], ...number[][]];
      const fastest = others.reduce((best, each) => (median(each) < median(best) ? each : best));
      return {
        measured: [atLeast(50, `the speed of the fastest prose linter (${all[2 + others.indexOf(fastest)]!.name})`, medianRatio(fastest, ours)), atLeast(10, 'the speed of cspell', medianRatio(cspell, ours))],
        speeds: speedsOn(file, all, runs),
        note: `Each has worked for ${warm / 1000} seconds before the first round. ${remembers}`,
      };
    });
  },
};
