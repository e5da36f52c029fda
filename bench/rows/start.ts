import path from 'node:path';
import { byTurns } from '../measure/contender.ts';
import { speed, times } from '../measure/speeds.ts';
import { medianRatio } from '../measure/statistics.ts';
import { wholeProcess } from '../measure/whole-process.ts';
import { commandLine, corpus } from '../paths.ts';
import { atMost, type Row } from '../row.ts';

export const start: Row = {
  id: 'start',
  work: '`replylint check`, whole process, on a `.reply.txt` with one finding, a small YAML and a small JSON',
  async measure({ rounds }) {
    const check = (name: string) => wholeProcess(`check ${name}`, process.execPath, [commandLine, 'check', '--fail-on', 'never', path.join(corpus, name)], [0]);
    const all = [wholeProcess('node -e 0', process.execPath, ['-e', '0'], [0]), check('late.reply.txt'), check('small.yaml'), check('small.json')];
    // A start takes too short a time for so few of them.
    const runs = await byTurns(all, rounds * 4);
    const [empty, reply, yaml, json] = runs.map(times) as [number[], number[], number[], number[]];
    return {
      measured: [
        atMost(1.6, 'node -e 0, on a .reply.txt', medianRatio(reply, empty)),
        atMost(2, 'node -e 0, on a YAML', medianRatio(yaml, empty)),
        atMost(2, 'node -e 0, on a JSON', medianRatio(json, empty)),
      ],
      speeds: all.map(({ name }, index) => speed(name, runs[index]!)),
    };
  },
};
