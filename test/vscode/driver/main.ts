import { copyFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { install, linuxX64 } from './install.ts';
import { out, packed, root } from './paths.ts';
import { run } from './processes.ts';
import type { Outcome } from './suite-output.ts';
import { type Host, type Target, withTarget } from './target.ts';
import { within } from './until.ts';

const hosts: readonly Host[] = ['desktop-like', 'web', 'electron'];
const hostLimit = 300_000;

/** Each host brings its own tools, so it is loaded only when it is asked for. */
const runners: Readonly<Record<Host, () => Promise<(target: Target) => Promise<Outcome>>>> = {
  'desktop-like': async () => (await import('./desktop-like.ts')).runDesktopLike,
  web: async () => (await import('./web.ts')).runWeb,
  electron: async () => (await import('./electron.ts')).runElectron,
};

interface Request { readonly hosts: readonly Host[]; readonly extension?: string; readonly pictures: boolean; readonly timings: number }

/** @throws Error on an argument that it does not know. */
function request(args: readonly string[]): Request {
  const chosen: Host[] = [];
  let extension: string | undefined;
  let pictures = false;
  let timings = 0;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    const host = hosts.find((name) => arg === `--${name}`);
    if (host) chosen.push(host);
    else if (arg === '--extension' && args[index + 1] !== undefined) extension = path.resolve(args[index += 1]!);
    else if (arg === '--pictures') pictures = true;
    else if (arg === '--timings' && Number(args[index + 1]) >= 1) timings = Number(args[index += 1]);
    else throw new Error(`Unknown argument ${arg}. Known are --desktop-like, --web, --electron, --pictures, --timings WINDOWS and --extension FOLDER.`);
  }
  const fallback: readonly Host[] = linuxX64 ? ['desktop-like', 'web'] : ['electron'];
  if (!linuxX64 && chosen.some((host) => host !== 'electron')) throw new Error('--desktop-like and --web run on Linux x64 only; here the suite runs with --electron.');
  return { pictures, timings, hosts: chosen.length > 0 ? chosen : fallback, ...(extension === undefined ? {} : { extension }) };
}

async function pack(): Promise<string> {
  await run(process.execPath, [path.join(root, 'scripts/package.mjs')], { cwd: root });
  await stat(path.join(packed, 'package.json'));
  return packed;
}

/** Runs the suite in each host that was asked for. Answers the exit status: 0 where every test passed. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const wanted = request(args);
    await install();
    const extension = wanted.extension ?? await pack();
    if (wanted.pictures) return await takePictures(extension);
    if (wanted.timings > 0) return await takeTimings(extension, wanted.hosts[0]!, wanted.timings);
    const lines: string[] = [];
    let failed = 0;
    for (const host of wanted.hosts) {
      console.log(`\nVS Code (${host})`);
      const outcome = await runHost(host, extension);
      failed += outcome.failed;
      if (outcome.passed === 0) failed += 1;
      lines.push(`vscode (${host}): ${outcome.passed} passed, ${outcome.failed} failed`);
    }
    console.log(`\n${lines.join('\n')}`);
    return failed === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** Takes the README's pictures anew. */
async function takePictures(extension: string): Promise<number> {
  const runner = await runners['desktop-like']();
  const { failed } = await within('Taking pictures in VS Code', hostLimit, withTarget('desktop-like', extension, runner, 'pictures'));
  if (failed > 0) return 1;
  for (const name of ['checklist-light.png', 'checklist-dark.png']) {
    await copyFile(path.join(out, name), path.join(root, 'images', name));
    console.log(`images/${name}`);
  }
  return 0;
}

/** Opens fresh windows one after the other, each of which says how long it took to become useful. */
async function takeTimings(extension: string, host: Host, windows: number): Promise<number> {
  const runner = await runners[host]();
  for (let window = 0; window < windows; window += 1) {
    const { failed } = await within('Timing VS Code', hostLimit, withTarget(host, extension, runner, 'timings'));
    if (failed > 0) return 1;
  }
  return 0;
}

async function runHost(host: Host, extension: string): Promise<Outcome> {
  const runner = await runners[host]();
  try {
    return await within(`The run in VS Code (${host})`, hostLimit, withTarget(host, extension, runner));
  } catch (error) {
    // What broke the one host need not break the next.
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}
