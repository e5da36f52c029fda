// Writes what is generated from data and must be committed: the pages under docs/.
// npx tsx scripts/write-docs.ts [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameworkPages } from './pages/frameworks.ts';
import { performancePage } from './pages/performance.ts';
import { placeholdersPage } from './pages/placeholders.ts';
import { rewritesPage } from './pages/rewrites.ts';
import { rulePages } from './pages/rules.ts';
import { editorSnippets, snippetGallery } from './pages/snippets.ts';
import { techniquePage } from './pages/techniques.ts';

/** Generated files by name. Every file in `folder` is generated, unless it is shared with files that people write. */
export interface Pages {
  readonly folder: string;
  readonly shared?: true;
  readonly files: ReadonlyMap<string, string>;
}

const all: readonly Pages[] = [rulePages, frameworkPages, editorSnippets, snippetGallery, techniquePage, placeholdersPage, rewritesPage, performancePage];

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
let count = 0;
let changed = 0;
for (const { folder, files, shared } of all) {
  const here = path.join(root, folder);
  mkdirSync(here, { recursive: true });
  const stale = [
    ...[...files].filter(([name, text]) => !existsSync(path.join(here, name)) || readFileSync(path.join(here, name), 'utf8') !== text).map(([name]) => name),
    ...(shared ? [] : readdirSync(here).filter((name) => !files.has(name))),
  ];
  count += files.size;
  changed += stale.length;
  if (check) {
    if (stale.length > 0) console.error(`${folder} is not what its data say (${stale.slice(0, 5).join(', ')}). Run: npx tsx scripts/write-docs.ts`);
    continue;
  }
  for (const name of stale) {
    if (files.has(name)) writeFileSync(path.join(here, name), files.get(name)!);
    else rmSync(path.join(here, name));
  }
}
if (!check) console.log(`${count} pages, ${changed} changed`);
else if (changed > 0) process.exitCode = 1;
