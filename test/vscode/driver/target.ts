import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { here, out } from './paths.ts';

export type Host = 'desktop-like' | 'web' | 'electron';

/** What every host gets: the extension under test, the suite bundled for it, and a copy of the workspace. */
export interface Target {
  readonly extension: string;
  readonly suite: string;
  readonly workspace: string;
  /** A folder that is removed afterwards. */
  readonly scratch: string;
}

async function bundle(host: Host, pictures: boolean): Promise<string> {
  const web = host === 'web';
  // The worker host loads `.js` only; for Node, `.js` would be an ES module here.
  const outfile = path.join(out, host, web ? 'suite.js' : 'suite.cjs');
  await build({
    entryPoints: [path.join(here, 'suite', pictures ? 'pictures-main.ts' : web ? 'web-main.ts' : 'node-main.ts')],
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

/** Lets `use` run on a fresh target, and clears up. For `pictures` the target is the demo and what shows it. */
export async function withTarget<T>(host: Host, extension: string, use: (target: Target) => Promise<T>, pictures = false): Promise<T> {
  const suite = await bundle(host, pictures);
  const scratch = await mkdtemp(path.join(tmpdir(), 'replylint-'));
  const clear = (): void => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  // Also where the run is cut short; listeners run in this order, after the servers have been stopped.
  process.on('exit', clear);
  try {
    const workspace = path.join(scratch, 'workspace');
    await cp(path.join(here, pictures ? 'demo' : 'workspace'), workspace, { recursive: true });
    return await use({ extension, suite, workspace, scratch });
  } finally {
    process.off('exit', clear);
    clear();
  }
}
