// The yaml package: a whole document with its positions, and nothing done with it.
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

export function prepare(file) {
  const text = readFileSync(file, 'utf8');
  return () => ({ found: parseDocument(text).errors.length });
}
