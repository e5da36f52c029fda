import { parse, parseAllDocuments } from 'yaml';

/** Every scalar of a JSON or YAML text by its path, read by a parser that knows nothing of our readers; null where it does not parse. */
export function leaves(path: string, text: string): Map<string, unknown> | null {
  const out = new Map<string, unknown>();
  const walk = (value: unknown, at: string): void => {
    if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${key}`);
    else out.set(at, value);
  };
  try {
    if (path.endsWith('.json')) walk(JSON.parse(text), '');
    else {
      parseAllDocuments(text).forEach((document, i) => {
        if ('errors' in document && document.errors.length > 0) throw document.errors[0]!;
        walk(parse(document.toString(), { merge: true }), `${i}`);
      });
    }
  } catch {
    return null;
  }
  return out;
}

/** The paths whose scalars differ between two texts of one data file; null where one of them does not parse. */
export function changedLeaves(path: string, before: string, after: string): string[] | null {
  const [a, b] = [leaves(path, before), leaves(path, after)];
  if (!a || !b) return null;
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
}
