import { spawnSync } from 'node:child_process';
import { median } from '../measure/statistics.ts';
import { root } from '../paths.ts';
import { type Row, round } from '../row.ts';

/** What test/vscode prints of each window that it opens; no activation where VS Code had woken the extension by itself. */
interface Window { readonly activation: number | null; readonly squiggle: number }

export const editor: Row = {
  id: 'editor',
  work: 'VS Code, from the moment a file is opened: the extension is active; it has handed over the first finding to draw',
  measure({ rounds }) {
    const { status, stdout } = spawnSync(process.execPath, ['test/vscode/run.mjs', '--timings', String(rounds)], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const windows = [...stdout.matchAll(/^timings: (\{.*\})$/gm)].map(([, json]) => JSON.parse(json!) as Window);
    if (status !== 0 || windows.length === 0) throw new Error(`VS Code did not open:\n${stdout.slice(-2000)}`);
    const cold = windows.filter(({ activation }) => activation !== null);
    const figure = (what: string, aim: number, values: readonly number[]) => {
      const ms = median(values);
      return { goal: `${what}: aim ${aim} ms`, figure: values.length === 0 ? 'not seen' : `${round(ms)} ms`, ratio: values.length === 0 ? null : ms / aim, held: values.length === 0 ? null : ms <= aim };
    };
    return Promise.resolve({
      measured: [figure('activation', 50, cold.map(({ activation }) => activation!)), figure('first finding', 500, (cold.length > 0 ? cold : windows).map(({ squiggle }) => squiggle))],
      speeds: [],
      note: `${windows.length} fresh windows, the extension asleep in ${cold.length} of them; VS Code's server build in a headless browser on Linux x64, the desktop product elsewhere.`,
    });
  },
};
