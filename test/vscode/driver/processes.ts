import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

function stop(child: ChildProcess): void {
  running.delete(child);
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // The whole group: a server has children of its own.
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

process.on('exit', () => [...running].forEach(stop));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

/** Starts a program that ends, at the latest, when this process does. */
export function start(program: string, args: readonly string[], options: SpawnOptions): { readonly child: ChildProcess; readonly stop: () => void } {
  const child = spawn(program, args, { detached: process.platform !== 'win32', ...options });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return { child, stop: () => stop(child) };
}

/** Runs a program to its end. @throws Error with what it printed, where it fails. */
export function run(program: string, args: readonly string[], options: SpawnOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const { child } = start(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout?.on('data', (data) => { printed += data; });
    child.stderr?.on('data', (data) => { printed += data; });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`\`${program} ${args.join(' ')}\` failed.\n${printed.trim()}`))));
  });
}
