import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { here, out } from './paths.ts';

/** What a window is opened for: to test, to take the README's pictures, or to see how long it takes. */
export type Purpose = 'tests' | 'pictures' | 'timings';

/** The folder that each works on, and the suite that it runs. */
const folders: Readonly<Record<Purpose, string>> = { tests: 'workspace', pictures: 'demo', timings: 'fresh' };
const suites: Readonly<Record<Purpose, string>> = { tests: 'node-main.ts', pictures: 'pictures-main.ts', timings: 'timings-main.ts' };

export type Host = 'desktop-like' | 'web' | 'electron';

/** What every host gets: the extension under test, the suite bundled for it, and a copy of the workspace. */
export interface Target {
  readonly extension: string;
  readonly suite: string;
  readonly workspace: string;
  /** A folder that is removed afterwards. */
  readonly scratch: string;
}

async function bundle(host: Host, purpose: Purpose): Promise<string> {
  const web = host === 'web';
  // The worker host loads `.js` only; for Node, `.js` would be an ES module here.
  const outfile = path.join(out, host, web ? 'suite.js' : 'suite.cjs');
  await build({
    entryPoints: [path.join(here, 'suite', purpose === 'tests' && web ? 'web-main.ts' : suites[purpose])],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: web ? 'browser' : 'node',
    target: 'es2022',
    external: web ? ['vscode'] : ['vscode', 'mocha'],
    alias: web ? { 'node:assert/strict': path.join(here, 'suite/web-assert.ts') } : {},
    define: { DRIVEN: String(host !== 'electron'), ...(web ? { process: '{"env":{},"argv":[]}' } : {}) },
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * A copy of the extension that only the language of the file wakes which the suite will open: in each fresh window VS Code
 * opens settings of its own, in JSON with comments, and would wake it before the clock runs.
 */
async function asleep(extension: string, scratch: string): Promise<string> {
  const copy = path.join(scratch, 'extension');
  await cp(extension, copy, { recursive: true });
  const manifest = path.join(copy, 'package.json');
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')) as object, activationEvents: ['onLanguage:yaml'] }));
  return copy;
}

/** Lets `use` run on a fresh target, and clears up. Each purpose has a workspace and a suite of its own. */
export async function withTarget<T>(host: Host, extension: string, use: (target: Target) => Promise<T>, purpose: Purpose = 'tests'): Promise<T> {
  const suite = await bundle(host, purpose);
  const scratch = await mkdtemp(path.join(tmpdir(), 'replylint-'));
  const clear = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  // Also where the run is cut short; listeners run in this order, after the servers have been stopped.
  process.on('exit', clear);
  try {
    const workspace = path.join(scratch, 'workspace');
    await cp(path.join(here, folders[purpose]), workspace, { recursive: true });
    return await use({ extension: purpose === 'timings' ? await asleep(extension, scratch) : extension, suite, workspace, scratch });
  } finally {
    process.off('exit', clear);
    clear();
  }
}
