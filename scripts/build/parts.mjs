// Cuts the language server into parts that `require` each other: those of the start at once, the others when something of
// theirs is first used. Node reads the parts from its disk, a worker in a browser from what its client handed over.
import { build, transform } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { leaveOutUnused, ofNode, onBoth, production, root, shared } from './bundling.mjs';
import { dataBeside, readsFromDisk } from './data.mjs';

const src = path.join(root, 'server/src');

/** What need not be there when the server starts, and when it comes. Its names must be used in functions only. */
const later = {
  'core/readers/formats': 'when a file is opened',
  'core/readers/yaml/yaml-tree': 'for YAML that is more than plain block style',
  'core/readers/json/json-tree': 'for a JSON file',
  'core/readers/xml/xml-tree': 'for an XML file',
  'core/readers/template/read-template': 'for HTML and templates',
  'core/readers/canned-response/front-matter': 'for front matter',
  'core/readers/configured/format': 'for formats that a config describes',
  'core/markup/html': 'for a reply in HTML',
  'core/markup/entities': 'for a character that HTML names',
  'core/markup/jira': 'for a reply in Jira markup',
  'core/config/parse': 'for a config',
  'core/config/globs': 'for the paths that a config names',
  'core/rules/house': 'for rules that a config brings',
  'core/rules/explain': 'for the page about a rule',
  'core/fixes/build': 'for a finding',
  'core/fixes/of-hit': 'for a finding',
  'core/fixes/meaning': 'for a rewrite',
  'core/fixes/rewrite': 'for a rewrite',
  'core/frameworks/compile': 'for checklists that a config brings',
  'core/frameworks/coverage': 'for a checklist',
  'core/replies/insert-paragraph': 'for words that a step lacks',
  'core/replies/variables': 'for what a platform fills in',
};

const partOf = (module) => module.replace(/^core\//, '').replaceAll('/', '-');

/** What a module exports besides types. */
async function namesIn(file) {
  const { metafile } = await build({ entryPoints: [file], write: false, outdir: root, metafile: true, format: 'esm' });
  return Object.values(metafile.outputs)[0].exports;
}

/** Whoever imports such a module gets its names alone, and each loads the part when it is first used. */
const comesLater = {
  name: 'comes-later',
  setup({ onResolve, onLoad }) {
    const parts = new Map(Object.keys(later).map((module) => [path.join(src, `${module}.ts`), `./${partOf(module)}.cjs`]));
    onResolve({ filter: /\.ts$/ }, ({ path: name, resolveDir, namespace }) => {
      const file = path.join(resolveDir, name);
      return namespace !== 'part' && parts.has(file) ? { path: file, namespace: 'later' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'later' }, async ({ path: file }) => ({
      // A CommonJS module: esbuild looks its names up where they are used, and not once and for all.
      contents: [
        `let part; const load = () => part ??= require('${parts.get(file)}');`,
        ...(await namesIn(file)).map((name) => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });`),
      ].join('\n'),
    }));
  },
};

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
    ...shared, ...onBoth, minify: true, sourcemap: production ? false : 'inline', external: [...ofNode, './*.cjs'], plugins: [leaveOutUnused, dataBeside("import { read } from './data.cjs';"), comesLater, standsOnStart],
    format: 'esm', splitting: true, write: false, outdir: folder, outExtension: { '.js': '.cjs' }, chunkNames: 'shared-[hash]', entryPoints,
  });
  const files = (await Promise.all(outputFiles.map(asCommonJs))).flat();
  files.push(['data.cjs', `${readsFromDisk("__dirname, '../data'")}\nexports.read = read;\n`]);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  return files.map(([name]) => name);
}
