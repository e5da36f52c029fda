import { parseConfig } from '../core/config/parse.ts';
import { createLinter } from '../core/index.ts';
import { systemClock, type Runtime } from './runtime.ts';

/** What every real host takes from the core; hosts add how they read config files. */
export const coreRuntime: Runtime = {
  clock: systemClock,
  createLinter,
  parseConfig: (text, path) => parseConfig(text, path),
  explainRule: () => null,
  fixText: (_linter, { text }) => text,
};
