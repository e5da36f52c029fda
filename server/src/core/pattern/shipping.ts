import type { PatternTables } from './compile.ts';
import type { Need, Needs } from './probes.ts';
import { laidOut, narrow, type Numbers, type Sections, startsOf, textOf, unitsOf } from './sections.ts';
import { packTrees, type Tree, unpackTree } from './tree.ts';

/** Word ids, ascending, as the steps between them, each in as many bytes of seven bits as it needs. */
function packIds(ids: ArrayLike<number>): number[] {
  const out: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    let step = ids[i]! - (i === 0 ? 0 : ids[i - 1]!);
    for (; step > 0x7f; step >>= 7) out.push((step & 0x7f) | 0x80);
    out.push(step);
  }
  return out;
}

function unpackIds(bytes: Numbers, start: number, end: number): number[] {
  const ids: number[] = [];
  let id = 0;
  let shift = 0;
  for (let at = start; at < end; at++) {
    id += (bytes[at]! & 0x7f) << shift;
    shift += 7;
    if (bytes[at]! < 0x80) {
      ids.push(id);
      shift = 0;
    }
  }
  return ids;
}

/** The needs of programs, each list of them kept once. */
function shipNeeds(tables: PatternTables): Record<string, Numbers> {
  const known = new Map<string, number>();
  const lists: Needs[] = [];
  const of = Array.from({ length: tables.programs }, (_, program) => {
    const needs = tables.needs(program);
    const key = JSON.stringify(needs);
    const number = known.get(key) ?? lists.push(needs) - 1;
    known.set(key, number);
    return number;
  });
  const all = lists.flatMap((needs) => needs.all);
  return {
    needs: narrow(of), needLengths: narrow(lists.map((needs) => needs.all.length)), needOpens: narrow(lists.map(({ opens }) => Number(opens))),
    needSets: narrow(all.map(({ set }) => set)), needLeast: narrow(all.map(({ least }) => least)), needMost: narrow(all.map(({ most }) => most)),
  };
}

function unshipNeeds(sections: Sections): PatternTables['needs'] {
  const numbers = (name: string): Numbers => sections.numbers(name);
  const [of, opens, sets, least, most] = [numbers('needs'), numbers('needOpens'), numbers('needSets'), numbers('needLeast'), numbers('needMost')];
  const starts = startsOf(numbers('needLengths'));
  return (program) => {
    const list = of[program]!;
    const all: Need[] = [];
    for (let at = starts[list]!; at < starts[list + 1]!; at++) all.push({ set: sets[at]!, least: least[at]!, most: most[at]! });
    return { opens: opens[list] === 1, all };
  };
}

/** Patterns as sections of numbers. */
export function shipPatterns(tables: PatternTables): Record<string, Numbers> {
  const { entries, lemmas, automaton } = tables;
  const names: string[] = [];
  const trees = packTrees(Array.from({ length: tables.programs }, (_, program) => tables.tree(program)), names);
  const { lengths, all } = laidOut(trees.all);
  const needs = shipNeeds(tables);
  // What programs need may be sets of its own, so the sets come last.
  const sets = laidOut(Array.from({ length: tables.sets }, (_, set) => packIds(tables.set(set))));
  return {
    programs: narrow(trees.of), treeLengths: lengths, trees: all, captures: unitsOf(names.join(' ')),
    ...needs,
    setLengths: sets.lengths, sets: sets.all,
    entryPrograms: narrow(entries.program), entryLengths: narrow(entries.length), entryLeast: narrow(entries.least), entryMost: narrow(entries.most),
    lemmas: narrow(lemmas), lemmaCount: narrow([automaton.lemmas]),
    last: narrow(automaton.last), followers: narrow(automaton.followers), lists: narrow(automaton.lists), listLengths: narrow(automaton.lengths), payloads: narrow(automaton.payloads),
  };
}

/** The patterns in these sections; trees and word sets are read when they are asked for. */
export function unshipPatterns(sections: Sections): PatternTables {
  const numbers = (name: string): Numbers => sections.numbers(name);
  const [programs, trees, sets] = [numbers('programs'), numbers('trees'), numbers('sets')];
  const treeStarts = startsOf(numbers('treeLengths'));
  const setStarts = startsOf(numbers('setLengths'));
  const names = textOf(numbers('captures')).split(' ');
  const part = (index: number): Tree => unpackTree(trees, treeStarts[index]!, names, part);
  return {
    programs: programs.length,
    sets: setStarts.length - 1,
    tree: (program) => part(programs[program]!),
    set: (set) => unpackIds(sets, setStarts[set]!, setStarts[set + 1]!),
    needs: unshipNeeds(sections),
    entries: { program: numbers('entryPrograms'), length: numbers('entryLengths'), least: numbers('entryLeast'), most: numbers('entryMost') },
    lemmas: numbers('lemmas'),
    automaton: {
      lemmas: numbers('lemmaCount')[0]!, last: numbers('last'), followers: numbers('followers'), lists: numbers('lists'), lengths: numbers('listLengths'), payloads: numbers('payloads'),
    },
  };
}
