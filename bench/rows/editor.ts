import { spawnSync } from 'node:child_process';
import { root } from '../paths.ts';
import { median } from '../measure/statistics.ts';
import { type Row, round } from '../row.ts';

/** What test/vscode prints of each window that it opens. */
interface Window { readonly activation: number; readonly squiggle: number }

export const editor: Row = {
  id: 'editor',
  work: 'VS Code: the extension becomes active; the first squiggle after a file is opened',
  measure({ rounds }) {
    const { status, stdout } = spawnSync(process.execPath, ['test/vscode/run.mjs', '--timings', String(rounds)], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    const windows = [...stdout.matchAll(/^timings: (\{.*\})$/gm)].map(([, json]) => JSON.parse(json!) as Window);
    if (status !== 0 || windows.length === 0) throw new Error(`VS Code did not open:\n${stdout.slice(-2000)}`);
    const figure = (what: string, aim: number, of: (window: Window) => number) => {
      const ms = median(windows.map(of));
      return { goal: `${what}: aim ${aim} ms`, figure: `${round(ms)} ms`, ratio: ms / aim, held: ms <= aim };
    };
    return Promise.resolve({
      measured: [figure('activation', 50, ({ activation }) => activation), figure('first squiggle', 500, ({ squiggle }) => squiggle)],
      speeds: [],
      note: `Medians of ${windows.length} fresh windows of VS Code's server build in a headless browser.`,
    });
  },
};
