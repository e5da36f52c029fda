import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { here, modules } from './paths.ts';

const stamp = path.join(modules, '.installed');

/** Installs the programs that run beside us, from this folder's lockfile, unless they are there. Their scripts never run. @throws Error where npm fails. */
export function install(): void {
  const mark = createHash('sha256').update(readFileSync(path.join(here, 'package-lock.json'))).update(`${process.platform}-${process.arch}`).digest('hex');
  try {
    if (readFileSync(stamp, 'utf8') === mark) return;
  } catch { /* It is the first time. */ }
  console.log('Installing the programs to compare with (once, about a minute) …');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm && path.basename(npm).startsWith('npm-cli')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: here, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm could not install what bench/package.json names.');
  writeFileSync(stamp, mark);
}
