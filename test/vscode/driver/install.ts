import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './processes.ts';
import { here, modules, node24, vscode } from './paths.ts';

/** True where the VS Code from the package registry runs; elsewhere the suite runs in the desktop product. */
export const linuxX64 = process.platform === 'linux' && process.arch === 'x64';

const stamp = path.join(modules, '.installed');
const present = (file: string): Promise<boolean> => stat(file).then(() => true, () => false);

/** What the present installation was made from; another lockfile or another system means another installation. */
async function wanted(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'driver/install.ts', 'driver/quiet/watchdog.cjs', 'driver/quiet/spdlog.cjs']) hash.update(await readFile(path.join(here, file)));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Installs the tools from the package registry, unless they are there already. Scripts of packages never run. */
export async function install(): Promise<void> {
  const mark = await wanted();
  if (await readFile(stamp, 'utf8').catch(() => '') === mark) return;
  console.log('Installing the tools for the tests in VS Code (once, about a minute) …');
  await npm(here, ['ci', '--ignore-scripts', linuxX64 ? '--include=dev' : '--omit=dev']);
  if (linuxX64) {
    // npm skips an optional package that it cannot install without a word.
    for (const file of [vscode, node24]) if (!await present(file)) throw new Error(`npm did not install ${path.relative(here, file)}. Delete test/vscode/node_modules and try again.`);
    for (const folder of [vscode, path.join(vscode, 'extensions')]) await npm(folder, ['install', '--ignore-scripts', '--omit=dev', '--no-save']);
    await quieten();
    await unpackBrowser();
  }
  await writeFile(stamp, mark);
}

/** Two native modules that were never compiled: without a stand-in the server's log fills with their absence. */
async function quieten(): Promise<void> {
  for (const [stand, name] of [['watchdog', 'native-watchdog'], ['spdlog', 'spdlog']] as const) {
    await cp(path.join(here, 'driver/quiet', `${stand}.cjs`), path.join(vscode, 'node_modules/@vscode', name, 'index.js'));
  }
}

/** Where the browser from the registry is unpacked, with the libraries and fonts that it brings. */
export const browserFolder = path.join(modules, '.chromium');

async function unpackBrowser(): Promise<void> {
  await rm(browserFolder, { recursive: true, force: true });
  await mkdir(browserFolder, { recursive: true });
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  // It unpacks into the temporary folder, and its own libraries only where it believes itself in the cloud.
  const env = { ...process.env, TMPDIR: browserFolder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await run(node24, ['--input-type=module', '-e', script], { cwd: here, env });
  await writeFile(path.join(browserFolder, 'fonts/fonts.conf'), fontConfiguration(path.join(browserFolder, 'fonts')));
}

/** The fonts that the browser brings, then the system's; fontconfig wants whole paths. */
function fontConfiguration(folder: string): string {
  const name = folder.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${name}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${name}/cache</cachedir></fontconfig>
`;
}

async function npm(cwd: string, args: string[]): Promise<void> {
  const quiet = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env['npm_execpath'];
  if (cli && path.basename(cli).startsWith('npm-cli')) await run(process.execPath, [cli, ...quiet], { cwd });
  else await run('npm', quiet, { cwd, shell: process.platform === 'win32' });
}
