import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ripgrepVersion } from './measure/ripgrep.ts';
import { modules } from './paths.ts';

/** On what, and beside what, a run was made. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Average load when the run began: other work on the machine. */
  readonly load: number;
  readonly ripgrep: string;
  /** Versions of the packages that ran beside us. */
  readonly peers: Readonly<Record<string, string>>;
}

const peers = ['alex', 'write-good', 'unified', 'retext-english', '@textlint/kernel', 'textlint-rule-write-good', 'textlint-rule-stop-words', 'harper.js', 'cspell-lib', 'yaml', 'jsonc-parser', '@vscode/ripgrep'];

export function machine(): Machine {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 1e9),
    system: `${os.platform()} ${os.arch()}`,
    node: process.version,
    load: Number(os.loadavg()[0]!.toFixed(1)),
    ripgrep: ripgrepVersion(),
    peers: Object.fromEntries(peers.flatMap((name) => {
      const version = versionOf(name);
      return version === null ? [] : [[name, version]];
    })),
  };
}

function versionOf(name: string): string | null {
  for (const folder of [modules, path.join(modules, '../../node_modules')]) {
    try {
      return (JSON.parse(readFileSync(path.join(folder, name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch { /* Perhaps in the next. */ }
  }
  return null;
}
