import { type Condition, not } from './conditions.ts';
import type { Loop, Choice, Part } from './template-tree.ts';
import { World } from './world.ts';
import { branchKey, type FieldTree, listLengths, type Prefer, type Print, type Printed, writeOut } from './write-out.ts';

/** So many texts of one reply are looked at. */
export const mostVariants = 64;

/** Many ways lead to the same text: so many are tried. */
const mostTries = 3 * mostVariants;

/** Two decisions with more than so many between them are not tried in all combinations. */
const near = 12;

/** A text that the customer may see, and how it came about. */
export interface Variant extends Printed {
  /** The variable that has no value in it, so that one can see what that does; null where every open value is there. */
  readonly without: string | null;
  readonly long: boolean;
}

/** Something to be seen at least once: a branch, or a place where a value may be missing. */
interface Target {
  readonly key: string;
  /** Conditions that must hold for it, outermost first; lists that must not be empty. */
  readonly path: readonly (Condition | { readonly list: string; readonly entries: number })[];
  /** Keys of the branches on the way to it, itself included. */
  readonly on: readonly string[];
}

interface Targets {
  readonly branches: Target[];
  readonly values: (Target & { readonly name: string })[];
}

/** What is printed where one variable has no value, or all values are long. */
export interface Prints {
  filled: Print;
  long: Print;
}

/**
 * At most `mostVariants` texts of a reply. Every branch that can be reached is in one of them; then each value that may be
 * missing is missing in one; then long values; then, as far as there is room, every two decisions in all their combinations,
 * those that stand close together first.
 */
export function chooseVariants(fields: readonly FieldTree[], prints: Prints, mayBeEmpty: (name: string) => boolean): Variant[] {
  const targets: Targets = { branches: [], values: [] };
  for (const [i, { parts }] of fields.entries()) collect(parts, i, [], [], targets);
  return new Chooser(fields, prints, targets).run(mayBeEmpty);
}

class Chooser {
  private readonly fields: readonly FieldTree[];
  private readonly prints: Prints;
  private readonly targets: Targets;
  private readonly uncovered: Set<string>;
  /** For each branch, what is still uncovered in it, itself included. */
  private readonly within = new Map<string, string[]>();
  private readonly pairs = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly variants: Variant[] = [];
  private tries = 0;

  constructor(fields: readonly FieldTree[], prints: Prints, targets: Targets) {
    this.fields = fields;
    this.prints = prints;
    this.targets = targets;
    this.uncovered = new Set(targets.branches.map(({ key }) => key));
    for (const { key, on } of targets.branches) for (const each of on) this.within.set(each, [...(this.within.get(each) ?? []), key]);
  }

  run(mayBeEmpty: (name: string) => boolean): Variant[] {
    let left: number;
    do {
      left = this.uncovered.size;
      this.print(new World(), this.prints.filled);
    } while (this.uncovered.size < left && !this.full);
    for (const target of this.targets.branches) if (this.uncovered.has(target.key)) this.reach(target);
    this.withoutValues(mayBeEmpty);
    if (this.targets.values.length > 0) this.print(new World(), this.prints.long, { long: true });
    this.combinations();
    return this.variants;
  }

  private get full(): boolean { return this.variants.length >= mostVariants || this.tries >= mostTries; }

  private withoutValues(mayBeEmpty: (name: string) => boolean): void {
    const done = new Set<string>();
    for (const target of this.targets.values) {
      if (done.has(target.key) || !mayBeEmpty(target.name)) continue;
      for (const world of worldsOf(target).flatMap((each) => each.assume({ kind: 'set', name: target.name }, false))) {
        const printed = this.print(world, this.prints.filled, { without: target.name });
        if (!printed) break;
        for (const [i, field] of printed.fields.entries()) for (const piece of field.pieces) if (piece.empty !== undefined) done.add(`${i}:${piece.source.start}`);
        if (done.has(target.key)) break;
      }
    }
  }

  private reach(target: Target): void {
    for (const world of worldsOf(target)) {
      if (!this.uncovered.has(target.key)) return;
      this.print(world, this.prints.filled);
    }
  }

  private combinations(): void {
    const { branches } = this.targets;
    for (let apart = 1; apart < Math.min(branches.length, 3 * near) && !this.full; apart++) {
      for (let i = 0; i + apart < branches.length && !this.full; i++) {
        const [one, other] = [branches[i]!, branches[i + apart]!];
        if (this.pairs.has(pair(one.key, other.key))) continue;
        for (const world of worldsOf({ ...one, path: [...one.path, ...other.path] }).slice(0, 1)) this.print(world, this.prints.filled);
      }
    }
  }

  private print(world: World, print: Print, { without = null, long = false }: { without?: string | null; long?: boolean } = {}): Variant | null {
    if (this.full) return null;
    this.tries++;
    const variant = { ...writeOut(this.fields, world, this.prefer, print), without, long };
    const made = [...variant.decisions.keys()];
    for (const key of made) this.uncovered.delete(key);
    for (const [i, key] of made.entries()) for (const other of made.slice(Math.max(0, i - near), i)) this.pairs.add(pair(key, other));
    const text = JSON.stringify(variant.fields.map((field) => field.text));
    if (!this.seen.has(text)) this.variants.push(variant);
    this.seen.add(text);
    return variant;
  }

  /** The way with most that nobody has seen yet: branches first, then combinations with what was decided before. */
  private readonly prefer: Prefer = (ways, made) => {
    let best = ways[0]!;
    let most = -1;
    for (const way of ways) {
      let worth = 0;
      for (const key of this.within.get(way.key) ?? []) if (this.uncovered.has(key)) worth += 1000;
      if (this.uncovered.size === 0 && this.variants.length > 0) for (const key of made.slice(-near)) if (!this.pairs.has(pair(key, way.key))) worth++;
      if (worth > most) [best, most] = [way, worth];
    }
    return best;
  };
}

const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Worlds in which a target can be seen, as far as its conditions tell. */
function worldsOf({ path }: Pick<Target, 'path'>): readonly World[] {
  return path.reduce<readonly World[]>((worlds, step) => worlds.flatMap((world) => {
    if ('kind' in step) return world.assume(step, true);
    const next = world.withEntries(step.list, step.entries);
    return next ? [next] : [];
  }).slice(0, 8), [new World()]);
}

function collect(parts: readonly Part[], field: number, path: Target['path'], on: readonly string[], into: Targets): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'value': if (part.name !== '') into.values.push({ key: `${field}:${part.start}`, path, on, name: part.name }); break;
      case 'choice': collectChoice(part, field, path, on, into); break;
      case 'loop': collectLoop(part, field, path, on, into); break;
      case 'naming': if (part.parts) collect(part.parts.filter((inner) => inner.kind !== 'value'), field, path, on, into); break;
    }
  }
}

function collectChoice(part: Choice, field: number, path: Target['path'], on: readonly string[], into: Targets): void {
  let before = path;
  for (const [i, { when, parts }] of part.branches.entries()) {
    const key = branchKey(field, part, i);
    const here = when ? [...before, when] : before;
    into.branches.push({ key, path: here, on: [...on, key] });
    collect(parts, field, here, [...on, key], into);
    if (when) before = [...before, not(when)];
  }
}

function collectLoop(part: Loop, field: number, path: Target['path'], on: readonly string[], into: Targets): void {
  const { name } = part;
  for (const entries of name === null ? [2] : listLengths) {
    const key = branchKey(field, part, entries);
    const here = name === null ? path : [...path, { list: name, entries }];
    into.branches.push({ key, path: here, on: [...on, key] });
    if (entries !== 2 || name === null) collect(entries === 0 ? part.otherwise : part.parts, field, here, [...on, key], into);
  }
}
