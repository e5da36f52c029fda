// Runs the built command line once over the examples and stores what V8 compiled, for server/src/cli/boot.ts to start from.
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const file = path.join(root, 'server/dist/cli/main.cjs');
const source = readFileSync(file, 'utf8');
const script = new Script(Module.wrap(source), { filename: file });
process.argv = [process.argv[0], file, 'check', path.join(root, 'examples'), '--fail-on', 'never'];
process.on('exit', (code) => {
  if (code === 0) writeFileSync(`${file}.cache`, Buffer.concat([Buffer.from(source.slice(0, 64), 'latin1'), script.createCachedData()]));
});
script.runInThisContext()({}, createRequire(file), { exports: {} }, file, path.dirname(file));
