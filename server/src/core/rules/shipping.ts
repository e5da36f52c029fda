import { shipPatterns, unshipPatterns } from '../pattern/shipping.ts';
import { laidOut, narrow, type Numbers, Sections, startsOf, textOf, unitsOf, writeSections } from '../pattern/sections.ts';
import type { RewriteEntry } from './rule.ts';
import type { CompiledPattern, CompiledRule, RuleTables } from './tables.ts';

/** JSON in ASCII, so that each of its characters is one byte. */
const plainJson = (value: unknown): string => JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Things that occur again and again, each kept once as JSON and known by its number. */
class Pool {
  private readonly known = new Map<string, number>();
  private readonly all: string[] = [];

  /** 0 for what is not there. */
  numberOf(value: unknown): number {
    if (value === undefined) return 0;
    const json = plainJson(value);
    const number = this.known.get(json) ?? this.all.push(json);
    this.known.set(json, number);
    return number;
  }

  sections(name: string): Record<string, Numbers> {
    const { lengths, all } = laidOut(this.all.map(unitsOf));
    return { [`${name}Lengths`]: lengths, [name]: all };
  }
}

/** Such things, each read when it is first asked for. */
function fromPool<T>(sections: Sections, name: string): (number: number) => T | undefined {
  const units = sections.numbers(name);
  const starts = startsOf(sections.numbers(`${name}Lengths`));
  const read: T[] = [];
  return (number) => (number === 0 ? undefined : (read[number] ??= JSON.parse(textOf(units, starts[number - 1]!, starts[number]!)) as T));
}

/** How many numbers a pattern of a rule takes: level, replace, unless, when, rewrites. */
const perPattern = 5;

/** The bytes that the build writes. */
export function shipTables({ patterns, owners, rules, words, locale, cues }: RuleTables): Uint8Array {
  const [said, lists, rewrites] = [new Pool(), new Pool(), new Pool()];
  const listOf = (items: readonly unknown[] | undefined, of: Pool): number => lists.numberOf(items?.map((item) => of.numberOf(item)));
  const compiled = rules.flatMap((rule) => rule.compiled.flatMap(({ level, replace, unless, when, rewrites: own }) =>
    [said.numberOf(level), said.numberOf(replace), listOf(unless, said), listOf(when, said), listOf(own, rewrites)]));
  return writeSections({
    ...shipPatterns(patterns),
    words: narrow(words.units), wordLengths: narrow(words.lengths), slots: narrow(words.slots), tags: narrow(words.tags),
    head: unitsOf(plainJson({ locale, cues, rules: rules.map(({ compiled: { length }, ...rule }) => [rule, length]) })),
    owners: narrow(owners.of), ownerParts: narrow(owners.part),
    compiled: narrow(compiled), ...said.sections('said'), ...lists.sections('ruleLists'), ...rewrites.sections('rewrites'),
  });
}

/** The tables that the library loads: what most texts do not ask for is read when it is asked for. */
export function unshipTables(bytes: Uint8Array): RuleTables {
  const sections = new Sections(bytes);
  const numbers = (name: string): Numbers => sections.numbers(name);
  const { rules, ...head } = JSON.parse(sections.text('head')) as Pick<RuleTables, 'locale' | 'cues'> & { readonly rules: readonly (readonly [rule: Omit<CompiledRule, 'compiled'>, patterns: number])[] };
  const said = fromPool<unknown>(sections, 'said');
  const lists = fromPool<readonly number[]>(sections, 'ruleLists');
  const rewrites = fromPool<RewriteEntry>(sections, 'rewrites');
  const compiled = numbers('compiled');
  const pattern = (at: number): CompiledPattern => {
    const [level, replace, unless, when, own] = compiled.subarray(at, at + perPattern);
    return { level: said(level!), replace: said(replace!), unless: lists(unless!)?.map(said), when: lists(when!)?.map(said), rewrites: lists(own!)?.map(rewrites) } as CompiledPattern;
  };
  let first = 0;
  return {
    ...head,
    rules: rules.map(([rule, length]) => {
      const from = first;
      first += length;
      let read: readonly CompiledPattern[] | null = null;
      return { ...rule, get compiled() { return (read ??= Array.from({ length }, (_, i) => pattern((from + i) * perPattern))); } };
    }),
    words: { units: numbers('words'), lengths: numbers('wordLengths'), slots: numbers('slots'), tags: numbers('tags') },
    owners: { of: numbers('owners'), part: numbers('ownerParts') },
    patterns: unshipPatterns(sections),
  };
}
