// How large the server and the extension are, and an end to a build that lets them grow: node scripts/check-size.mjs
// scripts/size-limits.json holds for each the goal and the limit of today, in bytes. Where something has become smaller, its
// limit goes down with it, until the goal is the limit.
import { transform } from 'esbuild';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'server/dist');

/** The code that a file needs at once, itself first: it and what it imports by a statement, all the way down. */
function atOnce(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.[cm]?js)["']/g)) atOnce(path.join(path.dirname(file), name), seen);
  return seen;
}

/** The code that it may load later: chunks by name, all the way down, and what it asks for beside. */
function later(files) {
  const seen = new Set(files);
  for (const file of seen) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/["'](\.{1,2}\/[^"'\n]+\.[cm]?js)["']/g)) {
      const beside = path.join(path.dirname(file), name);
      if (existsSync(beside)) seen.add(beside);
    }
  }
  return seen;
}

/** Bytes of code without what only people read; a build for production has none of that already. */
async function minified(files) {
  let sum = 0;
  for (const file of files) {
    const { code } = await transform(readFileSync(file, 'utf8'), { minify: true, target: 'es2022', legalComments: 'inline' });
    sum += Buffer.byteLength(code);
  }
  return sum;
}

const sizeOf = (file) => statSync(file).size;

/** Bytes: the code that the server loads to start, all that it may ever load (its data too), and the packed extension where there is one. */
export async function sizes() {
  const start = atOnce(path.join(dist, 'server.js'));
  const data = readdirSync(path.join(dist, 'data')).map((name) => sizeOf(path.join(dist, 'data', name)));
  const vsix = path.join(root, 'dist/replylint.vsix');
  return {
    'server start': await minified(start),
    'whole server': (await minified(later(start))) + data.reduce((sum, size) => sum + size, 0),
    ...(existsSync(vsix) && { vsix: sizeOf(vsix) }),
  };
}

export const limits = JSON.parse(readFileSync(path.join(root, 'scripts/size-limits.json'), 'utf8'));

/** One line for each of `names` that is larger than its limit. */
export function tooLarge(measured, names = Object.keys(measured)) {
  return names.filter((name) => measured[name] > limits[name].limit)
    .map((name) => `The ${name} has grown to ${measured[name]} bytes; scripts/size-limits.json allows ${limits[name].limit}, and the goal is ${limits[name].goal}.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = await sizes();
  for (const [name, size] of Object.entries(measured)) console.log(`${name}: ${size} bytes, limit ${limits[name].limit}, goal ${limits[name].goal}`);
  const asked = process.argv.slice(2);
  const complaints = tooLarge(measured, asked.length > 0 ? asked : undefined);
  for (const line of complaints) console.error(line);
  if (complaints.length > 0) process.exitCode = 1;
}
