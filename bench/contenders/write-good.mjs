import { readFileSync } from 'node:fs';
import writeGood from 'write-good';

export function prepare(file) {
  const text = readFileSync(file, 'utf8');
  return () => ({ found: writeGood(text).length });
}
