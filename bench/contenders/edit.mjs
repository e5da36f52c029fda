// Ours: one character typed into a reply of an open library and taken out again, each time in another reply. Args: file, how many at most.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from '../../server/dist/index.js';
import { placesToType, typeAt } from './typing.mjs';

export function prepare(file, count) {
  const text = readFileSync(file, 'utf8');
  const opening = process.hrtime.bigint();
  const session = createLinter().open({ path: path.basename(file), text, named: true });
  const openMs = Number(process.hrtime.bigint() - opening) / 1e6;
  const places = placesToType(text, Number(count) / 2);
  return async () => ({
    openMs,
    ...(await typeAt(places, (at) => session.edit([{ start: at, end: at, newText: 'x' }]), (at) => session.edit([{ start: at, end: at + 1, newText: '' }]))),
  });
}
