import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { contenders as folder, here } from '../paths.ts';

/** What one run of a contender took and found. */
export interface Run {
  readonly ms: number;
  /** Processor time, where the system tells it. */
  readonly cpuMs?: number;
  /** Findings, matching lines, misspellings: what it has to show for the time. */
  readonly found?: number;
  /** For work of many small steps: what each took, in milliseconds; `ms` is then their median. */
  readonly each?: readonly number[];
  /** How long it took to get ready, in milliseconds. */
  readonly openMs?: number;
  /** Bytes of memory at the end, and at most. */
  readonly held?: number;
  readonly peak?: number;
}

/** Something that does its work whenever it is told to. */
export interface Contender {
  readonly name: string;
  run(): Promise<Run>;
  stop(): void;
}

export interface InProcess {
  readonly name: string;
  /** A file in bench/contenders. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly nodeOptions?: readonly string[];
}

/** Starts a contender in its own process; it is ready to run when this resolves. @throws Error where it cannot start. */
export async function start({ name, file, args = [], nodeOptions = [] }: InProcess): Promise<Contender> {
  const child: ChildProcess = fork(path.join(here, 'measure/contender-process.mjs'), [path.join(folder, file), ...args], {
    execArgv: ['--expose-gc', ...nodeOptions], env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => { complaints = (complaints + text).slice(-2000); });
  const ended = once(child, 'exit').then(([code]) => { throw new Error(`${name} ended with ${String(code)}.\n${complaints}`); });
  ended.catch(() => {});
  const heard = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), ended]))[0] as unknown;
  await heard();
  return {
    name,
    async run() {
      const answer = heard();
      child.send('run');
      return await answer as Run;
    },
    stop: () => { child.kill(); },
  };
}

/**
 * Runs all contenders by turns: first each to warm up, at least once and for `warm` milliseconds of its own work, then
 * `rounds` rounds; the runs of each, by its place.
 */
export async function byTurns(contenders: readonly Contender[], rounds: number, warm = 0): Promise<Run[][]> {
  for (const contender of contenders) {
    let spent = 0;
    do spent += (await contender.run()).ms; while (spent < warm);
  }
  const runs: Run[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) runs[index]!.push(await contender.run());
  }
  return runs;
}

/** Lets `use` work with contenders, and stops them whatever happens. */
export async function among<T>(wanted: readonly InProcess[], use: (contenders: readonly Contender[]) => Promise<T>): Promise<T> {
  const started: Contender[] = [];
  try {
    for (const each of wanted) started.push(await start(each));
    return await use(started);
  } finally {
    for (const contender of started) contender.stop();
  }
}
