import { readFileSync } from 'node:fs';
import { LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';

export async function prepare(file) {
  const text = readFileSync(file, 'utf8');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return async () => ({ found: (await linter.lint(text, { language: 'markdown' })).length });
}
