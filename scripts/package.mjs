// Builds for production, packs dist/replylint.vsix, and unpacks it to dist/vsix so that the tests see exactly what ships.
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const vsix = path.join(root, 'dist/replylint.vsix');
const unpacked = path.join(root, 'dist/vsix');

const { install } = await tsImport('../test/vscode/driver/install.ts', import.meta.url);
await install();
const tools = createRequire(path.join(root, 'test/vscode/package.json'));

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  // What failed has said so itself.
  if (status !== 0) process.exit(1);
}

node('scripts/build.mjs', '--production');
for (const old of [vsix, unpacked]) await rm(old, { recursive: true, force: true });
await mkdir(path.dirname(vsix), { recursive: true });
node(tools.resolve('@vscode/vsce/vsce'), 'package', '--no-dependencies', '-o', vsix);

const archive = await tools('yauzl').openPromise(vsix);
for await (const entry of archive.eachEntry()) {
  if (entry.fileName.endsWith('/')) continue;
  const file = path.join(unpacked, entry.fileName);
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file));
}
// Last, so that what is too large is there to be looked at.
node('scripts/check-size.mjs', 'vsix');
