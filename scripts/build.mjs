// Builds everything that ships: the rule tables, the command line, the language servers, the library, the extension.
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { ofNode, onBoth, onNode, production, root, shared } from './build/bundling.mjs';
import { buildCommandLine } from './build/command-line.mjs';
import { writeData } from './build/data.mjs';
import { formsAlone } from './build/morphology.mjs';
import { buildParts } from './build/parts.mjs';

const dist = path.join(root, 'server/dist');

const { compileConfig } = await tsImport('./compile-config.ts', import.meta.url);
compileConfig(root);
const { compileRules } = await tsImport('./compile-rules.ts', import.meta.url);
compileRules(root);

const [parts, commandLine, ...built] = await Promise.all([
  buildParts(path.join(dist, 'parts')),
  buildCommandLine(dist),
  build({ ...shared, ...onNode, format: 'esm', outdir: 'server/dist', entryPoints: { server: 'server/src/lsp/boot.ts' } }),
  build({ ...shared, ...onNode, plugins: [formsAlone], format: 'cjs', outfile: 'server/dist/morphology.cjs', entryPoints: ['server/src/morphology/english.ts'] }),
  build({ ...shared, ...onBoth, conditions: [], format: 'esm', outdir: 'server/dist', entryPoints: { index: 'server/src/core/index.ts', render: 'server/src/render/index.ts' } }),
  build({ ...shared, platform: 'browser', format: 'iife', outdir: 'server/dist', entryPoints: { 'browser-server': 'server/src/lsp/worker.ts' } }),
  build({ ...shared, ...onBoth, mainFields: ['main'], format: 'cjs', external: ['vscode', ...ofNode], outdir: 'client/dist', entryPoints: { extension: 'client/src/main.ts' } }),
]);
const data = writeData(path.join(dist, 'data'));
// For a client that cannot look into a folder.
writeFileSync(path.join(dist, 'files.json'), JSON.stringify({ parts: parts.filter((name) => name.endsWith('.cjs')), data }));

// What an earlier build left behind goes last, so that nothing is missing meanwhile.
const outputs = new Set([
  ...built.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map((file) => path.join(root, file)),
  ...['files.json', 'replylint.schema.json', 'canned-response.schema.json', ...commandLine, ...parts.map((name) => `parts/${name}`), ...data.map((name) => `data/${name}`)].map((name) => path.join(dist, name)),
]);
for (const folder of [dist, path.join(root, 'client/dist')]) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !outputs.has(file) && !file.includes(`${path.sep}types${path.sep}`)) rmSync(file);
  }
}
execFileSync(process.execPath, [path.join(root, 'scripts/store-code.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
// Types for those who import the library: only where it is published, for they take longer than all the rest.
if (production) execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', path.join(root, 'server/tsconfig.types.json')], { stdio: 'inherit' });
// Last, so that what is too large is there to be looked at.
process.exitCode = spawnSync(process.execPath, [path.join(root, 'scripts/check-size.mjs'), 'server start', 'whole server'], { stdio: ['ignore', 'ignore', 'inherit'] }).status ?? 1;
