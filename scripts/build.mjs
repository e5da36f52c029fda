// Builds everything that ships: the rule tables, the command line, the language servers, the library, the extension.
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');
// htmlparser2 re-exports packages that this project never calls; they do not say themselves that they can be left out.
const leaveOutUnused = {
  name: 'leave-out-unused',
  setup: ({ onResolve, resolve }) => onResolve({ filter: /^(?:entities|dom-serializer|domutils|domhandler|domelementtype)(?:\/|$)/ }, async ({ path: name, pluginData, ...from }) =>
    pluginData === 'asked' ? undefined : { ...(await resolve(name, { ...from, pluginData: 'asked' })), sideEffects: false }),
};
// What the build generates as text (tables, pages, snippets) stands in files of its own beside the programs that Node runs: as
// part of a program it would be compiled with it. A worker in a browser has no folder to read from, and the library no system.
const { tsImport } = await import('tsx/esm/api');
const texts = new Map();
const dataBeside = (reader) => ({
  name: 'data-beside',
  setup: ({ onLoad }) => onLoad({ filter: /core[\\/]\w+[\\/]generated[\\/]en\.ts$/ }, async ({ path: file }) => {
    const room = path.basename(path.join(file, '../..'));
    const lines = Object.entries(await tsImport(pathToFileURL(file).href, import.meta.url)).map(([name, value]) => {
      const content = value();
      const data = `${room}.${name}.${typeof content === 'string' ? 'txt' : 'bin'}`;
      texts.set(data, content);
      return `export function ${name}() { return read('${data}'${typeof content === 'string' ? ", 'utf8'" : ''}); }`;
    });
    return { loader: 'js', contents: [reader, ...lines].join('\n') };
  }),
});
const fromDisk = (folder) => `import { readFileSync } from 'node:fs';\nimport path from 'node:path';\nconst read = (name, encoding) => readFileSync(path.join(${folder}, name), encoding);`;
// Of liquidjs the build for browsers, wherever it runs: nothing of it may reach the file system.
const shared = { alias: { liquidjs: 'liquidjs/dist/liquid.browser.mjs' }, plugins: [leaveOutUnused], bundle: true, absWorkingDir: root, sourcemap: !production, minify: production, logLevel: 'warning', target: 'es2022', metafile: true };
// Bundled CommonJS packages call require(); an ES module has none of its own.
const banner = { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" };

const { compileConfig } = await tsImport('./compile-config.ts', import.meta.url);
compileConfig(root);
const { compileRules } = await tsImport('./compile-rules.ts', import.meta.url);
compileRules(root);

const built = await Promise.all([
  // The module form of packages first: jsonc-parser's other one loads its parts by names that no bundler sees.
  build({ ...shared, plugins: [leaveOutUnused, dataBeside(fromDisk("__dirname, '../data'"))], minify: true, platform: 'node', mainFields: ['module', 'main'], format: 'cjs', banner: { js: `// build ${randomUUID()}`.padEnd(64) }, outfile: 'server/dist/cli/main.cjs', entryPoints: ['server/src/cli/main.ts'] }),
  build({ ...shared, plugins: [leaveOutUnused, dataBeside(fromDisk("import.meta.dirname, 'data'"))], platform: 'node', mainFields: ['module', 'main'], format: 'esm', banner, outdir: 'server/dist', entryPoints: { cli: 'server/src/cli/boot.ts', server: 'server/src/lsp/node-main.ts' } }),
  build({ ...shared, platform: 'node', mainFields: ['module', 'main'], format: 'cjs', outfile: 'server/dist/morphology.cjs', entryPoints: ['server/src/morphology/english.ts'] }),
  build({ ...shared, platform: 'neutral', mainFields: ['module', 'main'], format: 'esm', outdir: 'server/dist', entryPoints: { index: 'server/src/core/index.ts', render: 'server/src/render/index.ts' } }),
  build({ ...shared, platform: 'browser', format: 'iife', outdir: 'server/dist', entryPoints: { 'browser-server': 'server/src/lsp/browser-main.ts' } }),
  build({ ...shared, platform: 'node', format: 'cjs', external: ['vscode'], outdir: 'client/dist', entryPoints: { extension: 'client/src/node-main.ts' } }),
  build({ ...shared, platform: 'browser', format: 'cjs', external: ['vscode'], outdir: 'client/dist', entryPoints: { 'browser-extension': 'client/src/browser-main.ts' } }),
]);

// What an earlier build left behind goes last, so that nothing is missing meanwhile.
const outputs = new Set(built.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((file) => path.join(root, file)));
for (const schema of ['replylint', 'canned-response']) outputs.add(path.join(root, `server/dist/${schema}.schema.json`));
mkdirSync(path.join(root, 'server/dist/data'), { recursive: true });
for (const [name, text] of texts) {
  const file = path.join(root, 'server/dist/data', name);
  writeFileSync(file, text);
  outputs.add(file);
}
for (const dist of ['server/dist', 'client/dist']) {
  for (const entry of readdirSync(path.join(root, dist), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !outputs.has(file) && !file.includes(`${path.sep}types${path.sep}`)) rmSync(file);
  }
}
execFileSync(process.execPath, [path.join(root, 'scripts/store-code.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
// Types for those who import the library: only where it is published, for they take longer than all the rest.
if (production) execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(root, 'server/tsconfig.types.json')], { stdio: 'inherit' });
// Last, so that what is too large is there to be looked at.
process.exitCode = spawnSync(process.execPath, [path.join(root, 'scripts/check-size.mjs'), 'server start', 'whole server'], { stdio: ['ignore', 'ignore', 'inherit'] }).status ?? 1;
