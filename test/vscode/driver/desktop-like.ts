import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from './browser.ts';
import { node24, out, vscode } from './paths.ts';
import { start } from './processes.ts';
import { settings } from './settings.ts';
import type { Outcome } from './suite-output.ts';
import type { Target } from './target.ts';
import { freePort, until } from './until.ts';
import { runWindow } from './window.ts';

/** Runs the suite in the Node extension host of VS Code's server, with a browser as its window. */
export async function runDesktopLike(target: Target): Promise<Outcome> {
  const port = await freePort();
  const server = await startServer(port, path.join(target.scratch, 'server'));
  try {
    const browser = await openBrowser();
    try {
      return await runWindow('desktop-like', browser, address(port, target));
    } finally {
      await browser.close();
    }
  } finally {
    server.stop();
  }
}

function address(port: number, target: Target): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = [['extensionDevelopmentPath', remote(target.extension)], ['extensionTestsPath', remote(target.suite)]];
  return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(target.workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

async function startServer(port: number, data: string): Promise<{ stop(): void }> {
  const user = path.join(data, 'user/User');
  await mkdir(user, { recursive: true });
  await mkdir(out, { recursive: true });
  await writeFile(path.join(user, 'settings.json'), JSON.stringify(settings, undefined, 2));
  const { child, stop } = start(node24, [
    path.join(vscode, 'out/server-main.js'), '--host', '127.0.0.1', '--port', String(port), '--without-connection-token',
    '--accept-server-license-terms', '--server-data-dir', data, '--user-data-dir', path.join(data, 'user'), '--extensions-dir', path.join(data, 'ext'),
    '--telemetry-level', 'off', '--disable-workspace-trust', '--enable-smoke-test-driver',
  ], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}' } });
  const log = createWriteStream(path.join(out, 'server.log'));
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  let ended = false;
  child.on('exit', () => { ended = true; });
  try {
    await until('the VS Code server', 60_000, async () => {
      if (ended) throw new Error('The VS Code server ended at once; see test/vscode/out/server.log.');
      return fetch(`http://127.0.0.1:${port}/version`).then((answer) => answer.ok || undefined, () => undefined);
    });
  } catch (error) {
    stop();
    throw error;
  }
  return { stop };
}
