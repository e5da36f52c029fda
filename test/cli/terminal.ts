import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import type { Surroundings } from '../../server/src/cli/streams.ts';
import { fakeCore } from './fake-core.ts';

/** What a command line left behind. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly outBytes: Buffer;
}

/** A folder of files for one test. Keys are paths, a Buffer is written as it is. */
export function folder(files: Record<string, string | Buffer>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'replylint-test-'));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

const made: string[] = [];

/** To be called after the tests of a file. */
export function removeFolders(): void {
  for (const root of made.splice(0)) {
    chmodSync(root, 0o700);
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs a command line, given as one would type it (no quoting), in `cwd`. */
export async function type(line: string, cwd: string, around: Partial<Surroundings> & { input?: string | Buffer } = {}): Promise<Ran> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const { input = '', ...rest } = around;
  const status = await run(line.split(' ').filter(Boolean), {
    core: () => Promise.resolve(fakeCore),
    stdin: (async function* () { yield Buffer.from(input as string); })(),
    stdout: { write: (text) => out.push(Buffer.from(text as string)) },
    stderr: { write: (text) => err.push(Buffer.from(text as string)) },
    cwd,
    env: {},
    now: () => 0,
    version: '1.2.3',
    ...rest,
  });
  const outBytes = Buffer.concat(out);
  return { status, out: outBytes.toString('utf8'), err: Buffer.concat(err).toString('utf8'), outBytes };
}
