import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';
import { loadTests } from './every-test.ts';
import { reporter } from './reporter.ts';

/** What VS Code calls in its extension host. Rejects where a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, forbidOnly: true, forbidPending: true, reporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadTests();
  const { failed, passed } = await new Promise<{ failed: number; passed: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ failed: failures, passed: runner.stats?.passes ?? 0 }));
  });
  const result = process.env['REPLYLINT_RESULT'];
  if (result !== undefined) await writeFile(result, JSON.stringify({ passed, failed }));
  if (failed > 0) throw new Error(`${failed} failed`);
}
