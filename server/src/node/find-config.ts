import { statSync } from 'node:fs';
import path from 'node:path';

/** Names that a config file may have, the preferred one first. */
export const configNames = ['.replylint.yaml', '.replylint.yml', '.replylint.json'] as const;

/**
 * The nearest config file upwards from `folder` (absolute), or null.
 * @param known remembers the answer per folder, for callers that ask about many.
 */
export function findConfig(folder: string, known: Map<string, string | null> = new Map()): string | null {
  const remembered = known.get(folder);
  if (remembered !== undefined) return remembered;
  const here = configNames.map((name) => path.join(folder, name)).find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  const parent = path.dirname(folder);
  const found = here ?? (parent === folder ? null : findConfig(parent, known));
  known.set(folder, found);
  return found;
}
