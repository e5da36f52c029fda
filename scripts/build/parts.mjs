// Cuts the language server into parts that `require` each other: those of the start at once, the others when something of
// theirs is first used. Node reads the parts from its disk, a worker in a browser from what its client handed over.
import { build, transform } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { leaveOutUnused, ofNode, onBoth, production, shared } from './bundling.mjs';
import { dataBeside, readsFromDisk } from './data.mjs';
import { comesLater, later, src } from './later.mjs';

const partOf = (module) => module.replace(/^core\//, '').replaceAll('/', '-');
const partFile = (file) => `./${partOf(path.relative(src, file).replaceAll(path.sep, '/').replace(/\.ts$/, ''))}.cjs`;

/** A part stands on the whole start: what both need is there once, in one file, whichever part asks for it. */
const standsOnStart = {
  name: 'stands-on-start',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^part:/ }, ({ path: name }) => ({ path: name.slice('part:'.length), namespace: 'part' }));
    onLoad({ filter: /./, namespace: 'part' }, ({ path: module }) => ({
      contents: ["export { startServer } from './lsp/server.ts';", "export { coreRuntime } from './lsp/core-runtime.ts';", `export * from './${module}.ts';`].join('\n'),
      resolveDir: src,
    }));
  },
};

/** One part as CommonJS. esbuild cuts nothing but ES modules, and those load each other too late to be asked for in the middle of a function. */
async function asCommonJs({ path: file, text }) {
  const name = path.basename(file);
  const { code, map } = await transform(text, { format: 'cjs', platform: 'node', target: 'es2022', minify: true, sourcemap: production ? false : 'external', sourcefile: file });
  return production ? [[name, code]] : [[name, `${code}//# sourceMappingURL=${name}.map\n`], [`${name}.map`, map]];
}

/** Writes the parts into `folder`; answers the names of all files there. */
export async function buildParts(folder) {
  const entryPoints = { node: path.join(src, 'lsp/node-main.ts'), browser: path.join(src, 'lsp/browser-main.ts') };
  for (const module of Object.keys(later)) entryPoints[partOf(module)] = `part:${module}`;
  const { outputFiles } = await build({
    ...shared, ...onBoth, minify: true, sourcemap: production ? false : 'inline', external: [...ofNode, './*.cjs'], plugins: [leaveOutUnused, dataBeside("import { read } from './data.cjs';"), comesLater((file) => `require('${partFile(file)}')`), standsOnStart],
    format: 'esm', splitting: true, write: false, outdir: folder, outExtension: { '.js': '.cjs' }, chunkNames: 'shared-[hash]', entryPoints,
  });
  const files = (await Promise.all(outputFiles.map(asCommonJs))).flat();
  files.push(['data.cjs', `${readsFromDisk("__dirname, '../data'")}\nexports.read = read;\n`]);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  return files.map(([name]) => name);
}
