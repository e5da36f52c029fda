// What the build generates as data (tables, pages, snippets) stands in files of its own beside the programs: as part of a
// program it would be compiled with it. Only the library carries its data itself, for it has no system to read it with.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { tsImport } from 'tsx/esm/api';

/** Large, and asked for rarely (by house rules; by who wants to know about a rule): these stand deflated. */
const rare = ['libraryJson', 'pagesJson'];

const files = new Map();

/** Where programs on Node get `read` from; `folder` is an expression that says where they lie, `require` must be there. */
export const readsFromDisk = (folder) => [
  `const path = require('node:path'), { readFileSync } = require('node:fs');`,
  `const read = (name) => {`,
  `  const file = path.join(${folder}, name);`,
  `  if (name.endsWith('.deflate')) return require('node:zlib').inflateRawSync(readFileSync(file)).toString();`,
  `  return readFileSync(file, name.endsWith('.txt') ? 'utf8' : undefined);`,
  `};`,
].join('\n');

/** In place of a generated module of data, one that has it from `read`, which the lines of `reader` declare. */
export const dataBeside = (reader) => ({
  name: 'data-beside',
  setup: ({ onLoad }) => onLoad({ filter: /core[\\/]\w+[\\/]generated[\\/](?:en|all)\.ts$/ }, async ({ path: file }) => {
    const room = path.basename(path.join(file, '../..'));
    const lines = Object.entries(await tsImport(pathToFileURL(file).href, import.meta.url)).map(([name, value]) => {
      const content = value();
      const kind = rare.includes(name) ? 'deflate' : typeof content === 'string' ? 'txt' : 'bin';
      const data = `${room}.${name}.${kind}`;
      files.set(data, kind === 'deflate' ? deflateRawSync(content, { level: 9 }) : content);
      return `export function ${name}() { return read('${data}'); }`;
    });
    return { loader: 'js', contents: [reader, ...lines].join('\n'), resolveDir: path.dirname(file) };
  }),
});

/** Writes what the bundles have asked for so far; answers the names. */
export function writeData(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
  return [...files.keys()];
}
