// One worker of scripts/properties.mjs: it is told which property to check how often, and answers what came of it.
import { all } from './all.ts';

interface Job {
  readonly index: number;
  readonly numRuns: number;
  readonly seed: number;
  /** What the property's name must hold. */
  readonly wanted: string;
}

process.on('message', ({ index, numRuns, seed, wanted }: Job) => {
  const { name, check, share } = all[index]!;
  if (!name.includes(wanted)) return void process.send!({ index, name, count: 0, seed, failure: null, skipped: true });
  const count = Math.max(1, Math.ceil(numRuns / share));
  let failure: string | null = null;
  try {
    check({ numRuns: count, seed });
  } catch (error) {
    const { message, cause } = error as Error;
    failure = cause instanceof Error ? `${message}\n${cause.message}` : message;
  }
  process.send!({ index, name, count, seed, failure });
});
process.send!({ ready: true, properties: all.length });
