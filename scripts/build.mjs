// Builds everything that ships: the rule tables, the command line, the language servers, the library, the extension.
import { build } from 'esbuild';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');
const shared = { bundle: true, absWorkingDir: root, sourcemap: !production, minify: production, logLevel: 'warning', target: 'es2022' };
// Bundled CommonJS packages call require(); an ES module has none of its own.
const banner = { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" };
const present = (entries) => Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file))));

rmSync(path.join(root, 'server/dist'), { recursive: true, force: true });
rmSync(path.join(root, 'client/dist'), { recursive: true, force: true });
if (existsSync(path.join(root, 'scripts/compile-rules.ts'))) {
  const { tsImport } = await import('tsx/esm/api');
  const { compileRules } = await tsImport('./compile-rules.ts', import.meta.url);
  await compileRules(root);
}
await Promise.all([
  build({ ...shared, platform: 'node', format: 'esm', banner, outdir: 'server/dist', entryPoints: present({ cli: 'server/src/cli/main.ts', server: 'server/src/lsp/node-main.ts' }) }),
  build({ ...shared, platform: 'neutral', mainFields: ['module', 'main'], format: 'esm', outdir: 'server/dist', entryPoints: present({ index: 'server/src/core/index.ts' }) }),
  build({ ...shared, platform: 'browser', format: 'iife', outdir: 'server/dist', entryPoints: present({ 'browser-server': 'server/src/lsp/browser-main.ts' }) }),
  build({ ...shared, platform: 'node', format: 'cjs', external: ['vscode'], outdir: 'client/dist', entryPoints: present({ extension: 'client/src/node-main.ts' }) }),
  build({ ...shared, platform: 'browser', format: 'cjs', external: ['vscode'], outdir: 'client/dist', entryPoints: present({ 'browser-extension': 'client/src/browser-main.ts' }) }),
]);
