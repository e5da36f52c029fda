import path from 'node:path';
import { among, byTurns } from '../measure/contender.ts';
import { speedsOn, times } from '../measure/speeds.ts';
import { medianRatio } from '../measure/statistics.ts';
import { corpus } from '../paths.ts';
import { atLeast, type Row } from '../row.ts';

function libraryRow(id: string, work: string, name: string, parser: { name: string; file: string }, goal: number, what: string): Row {
  return {
    id,
    work,
    async measure({ rounds }) {
      const file = path.join(corpus, name);
      return among([{ name: 'ReplyLint', file: 'lint.mjs', args: [file] }, { ...parser, args: [file] }], async (all) => {
        const runs = await byTurns(all, rounds);
        const [ours, alone] = runs.map(times) as [number[], number[]];
        return { measured: [atLeast(goal, what, medianRatio(alone, ours))], speeds: speedsOn(file, all, runs) };
      });
    },
  };
}

export const yamlLibrary = libraryRow('yaml-library', '`lint()` of a library of 10,000 replies in YAML, warm', 'library.yaml', { name: 'yaml, parseDocument', file: 'yaml-document.mjs' }, 4, "the speed of yaml's parseDocument alone");
export const jsonLibrary = libraryRow('json-library', '`lint()` of the same library in JSON, warm', 'library.json', { name: 'jsonc-parser, visit', file: 'json-visit.mjs' }, 0.7, "the speed of jsonc-parser's visitor alone");
