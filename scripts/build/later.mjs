// What comes later than the start: parts of the language server, and of the command line's one program.
import { build } from 'esbuild';
import path from 'node:path';
import { root } from './bundling.mjs';

export const src = path.join(root, 'server/src');

/** What need not be there when a program starts, and when it comes. Its names must be used in functions only. */
export const later = {
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

/** What a module exports besides types. */
async function namesIn(file) {
  const { metafile } = await build({ entryPoints: [file], write: false, outdir: root, metafile: true, format: 'esm' });
  return Object.values(metafile.outputs)[0].exports;
}

/** Whoever imports such a module gets its names alone, and it is loaded when one of them is first used: by the expression that `load` gives for its file. */
export const comesLater = (load, modules = later) => ({
  name: 'comes-later',
  setup({ onResolve, onLoad }) {
    const files = new Set(Object.keys(modules).map((module) => path.join(src, `${module}.ts`)));
    onResolve({ filter: /\.ts$/ }, ({ path: name, resolveDir, namespace }) => {
      const file = path.resolve(resolveDir, name);
      return files.has(file) && namespace !== 'part' && namespace !== 'later' ? { path: file, namespace: 'later' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'later' }, async ({ path: file }) => ({
      // A CommonJS module: esbuild looks its names up where they are used, and not once and for all.
      contents: [
        `let part; const load = () => part ??= ${load(file)};`,
        ...(await namesIn(file)).map((name) => `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => load().${name} });`),
      ].join('\n'),
      resolveDir: src,
    }));
  },
});
