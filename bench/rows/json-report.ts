import { statSync } from 'node:fs';
import path from 'node:path';
import { byTurns } from '../measure/contender.ts';
import { speed } from '../measure/speeds.ts';
import { wholeProcess } from '../measure/whole-process.ts';
import { commandLine, corpus } from '../paths.ts';
import { type Row, round } from '../row.ts';

const findings = (output: string): number => (JSON.parse(output) as { files: { findings: unknown[] }[] }).files[0]!.findings.length;

export const jsonReport: Row = {
  id: 'json-report',
  work: '`check --format json` of that library, whole process, fixes included',
  async measure({ rounds }) {
    const all = ['library.yaml', 'library.json'].map((name) => wholeProcess(name, process.execPath, [commandLine, 'check', '--format', 'json', '--fail-on', 'never', path.join(corpus, name)], [0], findings));
    const runs = await byTurns(all, rounds);
    const speeds = all.map(({ name }, index) => speed(name, runs[index]!, statSync(path.join(corpus, name)).size / 1e6));
    return { measured: speeds.map(({ name, ms }) => ({ goal: 'reported', figure: `${name}: ${round(ms / 1000)} s`, ratio: null, held: null })), speeds };
  },
};
