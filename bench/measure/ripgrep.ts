import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { here } from '../paths.ts';

/** The program that @vscode/ripgrep brings for this system. */
export function ripgrep(): string {
  return (createRequire(path.join(here, 'package.json'))('@vscode/ripgrep') as { rgPath: string }).rgPath;
}

export function ripgrepVersion(): string {
  return execFileSync(ripgrep(), ['--version'], { encoding: 'utf8' }).split('\n')[0]!.trim();
}
