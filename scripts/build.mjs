// Builds everything that ships: the rule tables, the command line, the language servers, the library, the extension.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');
// htmlparser2 re-exports packages that this project never calls; they do not say themselves that they can be left out.
const leaveOutUnused = {
  name: 'leave-out-unused',
  setup: ({ onResolve, resolve }) => onResolve({ filter: /^(?:entities|dom-serializer|domutils|domhandler|domelementtype)(?:\/|$)/ }, async ({ path: name, pluginData, ...from }) =>
    pluginData === 'asked' ? undefined : { ...(await resolve(name, { ...from, pluginData: 'asked' })), sideEffects: false }),
};
// The command line reads the rule tables from files of their own: as part of the program they would be compiled with it.
const generated = path.join(root, 'server/src/core/rules/generated');
const tablesBeside = {
  name: 'tables-beside',
  setup: ({ onLoad }) => onLoad({ filter: /rules[\\/]generated[\\/]en\.ts$/ }, () => ({ loader: 'js', contents: `
    import { readFileSync } from 'node:fs';
    import path from 'node:path';
    const read = (name) => readFileSync(path.join(__dirname, name), 'utf8');
    export const tablesText = read('en.tables.json');
    export function pagesJson() { return read('en.pages.json'); }
    export function libraryJson() { return read('en.library.json'); }
    export function verbsText() { return read('en.verbs.txt'); }` })),
};
const shared = { plugins: [leaveOutUnused], bundle: true, absWorkingDir: root, sourcemap: !production, minify: production, logLevel: 'warning', target: 'es2022', metafile: true };
// Bundled CommonJS packages call require(); an ES module has none of its own.
const banner = { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" };

const { tsImport } = await import('tsx/esm/api');
const { compileConfig } = await tsImport('./compile-config.ts', import.meta.url);
compileConfig(root);
const { compileRules } = await tsImport('./compile-rules.ts', import.meta.url);
compileRules(root);

const built = await Promise.all([
  // The module form of packages first: jsonc-parser's other one loads its parts by names that no bundler sees.
  build({ ...shared, plugins: [leaveOutUnused, tablesBeside], minify: true, platform: 'node', mainFields: ['module', 'main'], format: 'cjs', banner: { js: `// build ${randomUUID()}`.padEnd(64) }, outfile: 'server/dist/cli/main.cjs', entryPoints: ['server/src/cli/main.ts'] }),
  build({ ...shared, platform: 'node', mainFields: ['module', 'main'], format: 'esm', banner, outdir: 'server/dist', entryPoints: { cli: 'server/src/cli/boot.ts', server: 'server/src/lsp/node-main.ts' } }),
  build({ ...shared, platform: 'node', mainFields: ['module', 'main'], format: 'cjs', outfile: 'server/dist/morphology.cjs', entryPoints: ['server/src/morphology/english.ts'] }),
  build({ ...shared, platform: 'neutral', mainFields: ['module', 'main'], format: 'esm', outdir: 'server/dist', entryPoints: { index: 'server/src/core/index.ts' } }),
  build({ ...shared, platform: 'browser', format: 'iife', outdir: 'server/dist', entryPoints: { 'browser-server': 'server/src/lsp/browser-main.ts' } }),
  build({ ...shared, platform: 'node', format: 'cjs', external: ['vscode'], outdir: 'client/dist', entryPoints: { extension: 'client/src/node-main.ts' } }),
  build({ ...shared, platform: 'browser', format: 'cjs', external: ['vscode'], outdir: 'client/dist', entryPoints: { 'browser-extension': 'client/src/browser-main.ts' } }),
]);

// What an earlier build left behind goes last, so that nothing is missing meanwhile.
const outputs = new Set(built.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((file) => path.join(root, file)));
outputs.add(path.join(root, 'server/dist/replylint.schema.json'));
for (const name of ['en.tables.json', 'en.pages.json', 'en.library.json', 'en.verbs.txt']) {
  const file = path.join(root, 'server/dist/cli', name);
  copyFileSync(path.join(generated, name), file);
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
