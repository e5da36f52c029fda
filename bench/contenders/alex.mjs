import { readFileSync } from 'node:fs';
import { markdown } from 'alex';

export function prepare(file) {
  const text = readFileSync(file, 'utf8');
  return () => ({ found: markdown(text).messages.length });
}
