// Writes the corpus of the benchmark; alone: npx tsx bench/corpus/write-corpus.ts FOLDER
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { phrases } from './phrases.ts';
import { asJson, asPage, asYaml, replies } from './replies.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
/** How many pages of a megabyte the workers get; they go round them until they have read enough. */
const pages = 20;

/** Writes the corpus into a folder, unless the one that is there comes from the same generator. */
export function writeCorpus(folder: string): void {
  const hash = createHash('sha256');
  for (const name of readdirSync(here).sort()) hash.update(readFileSync(path.join(here, name)));
  const mark = hash.digest('hex');
  const stamp = path.join(folder, 'made-from.txt');
  try {
    if (readFileSync(stamp, 'utf8') === mark) return;
  } catch { /* There is none yet. */ }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'pages'), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  write('patterns.txt', `${phrases.join('\n')}\n`);
  const most = replies(100_000);
  const library = most.slice(0, 10_000);
  write('library-1000.yaml', asYaml(most.slice(0, 1000)));
  write('library.yaml', asYaml(library));
  write('library-100000.yaml', asYaml(most));
  write('library.json', asJson(library));
  const sizes = { '100k': 100e3, '1m': 1e6, '10m': 10e6 };
  for (const [name, bytes] of Object.entries(sizes)) {
    write(`${name}.md`, asPage(most, bytes, true));
    write(`${name}.txt`, asPage(most, bytes, false));
  }
  for (let page = 0; page < pages; page++) write(`pages/replies-${page + 1}.md`, asPage(most.slice(page * 2000, (page + 1) * 2000), 1e6, true));
  write('late.reply.txt', 'Hi Sam,\n\nYour parcel leaves on Monday per our policy.\n');
  write('small.yaml', asYaml(library.slice(0, 3)));
  write('small.json', asJson(library.slice(0, 3)));
  writeFileSync(stamp, mark);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCorpus(path.resolve(process.argv[2] ?? path.join(here, '../.cache/corpus')));
