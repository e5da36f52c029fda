import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { settings } from './settings.ts';
import type { Outcome } from './suite-output.ts';
import type { Target } from './target.ts';

/** Runs the suite in the desktop product, which @vscode/test-electron downloads: needs the internet and, on Linux, a display. */
export async function runElectron(target: Target): Promise<Outcome> {
  const user = path.join(target.scratch, 'user');
  const result = path.join(target.scratch, 'result.json');
  await mkdir(path.join(user, 'User'), { recursive: true });
  await writeFile(path.join(user, 'User/settings.json'), JSON.stringify(settings));
  let failure: unknown;
  await runTests({
    extensionDevelopmentPath: target.extension,
    extensionTestsPath: target.suite,
    extensionTestsEnv: { REPLYLINT_RESULT: result },
    launchArgs: [target.workspace, '--user-data-dir', user, '--extensions-dir', path.join(target.scratch, 'ext'), '--disable-workspace-trust', '--disable-telemetry'],
  }).catch((error: unknown) => { failure = error; });
  const written = await readFile(result, 'utf8').catch(() => undefined);
  if (written === undefined) throw failure ?? new Error('VS Code ended without a result of the suite.');
  const outcome = JSON.parse(written) as Outcome;
  return failure === undefined ? outcome : { ...outcome, failed: Math.max(1, outcome.failed) };
}
