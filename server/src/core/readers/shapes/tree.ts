import type { Range } from '../../model.ts';

/**
 * What JSON and YAML have in common: maps, lists and scalars that know where they stand. Offsets count in the text that
 * was parsed. A value that is missing or broken is null; an alias is a scalar without a value, for what it stands for is
 * read where it is written.
 */
export type Tree = MapTree | ListTree | ScalarTree;

export interface ScalarTree extends Range {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** True inside brackets; in JSON everything is. */
  readonly flow: boolean;
  /** Column that the text of a block scalar is measured from (YAML only). */
  readonly indent: number;
}

export interface Entry extends Range {
  readonly key: string;
  readonly value: Tree | null;
}

export interface MapTree extends Range {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

export interface Element extends Range {
  readonly value: Tree | null;
}

export interface ListTree extends Range {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly elements: readonly Element[];
}

/** Missing, broken, an alias, or null in the file. */
export function isNothing(tree: Tree | null): boolean {
  return tree === null || (tree.kind === 'scalar' && tree.value === null);
}

/** The value at a dotted path of keys (`fields.html`), null where there is none. */
export function at(tree: Tree | null, path: string): Tree | null {
  if (!path.includes('.')) return under(tree, path);
  let here = tree;
  for (const key of path.split('.')) here = under(here, key);
  return here;
}

function under(tree: Tree | null, key: string): Tree | null {
  if (tree?.kind !== 'map') return null;
  for (const entry of tree.entries) if (entry.key === key) return entry.value;
  return null;
}

/** The string at a dotted path, null where there is none or where it is blank. */
export function textAt(tree: Tree | null, path: string): ScalarTree & { readonly value: string } | null {
  return asText(at(tree, path));
}

export function asText(tree: Tree | null): ScalarTree & { readonly value: string } | null {
  return tree?.kind === 'scalar' && typeof tree.value === 'string' && tree.value.trim() !== '' ? tree as ScalarTree & { readonly value: string } : null;
}

/** The scalar at a dotted path as a word, so that `7` and `"7"` name the same thing. */
export function wordAt(tree: Tree | null, path: string): string | null {
  return asWord(at(tree, path));
}

function asWord(found: Tree | null): string | null {
  return found?.kind === 'scalar' && found.value !== null && String(found.value).trim() !== '' ? String(found.value).trim() : null;
}

/** Every value at a dotted path whose steps may also be `*` (each element of a list) and `{}` (each value of a map); the empty path is the tree itself. */
export function allAt(tree: Tree | null, path: string): Tree[] {
  let found: Tree[] = tree === null ? [] : [tree];
  for (const step of path === '' ? [] : path.split('.')) {
    found = found.flatMap((here) => {
      if (step === '*') return here.kind === 'list' ? here.elements.flatMap((element) => element.value ?? []) : [];
      if (step === '{}') return here.kind === 'map' ? here.entries.flatMap((entry) => entry.value ?? []) : [];
      return under(here, step) ?? [];
    });
  }
  return found;
}

/** The first of several dotted paths that holds a word. */
export function firstWord(tree: Tree | null, paths: readonly string[]): string | null {
  for (const path of paths) {
    for (const found of path.includes('*') ? allAt(tree, path) : [at(tree, path)]) {
      const word = asWord(found);
      if (word !== null) return word;
    }
  }
  return null;
}

/** All scalars, in the order of the text. */
export function* scalarsOf(tree: Tree | null): Iterable<ScalarTree> {
  if (tree === null) return;
  if (tree.kind === 'scalar') yield tree;
  else if (tree.kind === 'map') for (const entry of tree.entries) yield* scalarsOf(entry.value);
  else for (const element of tree.elements) yield* scalarsOf(element.value);
}
