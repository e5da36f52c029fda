// Ours: lint() of one file by the library as it is built, fixes not read. Each run gets a string that the engine has not seen; with
// "anew" it gets a linter too that remembers no sentence.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from '../../server/dist/index.js';

export function prepare(file, anew) {
  const bytes = readFileSync(file);
  let linter = createLinter();
  return () => {
    if (anew) linter = createLinter();
    const text = bytes.toString('utf8');
    const start = process.hrtime.bigint();
    const { findings, responses } = linter.lint({ path: path.basename(file), text, named: true });
    return { ms: Number(process.hrtime.bigint() - start) / 1e6, found: findings.length, replies: responses.length };
  };
}
