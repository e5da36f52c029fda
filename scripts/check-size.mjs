// How large the server and the extension are, and an end to a build that lets them grow: node scripts/check-size.mjs
// scripts/size-limits.json holds for each the goal and the limit of today, in bytes. Where something has become smaller, its
// limit goes down with it, until the goal is the limit.
import { transform } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'server/dist');

/** Starts the server as an editor would, and ends it when it has answered. @throws Error where it does not answer. */
async function startAndStop(env) {
  const server = spawn(process.execPath, [path.join(dist, 'server.js'), '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
  };
  server.stdout.once('data', () => {
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
  });
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  const [status] = await once(server, 'close');
  if (status !== 0) throw new Error('The language server does not start.');
}

/** The files of code that the server has loaded when it first answers, as Node itself says. */
async function loadedAtStart() {
  const reports = mkdtempSync(path.join(tmpdir(), 'replylint-size-'));
  try {
    await startAndStop({ ...process.env, NODE_V8_COVERAGE: reports });
    const scripts = readdirSync(reports).flatMap((name) => JSON.parse(readFileSync(path.join(reports, name), 'utf8')).result.map(({ url }) => url));
    return scripts.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)).filter((file) => file.startsWith(dist));
  } finally {
    rmSync(reports, { recursive: true });
  }
}

/** All files of code that the server may load on Node. */
function code() {
  const parts = readdirSync(path.join(dist, 'parts')).filter((name) => name.endsWith('.cjs') && name !== 'browser.cjs');
  return [path.join(dist, 'server.js'), path.join(dist, 'morphology.cjs'), ...parts.map((name) => path.join(dist, 'parts', name))];
}

/** Bytes of code without what only people read. A build for production has none of that already, and would only grow by it. */
async function minified(files) {
  let sum = 0;
  for (const file of files) {
    const { code } = await transform(readFileSync(file, 'utf8'), { minify: true, target: 'es2022', legalComments: 'inline' });
    sum += Math.min(Buffer.byteLength(code), sizeOf(file));
  }
  return sum;
}

const sizeOf = (file) => statSync(file).size;

/** Bytes: the code that the server loads to start, all that it may ever load (its data too), and the packed extension where there is one. */
export async function sizes() {
  const data = readdirSync(path.join(dist, 'data')).map((name) => sizeOf(path.join(dist, 'data', name)));
  const vsix = path.join(root, 'dist/replylint.vsix');
  return {
    'server start': await minified(await loadedAtStart()),
    'whole server': (await minified(code())) + data.reduce((sum, size) => sum + size, 0),
    ...(existsSync(vsix) && { vsix: sizeOf(vsix) }),
  };
}

export const limits = JSON.parse(readFileSync(path.join(root, 'scripts/size-limits.json'), 'utf8'));

/** One line for each of `names` that is larger than its limit. */
export function tooLarge(measured, names = Object.keys(measured)) {
  return names.filter((name) => measured[name] > limits[name].limit)
    .map((name) => `The ${name} has grown to ${measured[name]} bytes; scripts/size-limits.json allows ${limits[name].limit}, and the goal is ${limits[name].goal}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = await sizes();
  for (const [name, size] of Object.entries(measured)) console.log(`${name}: ${size} bytes, limit ${limits[name].limit}, goal ${limits[name].goal}`);
  const asked = process.argv.slice(2);
  const complaints = tooLarge(measured, asked.length > 0 ? asked : undefined);
  for (const line of complaints) console.error(line);
  if (complaints.length > 0) process.exitCode = 1;
}
