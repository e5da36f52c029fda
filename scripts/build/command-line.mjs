// The command line: one program that starts from the code that V8 made of it, for it is started anew for each check.
import { build } from 'esbuild';
import { randomUUID } from 'node:crypto';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { leaveOutUnused, onNode, production, root, shared } from './bundling.mjs';
import { dataBeside, readsFromDisk } from './data.mjs';
import { comesLater, later } from './later.mjs';

/** What the command line alone has. */
const laterHere = { 'core/convert/convert': 'for a conversion' };

/** The length of the line that names a build: server/src/cli/boot.ts compares it with that of the stored code. */
const nameLength = 64;

/** The program as one function, the way Node wraps a module, and in ASCII alone: it is read without being decoded. */
function asFunction(text) {
  const ascii = text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${`// build ${randomUUID()}`.padEnd(nameLength)}\n(function (exports, require, module, __filename, __dirname) { ${ascii}\n})`;
}

/** Writes cli.js and what it starts into `dist`; answers the names of the files. */
export async function buildCommandLine(dist) {
  const program = await build({
    ...shared, ...onNode, minify: true, sourcemap: production ? false : 'external', format: 'cjs', write: false, outfile: path.join(dist, 'cli/main.cjs'), entryPoints: ['server/src/cli/main.ts'],
    plugins: [leaveOutUnused, dataBeside(readsFromDisk("__dirname, '../data'")), comesLater((file) => `require(${JSON.stringify(file)})`, { ...later, ...laterHere })],
  });
  const boot = await build({ ...shared, ...onNode, format: 'cjs', outfile: path.join(dist, 'cli/boot.cjs'), entryPoints: ['server/src/cli/boot.ts'] });
  for (const { path: file, text } of program.outputFiles) writeFileSync(file, file.endsWith('.map') ? text : asFunction(text));
  lead(path.join(dist, 'cli.js'), 'cli/boot.cjs');
  return ['cli.js', ...[program, boot].flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((file) => path.relative(dist, path.resolve(root, file)))];
}

/** The name that a checkout calls the command by. A link spares it Node's loader of ES modules, where the system lets everybody make one. */
function lead(from, to) {
  rmSync(from, { force: true });
  try {
    symlinkSync(to, from);
  } catch {
    writeFileSync(from, `import './${to}';\n`);
  }
}
