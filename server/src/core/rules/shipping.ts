import { pack, unpack } from '../pattern/packed.ts';
import type { CompiledPattern, CompiledRule, RuleTables } from './tables.ts';

/** Rule tables as they ship: numbers packed as text, all else as it is. */
interface Shipped extends Omit<RuleTables, 'patterns' | 'owners' | 'rules'> {
  /** Each rule without its patterns, and those as JSON: they are read when one of them is met. */
  readonly rules: readonly (readonly [rule: Omit<CompiledRule, 'compiled'>, compiled: string])[];
  readonly captures: readonly (readonly [program: number, names: readonly string[]])[];
  readonly code: readonly string[];
  readonly sets: readonly string[];
  readonly entries: string;
  readonly lemmas: string;
  readonly owners: string;
  readonly automaton: Readonly<Record<(typeof parts)[number], string>> & { readonly lemmas: number };
}

const parts = ['root', 'keys', 'next', 'fail', 'output', 'link', 'payloads'] as const;

/** A program that is unpacked when it first runs: most texts try few of them. */
class ShippedProgram {
  private numbers: Int32Array | null = null;
  private readonly text: string;
  readonly captures: readonly string[];

  constructor(text: string, captures: readonly string[]) {
    this.text = text;
    this.captures = captures;
  }

  get code(): Int32Array { return (this.numbers ??= unpack(this.text)); }
}

/** The rule with its patterns, which are read when they are first asked for. */
function lazily(rule: Omit<CompiledRule, 'compiled'>, text: string): CompiledRule {
  let patterns: readonly CompiledPattern[] | null = null;
  return { ...rule, get compiled() { return (patterns ??= JSON.parse(text) as CompiledPattern[]); } };
}

/** The text that the build writes. */
export function shipTables({ patterns, owners, rules, ...rest }: RuleTables): string {
  const { programs, sets, entries, lemmas, automaton } = patterns;
  const shipped: Shipped = {
    ...rest,
    rules: rules.map(({ compiled, ...rule }) => [rule, JSON.stringify(compiled)]),
    captures: programs.flatMap(({ captures }, program) => (captures.length > 0 ? [[program, captures] as const] : [])),
    code: programs.map(({ code }) => pack(Array.from(code))),
    sets: sets.map((ids) => pack(Array.from(ids()))),
    entries: pack(entries.flatMap(({ program, length, least, most }) => [program, length, least, most])),
    lemmas: pack(Array.from(lemmas)),
    // A condition has no owner (0); a cue's rule is 1, a rule's its index + 2.
    owners: pack(owners.flatMap((owner) => (owner ? [owner[0] + 2, owner[1]] : [0, 0]))),
    automaton: { ...(Object.fromEntries(parts.map((part) => [part, pack(Array.from(automaton[part]))])) as Record<(typeof parts)[number], string>), lemmas: automaton.lemmas },
  };
  return JSON.stringify(shipped);
}

/** The tables that the library loads. */
export function unshipTables(text: string): RuleTables {
  const { captures, code, sets, entries, lemmas, owners, rules, automaton, ...rest } = JSON.parse(text) as Shipped;
  const names = new Map(captures);
  const entry = unpack(entries);
  const owner = unpack(owners);
  return {
    ...rest,
    rules: rules.map(([rule, compiled]) => lazily(rule, compiled)),
    owners: Array.from({ length: owner.length / 2 }, (_, i) => (owner[i * 2] === 0 ? null : [owner[i * 2]! - 2, owner[i * 2 + 1]!] as const)),
    patterns: {
      programs: code.map((text, i) => new ShippedProgram(text, names.get(i) ?? [])),
      sets: sets.map((text) => () => unpack(text)),
      entries: Array.from({ length: entry.length / 4 }, (_, i) => ({ program: entry[i * 4]!, length: entry[i * 4 + 1]!, least: entry[i * 4 + 2]!, most: entry[i * 4 + 3]! })),
      lemmas: unpack(lemmas),
      automaton: { ...(Object.fromEntries(parts.map((part) => [part, unpack(automaton[part])])) as Record<(typeof parts)[number], Int32Array>), lemmas: automaton.lemmas },
    },
  };
}
