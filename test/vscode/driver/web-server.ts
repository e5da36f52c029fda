/** A static server that stands in for vscode.dev: the workbench, the extension under test, and a workspace read over HTTP. */
import { createReadStream, type Stats } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { modules, vscode } from './paths.ts';
import type { Target } from './target.ts';
import { workbenchPage, workbenchScript } from './web-workbench.ts';

const workbench = 'out/vs/code/browser/workbench';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ttf': 'font/ttf', '.wasm': 'application/wasm',
};

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

const fileType = (entry: { isFile(): boolean; isDirectory(): boolean }): number => (entry.isFile() ? 1 : entry.isDirectory() ? 2 : 0);

/** What the file-system extension asks of the mounted workspace. */
async function answerMount(response: ServerResponse, file: string, info: Stats | undefined, question: URLSearchParams): Promise<boolean> {
  if (!question.has('stat') && !question.has('readdir')) return false;
  const missing = { error: 'ENOENT' };
  const answer = info === undefined ? missing
    : question.has('stat') ? { type: fileType(info), ctime: info.ctimeMs, mtime: info.mtimeMs, size: info.size }
      : (await readdir(file, { withFileTypes: true })).map((entry) => ({ name: entry.name, type: fileType(entry) }));
  send(response, 'application/json', JSON.stringify(answer));
  return true;
}

/** Serves a window on `target` at `url`, on this machine only. */
export async function serveWorkbench(target: Target): Promise<{ readonly url: string; close(): void }> {
  const mounts = [
    ['/static/build/', vscode],
    // Inside the extension: the window runs tests in the host of the extension that holds them.
    ['/static/devextensions/.suite/', path.dirname(target.suite)],
    ['/static/devextensions/', target.extension],
    ['/static/extensions/fs/', path.join(modules, '@vscode/test-web/fs-provider')],
    ['/static/mount/', target.workspace],
  ] as const;
  const script = workbenchScript(await readFile(path.join(vscode, workbench, 'workbench.js'), 'utf8'));
  const page = await readFile(path.join(vscode, workbench, 'workbench.html'), 'utf8');

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      const name = decodeURIComponent(url.pathname);
      if (name === '/') return send(response, 'text/html', workbenchPage(page, url.host));
      if (name === `/static/build/${workbench}/workbench.js`) return send(response, 'text/javascript', script);
      const mount = mounts.find(([prefix]) => `${name}/`.startsWith(prefix));
      const file = mount && path.join(mount[1], name.slice(mount[0].length));
      if (file === undefined || !`${file}${path.sep}`.startsWith(mount![1])) return response.writeHead(404).end();
      const info = await stat(file).catch(() => undefined);
      if (mount![0] === '/static/mount/' && await answerMount(response, file, info, url.searchParams)) return undefined;
      if (info?.isFile()) {
        response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
        return createReadStream(file).pipe(response);
      }
      // The package leaves out the browser builds of VS Code's own extensions.
      if (name.startsWith('/static/build/extensions/') && name.endsWith('.js')) return send(response, 'text/javascript', 'exports.activate = () => {};');
      return response.writeHead(404).end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
