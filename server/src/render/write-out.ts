import type { Range } from '../core/model.ts';
import { type Condition, not } from './conditions.ts';
import type { Choice, Loop, Part, Value } from './template-tree.ts';
import type { World } from './world.ts';

/** A piece of what is printed: words of the template, or what stands in for a value. `source` counts in the field's template. */
export interface Piece extends Range {
  readonly kind: 'words' | 'value';
  readonly source: Range;
  /** The decisions under which it is printed, outermost first. */
  readonly under: readonly string[];
  /** For a value that prints nothing or a sign in place of it: its variable. */
  readonly empty?: string;
}

/** A decision that was made on the way: one branch of a choice, or how long a list is. */
export interface Decision {
  readonly key: string;
  /** Completes "when …". */
  readonly said: string;
  /** Field and place of what it decides about. */
  readonly field: number;
  readonly at: number;
}

export interface PrintedField {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** One text that the customer may see. */
export interface Printed {
  readonly fields: readonly PrintedField[];
  /** By key, in the order in which they were made. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** What is printed for a variable; `empty` where it has no value. */
export interface Print {
  (value: Value, world: World, field: number): { readonly text: string; readonly empty: boolean };
}

/** One of the ways on from a decision. */
export interface Way extends Decision {
  readonly world: World;
}

/** Says which of several ways is taken; `made` are the keys of the decisions so far. */
export type Prefer = (ways: readonly Way[], made: readonly string[]) => Way;

/** One field's tree, and its text that the tree's offsets count in. */
export interface FieldTree {
  readonly text: string;
  readonly parts: readonly Part[];
}

export const branchKey = (field: number, part: Choice | Loop, branch: number): string => `${field}:${part.start}:${branch}`;

/** How many entries a list may have: first what is usual. */
export const listLengths = [1, 2, 0] as const;

/** Writes the fields out in one world; what that leaves open is decided as `prefer` says, once and for all of them. */
export function writeOut(fields: readonly FieldTree[], world: World, prefer: Prefer, print: Print): Printed {
  const settling = new Writer(world, prefer, print);
  for (const [i, field] of fields.entries()) settling.field(field, i);
  // A value may be printed before a condition on it is met: once more, now that all of them are settled.
  const writer = new Writer(settling.world, prefer, print);
  const printed = fields.map((field, i) => writer.field(field, i));
  return { fields: printed, decisions: settling.decisions };
}

interface Round {
  readonly first: boolean;
  readonly last: boolean;
}

class Writer {
  readonly decisions = new Map<string, Decision>();
  world: World;
  private readonly made: string[] = [];
  private readonly prefer: Prefer;
  private readonly print: Print;
  private readonly named = new Map<string, readonly Part[] | null>();
  private current!: FieldTree;
  private number = 0;
  private texts: string[] = [];
  private pieces: Piece[] = [];
  private length = 0;

  constructor(world: World, prefer: Prefer, print: Print) {
    this.world = world;
    this.prefer = prefer;
    this.print = print;
  }

  field(field: FieldTree, number: number): PrintedField {
    [this.current, this.number, this.texts, this.pieces, this.length] = [field, number, [], [], 0];
    this.write(field.parts, [], null);
    return { text: this.texts.join(''), pieces: this.pieces };
  }

  private write(parts: readonly Part[], under: readonly string[], round: Round | null): void {
    for (const part of parts) {
      switch (part.kind) {
        case 'words': this.piece(this.current.text.slice(part.start, part.end), { kind: 'words', source: { start: part.start, end: part.end }, under }); break;
        case 'value': this.value(part, under, round); break;
        case 'choice': this.choice(part, under, round); break;
        case 'loop': this.loop(part, under); break;
        case 'naming': this.named.set(part.name, part.parts); break;
      }
    }
  }

  private piece(text: string, piece: Omit<Piece, 'start' | 'end'>): void {
    this.texts.push(text);
    this.pieces.push({ ...piece, start: this.length, end: (this.length += text.length) });
  }

  private value(value: Value, under: readonly string[], round: Round | null): void {
    const { start, end } = value;
    const parts = this.named.get(value.name);
    const only = parts?.length === 1 && parts[0]!.kind === 'value' ? parts[0] : null;
    if (parts && !only) {
      // The name may stand in its own text; it is not written out without end.
      this.named.delete(value.name);
      this.write(parts, under, round);
      this.named.set(value.name, parts);
      return;
    }
    const { name, fallback } = only ?? value;
    const printed = name === '' ? { text: fallback ?? '', empty: false } : this.print({ ...value, name, fallback: fallback ?? value.fallback }, this.world, this.number);
    this.piece(printed.text, { kind: 'value', source: { start, end }, under, ...(printed.empty && { empty: name }) });
  }

  private choice(part: Choice, under: readonly string[], round: Round | null): void {
    const ways: Way[] = [];
    let world: World | undefined = this.world;
    for (const [i, { when, said }] of part.branches.entries()) {
      const way = { key: branchKey(this.number, part, i), said, field: this.number, at: part.start };
      const condition = when && this.here(when, round);
      const holds: boolean | undefined = condition ? world.holds(condition) : true;
      if (holds === true) { ways.push({ ...way, world }); break; }
      if (holds === false) continue;
      const yes: World | undefined = world.assume(condition!, true)[0];
      if (yes) ways.push({ ...way, world: yes });
      world = world.assume(condition!, false)[0];
      if (!world) break;
    }
    const taken = this.take(ways);
    if (taken) this.write(part.branches[Number(taken.key.split(':')[2])]!.parts, [...under, taken.key], round);
  }

  private loop(part: Loop, under: readonly string[]): void {
    const { name } = part;
    const list = name === null ? null : this.aliasOf(name);
    const ways = listLengths.flatMap((entries): Way[] => {
      const world = list === null ? (entries === 2 ? this.world : null) : this.world.withEntries(list, entries);
      const said = entries === 0 ? `${list} is empty` : entries === 1 ? `${list} has one entry` : list === null ? 'the list is written out' : `${list} has two entries`;
      return world ? [{ key: branchKey(this.number, part, entries), said, field: this.number, at: part.start, world }] : [];
    });
    const taken = this.take(ways);
    if (!taken) return;
    const entries = Number(taken.key.split(':')[2]);
    if (entries === 0) this.write(part.otherwise, [...under, taken.key], null);
    for (let i = 0; i < entries; i++) this.write(part.parts, [...under, taken.key], { first: i === 0, last: i === entries - 1 });
  }

  private take(ways: readonly Way[]): Way | null {
    if (ways.length === 0) return null;
    const taken = ways.length === 1 ? ways[0]! : this.prefer(ways, this.made);
    this.world = taken.world;
    if (!this.decisions.has(taken.key)) this.made.push(taken.key);
    this.decisions.set(taken.key, { key: taken.key, said: taken.said, field: taken.field, at: taken.at });
    return taken;
  }

  private aliasOf(name: string): string {
    const parts = this.named.get(name);
    return parts?.length === 1 && parts[0]!.kind === 'value' && parts[0]!.name !== '' ? parts[0]!.name : name;
  }

  /** A condition with names that the template gave, and with rounds of the loop, put in. */
  private here(condition: Condition, round: Round | null): Condition {
    switch (condition.kind) {
      case 'not': return not(this.here(condition.of, round));
      case 'and': case 'or': return { ...condition, of: condition.of.map((part) => this.here(part, round)) };
      case 'round': return { kind: round === null || round[condition.which] ? 'and' : 'or', of: [] };
      case 'fact': return condition;
      default: {
        const parts = this.named.get(condition.name);
        const only = parts?.length === 1 && parts[0]!.kind === 'value' ? parts[0] : null;
        if (!only) return condition;
        if (only.name !== '') return { ...condition, name: only.name };
        const holds = condition.kind === 'set' ? only.fallback !== '' : only.fallback === condition.value;
        return { kind: holds ? 'and' : 'or', of: [] };
      }
    }
  }
}
