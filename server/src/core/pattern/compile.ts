import type { Vocabulary } from '../prose/vocabulary.ts';
import { anchorsOf, common } from './anchor.ts';
import { type Anchor, type AutomatonTables, buildAutomaton } from './automaton.ts';
import { type Lexicons, parsePattern, PatternError } from './parse.ts';
import { type Needs, needsOf } from './probes.ts';
import { assemble } from './program.ts';
import { resolved, type Tree, WordSets } from './tree.ts';

/** A pattern as text. Only an anchored one is looked for in every text; the others are conditions, run where asked. */
export interface PatternSource {
  readonly text: string;
  readonly anchored: boolean;
}

/**
 * Where anchors lead, by entry: try this program from each word that stands `least` to `most` words before the anchor, which
 * has `length` words.
 */
export interface Entries {
  readonly program: ArrayLike<number>;
  readonly length: ArrayLike<number>;
  readonly least: ArrayLike<number>;
  readonly most: ArrayLike<number>;
}

/** Patterns ready to ship: plain data. Word ids count in the vocabulary they were compiled with. */
export interface PatternTables {
  /** How many programs there are, and how many word sets are known so far. */
  readonly programs: number;
  readonly sets: number;
  /** What a program is assembled from. */
  tree(program: number): Tree;
  /** Word ids of a set, ascending. */
  set(set: number): ArrayLike<number>;
  needs(program: number): Needs;
  readonly entries: Entries;
  /** Lemma by word id: all forms of a word have one; 0 where no anchor names the word. */
  readonly lemmas: ArrayLike<number>;
  readonly automaton: AutomatonTables;
}

/** All forms of a word. The first five are a verb's: "take", "takes", "took", "taken", "taking". */
export type Inflect = (word: string) => readonly string[];

/**
 * Compiles patterns; programs are in the order of the sources.
 * @throws PatternError where a pattern cannot be read or has no word to look for.
 */
export function compilePatterns(sources: readonly PatternSource[], lexicons: Lexicons, inflect: Inflect, vocabulary: Vocabulary): PatternTables {
  const sets = new WordSets();
  const families = new Families();
  const forms = (words: readonly string[], inflected: boolean): number[] =>
    words.flatMap((word) => {
      if (!inflected) return [vocabulary.intern(word)];
      const ids = [...new Set([word, ...inflect(word)])].map((form) => vocabulary.intern(form));
      for (const id of ids) families.join(ids[0]!, id);
      return ids;
    });
  const nodes = sources.map((source) => parsePattern(source.text, lexicons));
  const trees = nodes.map((node) => resolved(node, forms, sets));

  const entries: { program: number; length: number; least: number; most: number }[] = [];
  const runs: { ids: number[][]; entry: number }[] = [];
  sources.forEach((source, program) => {
    if (!source.anchored) return;
    const places = anchorsOf(nodes[program]!);
    if (!places) throw new PatternError(`"${source.text}" has no word that must be there, so there is nothing to look for.`, 1);
    for (const place of places) {
      const entry = entries.push({ program, length: place.run.length, least: place.least, most: place.most }) - 1;
      runs.push({ ids: place.run.map((set) => forms(set.words, set.inflected)), entry });
    }
  });

  const lemmaOfFamily = new Map<number, number>();
  const lemmaOf = (id: number): number => {
    const family = families.of(id);
    let lemma = lemmaOfFamily.get(family);
    if (lemma === undefined) lemmaOfFamily.set(family, (lemma = lemmaOfFamily.size + 1));
    return lemma;
  };
  const anchors: Anchor[] = [];
  for (const { ids, entry } of runs) {
    let sequences: number[][] = [[]];
    for (const position of ids) {
      const lemmas = [...new Set(position.map(lemmaOf))];
      sequences = sequences.flatMap((sequence) => lemmas.map((lemma) => [...sequence, lemma]));
    }
    for (const lemmas of sequences) anchors.push({ lemmas, payload: entry });
  }
  const lemmas = Array.from({ length: vocabulary.size }, (_, id) => lemmaOfFamily.get(families.of(id)) ?? 0);
  const known = { of: (set: number) => sets.list[set]!, add: (ids: readonly number[]) => sets.add(ids) };
  const usual = new Set([...common].map((word) => vocabulary.idOf(word)));
  const chanceOf = (id: number): number => (usual.has(id) ? 40 : 1);
  const column = (name: keyof Entries): number[] => entries.map((entry) => entry[name]);
  return {
    programs: trees.length, get sets() { return sets.list.length; }, tree: (program) => trees[program]!, set: (set) => sets.list[set]!,
    needs: (program) => needsOf(assemble(trees[program]!).code, known, chanceOf),
    entries: { program: column('program'), length: column('length'), least: column('least'), most: column('most') },
    lemmas, automaton: buildAutomaton(anchors, lemmaOfFamily.size + 1),
  };
}

/** Words that share a form belong to one family. */
class Families {
  private readonly parent = new Map<number, number>();

  of(id: number): number {
    let root = id;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.parent.set(y, x);
  }
}
