import 'mocha/mocha.js';
import { loadTests } from './every-test.ts';
import { reporter } from './reporter.ts';

/** What VS Code calls in its worker extension host. Rejects where a test fails. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, forbidOnly: true, forbidPending: true, reporter });
  await loadTests();
  const failed = await new Promise<number>((resolve) => { mocha.run(resolve); });
  if (failed > 0) throw new Error(`${failed} failed`);
}
