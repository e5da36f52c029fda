import type { Vocabulary } from '../prose/vocabulary.ts';
import type { Sentence, Words } from '../prose/words.ts';
import { Automaton } from './automaton.ts';
import type { Entry, PatternTables } from './compile.ts';
import { Machine, type Match } from './run.ts';

/** Compiled patterns at work: finds all of them in a text in one pass. */
export class PatternSet {
  private readonly tables: PatternTables;
  private readonly automaton: Automaton;
  private readonly lemmas: Int32Array;
  private readonly machine: Machine;
  private readonly tried = new Set<number>();
  /** Programs tried so far; counted so that a test can see that matching stays lean. */
  tries = 0;

  constructor(tables: PatternTables, vocabulary: Vocabulary) {
    this.tables = tables;
    this.automaton = new Automaton(tables.automaton);
    this.lemmas = new Int32Array(Math.max(vocabulary.size, tables.lemmas.length));
    this.lemmas.set(tables.lemmas);
    this.machine = new Machine(tables.sets);
    this.machine.not = vocabulary.intern('not');
  }

  /** Calls `found` for each match of an anchored pattern, in the order in which their anchors end. */
  scan(words: Words, found: (program: number, match: Match) => void): void {
    const { automaton, lemmas, tables } = this;
    const ids = words.id;
    const known = lemmas.length;
    this.tried.clear();
    for (const sentence of words.sentences) {
      let state = automaton.start;
      for (let w = sentence.first; w < sentence.last; w++) {
        const id = ids[w]!;
        if (id === 0) {
          state = 0;
          continue;
        }
        state = automaton.step(state, id < known ? lemmas[id]! : 0);
        if (state !== 0) automaton.ends(state, (entry) => this.enter(tables.entries[entry]!, w, sentence, words, found));
      }
    }
  }

  private enter(entry: Entry, last: number, sentence: Sentence, words: Words, found: (program: number, match: Match) => void): void {
    const anchor = last - entry.length + 1;
    // The leftmost start wins: words that may stand before belong to the match where they do.
    for (let first = Math.max(sentence.first, anchor - entry.most); first <= anchor - entry.least; first++) {
      const key = entry.program * 0x100000 + first;
      if (this.tried.has(key)) continue;
      this.tried.add(key);
      const match = this.at(entry.program, words, sentence, first);
      if (match && match.last > anchor) {
        found(entry.program, match);
        return;
      }
    }
  }

  /** The match of a program that begins at word `first`, and ends before word `until` where that is given. */
  at(program: number, words: Words, sentence: Sentence, first: number, until?: number): Match | null {
    this.tries++;
    return this.machine.match(this.tables.programs[program]!, words, sentence, first, until);
  }

  /** Does the program match anywhere in the sentence? */
  somewhere(program: number, words: Words, sentence: Sentence): boolean {
    for (let first = sentence.first; first < sentence.last; first++) {
      if (this.at(program, words, sentence, first)) return true;
    }
    return false;
  }

  /** Names of a program's captures. */
  captures(program: number): readonly string[] {
    return this.tables.programs[program]!.captures;
  }
}
