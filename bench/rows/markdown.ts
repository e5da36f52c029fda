import path from 'node:path';
import { among, byTurns } from '../measure/contender.ts';
import { ripgrep } from '../measure/ripgrep.ts';
import { speedsOn, times } from '../measure/speeds.ts';
import { medianRatio } from '../measure/statistics.ts';
import { wholeProcess } from '../measure/whole-process.ts';
import { corpus } from '../paths.ts';
import { atLeast, type Row } from '../row.ts';
import { anew, remembers } from './anew.ts';

export const markdown: Row = {
  id: 'markdown',
  work: '`lint()` of 10 MB of Markdown, all default rules, warm, one thread, fixes not read',
  async measure({ rounds }) {
    const file = path.join(corpus, '10m.md');
    return among([{ name: 'ReplyLint', file: 'lint.mjs', args: [file] }, { name: 'charCodeAt loop', file: 'loop.mjs', args: [file] }, anew(file)], async (ours) => {
      const grep = wholeProcess('ripgrep, 500 phrases', ripgrep(), ['-j1', '-i', '-F', '-c', '-f', path.join(corpus, 'patterns.txt'), file], [0], Number);
      const all = [...ours, grep];
      const runs = await byTurns(all, rounds);
      const [lint, loop, , rg] = runs.map(times) as [number[], number[], number[], number[]];
      return { measured: [atLeast(1, 'the speed of ripgrep', medianRatio(rg, lint)), atLeast(1 / 8, 'the speed of the loop', medianRatio(loop, lint))], speeds: speedsOn(file, all, runs), note: remembers };
    });
  },
};
