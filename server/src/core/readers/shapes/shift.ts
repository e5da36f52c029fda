import type { Tree } from './tree.ts';

/** The same tree `by` characters further on. */
export function shift(tree: Tree, by: number): Tree {
  const range = { start: tree.start + by, end: tree.end + by };
  if (tree.kind === 'scalar') return { ...tree, ...range };
  if (tree.kind === 'map') return { ...tree, ...range, entries: tree.entries.map((e) => ({ key: e.key, value: e.value && shift(e.value, by), start: e.start + by, end: e.end + by })) };
  return { ...tree, ...range, elements: tree.elements.map((e) => ({ value: e.value && shift(e.value, by), start: e.start + by, end: e.end + by })) };
}
