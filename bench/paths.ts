import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the benchmark. */
export const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.join(here, '..');
export const modules = path.join(here, 'node_modules');
/** What runs in a process of its own. */
export const contenders = path.join(here, 'contenders');
/** The corpus; ignored by git, written when it is needed. */
export const corpus = path.join(here, '.cache/corpus');
/** The last run, from which docs/performance.md is made. */
export const results = path.join(here, 'results.json');
export const commandLine = path.join(root, 'server/dist/cli.js');
export const server = path.join(root, 'server/dist/server.js');
