const name = 'UsageError';

/** What the person asked for cannot be done as asked: one sentence on standard error, exit status 2. */
export class UsageError extends Error {
  override readonly name = name;
}

/** By name: a bundler or test runner may load this module twice. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === name;
}
