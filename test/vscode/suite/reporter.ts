import type { ReporterConstructor, Runner, Suite, Test } from 'mocha';
import { type Message, mark } from '../driver/suite-output.ts';

/** False in the desktop product, where no driver listens and the console is the terminal. */
declare const DRIVEN: boolean;

export const driven = DRIVEN;

/** Tells the driver something; without a driver, whoever reads the console. */
export function tell(message: Message): void {
  if (driven) console.log(mark + JSON.stringify(message));
  else if ('say' in message) console.log(message.say);
}

class SuiteReporter {
  constructor(runner: Runner) {
    const totals = { passed: 0, failed: 0 };
    const indent = (depth: number, text: string): string => text.replace(/^/gm, '  '.repeat(depth));
    const depth = (test: Test | Suite): number => test.titlePath().length;
    runner.on('suite', (suite) => { if (!suite.root) tell({ say: indent(depth(suite), suite.title) }); });
    runner.on('pass', (test) => {
      totals.passed += 1;
      tell({ say: indent(depth(test), `✔ ${test.title} (${test.duration ?? 0} ms)`) });
    });
    runner.on('fail', (test, error: Error) => {
      totals.failed += 1;
      tell({ say: indent(depth(test), `✘ ${test.title}`) });
      tell({ say: indent(depth(test) + 1, error.stack ?? String(error)) });
    });
    runner.on('end', () => tell(totals));
  }
}

/** A mocha reporter in the manner of `spec` that needs neither a terminal nor a page; mocha's types ask for its own base class, mocha does not. */
export const reporter = SuiteReporter as unknown as ReporterConstructor;
