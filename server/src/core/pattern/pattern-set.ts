import type { Vocabulary } from '../prose/vocabulary.ts';
import type { Sentence, Words } from '../prose/words.ts';
import { Automaton } from './automaton.ts';
import type { PatternTables } from './compile.ts';
import { Probes } from './probes.ts';
import { assemble, type Program } from './program.ts';
import { Machine, type Match } from './run.ts';
import { type SeenSentence, SentenceMemory } from './sentence-memory.ts';

/** Compiled patterns at work: finds all of them in a text in one pass. */
export class PatternSet {
  private readonly tables: PatternTables;
  private readonly automaton: Automaton;
  private readonly lemmas: Int32Array;
  private readonly machine: Machine;
  /** Assembled when they first run: most texts try few of them. */
  private readonly programs: (Program | undefined)[];
  private readonly tried = new Set<number>();
  private readonly probes: (Probes | undefined)[];
  /** Number of the sentence at hand, and per program the last sentence in which it could and could not match. */
  private stamp = 0;
  private readonly hopeful: Int32Array;
  private readonly hopeless: Int32Array;
  private readonly sentences = new SentenceMemory();
  /** Programs tried so far; counted so that a test can see that matching stays lean. */
  tries = 0;

  constructor(tables: PatternTables, vocabulary: Vocabulary) {
    this.tables = tables;
    this.automaton = new Automaton(tables.automaton);
    this.lemmas = new Int32Array(Math.max(vocabulary.size, tables.lemmas.length));
    this.lemmas.set(tables.lemmas);
    this.machine = new Machine(tables, vocabulary.size);
    this.programs = new Array<Program | undefined>(tables.programs);
    this.machine.not = vocabulary.intern('not');
    this.hopeful = new Int32Array(tables.programs);
    this.hopeless = new Int32Array(tables.programs);
    this.probes = new Array<Probes | undefined>(tables.programs);
  }

  private program(index: number): Program {
    return (this.programs[index] ??= assemble(this.tables.tree(index)));
  }

  /**
   * Calls `found` for each match of an anchored pattern, in the order in which their anchors end. In a sentence that was read
   * before, all word indexes of the match are to be moved `by` so many.
   */
  scan(words: Words, found: (program: number, match: Match, by: number) => void): void {
    for (const sentence of words.sentences) {
      const seen = this.sentences.find(words, sentence) ?? this.read(words, sentence);
      const { programs, matches } = seen;
      for (let i = 0; i < programs.length; i++) found(programs[i]!, matches[i]!, sentence.first - seen.first);
    }
  }

  private read(words: Words, sentence: Sentence): SeenSentence {
    const seen: SeenSentence = { first: sentence.first, programs: [], matches: [] };
    this.scanSentence(words, sentence, seen);
    this.sentences.keep(words, seen);
    return seen;
  }

  private scanSentence(words: Words, sentence: Sentence, seen: SeenSentence): void {
    const { automaton, lemmas } = this;
    const ids = words.id;
    const known = lemmas.length;
    this.tried.clear();
    this.stamp++;
    let state = automaton.start;
    for (let w = sentence.first; w < sentence.last; w++) {
      const id = ids[w]!;
      if (id === 0) {
        state = 0;
        continue;
      }
      state = automaton.step(state, id < known ? lemmas[id]! : 0);
      if (state === 0) continue;
      const ends = automaton.ends(state);
      for (let i = 0; i < ends.length; i++) this.enter(ends[i]!, w, sentence, words, seen);
    }
  }

  private enter(entry: number, last: number, sentence: Sentence, words: Words, seen: SeenSentence): void {
    const { entries } = this.tables;
    const program = entries.program[entry]!;
    const probes = this.probesOf(program);
    if (this.hopeless[program] === this.stamp) return;
    if (this.hopeful[program] !== this.stamp) {
      if (!probes.allowSomewhere(words.id, sentence)) {
        this.hopeless[program] = this.stamp;
        return;
      }
      this.hopeful[program] = this.stamp;
    }
    const anchor = last - entries.length[entry]! + 1;
    const until = anchor - entries.least[entry]!;
    // The leftmost start wins: words that may stand before belong to the match where they do.
    for (let first = Math.max(sentence.first, anchor - entries.most[entry]!); first <= until; first++) {
      if (!probes.allow(words.id, sentence, first)) continue;
      const key = program * 0x100000 + first;
      if (this.tried.has(key)) continue;
      this.tried.add(key);
      this.tries++;
      const match = this.machine.match(this.program(program), words, sentence, first);
      if (match && match.last > anchor) {
        seen.programs.push(program);
        seen.matches.push(match);
        return;
      }
    }
  }

  /** What a match of the program must hold, put together when it is first asked for. */
  private probesOf(program: number): Probes {
    return (this.probes[program] ??= new Probes(this.tables.needs(program), (set) => this.machine.bits(set)));
  }

  /** The match of a program that begins at word `first`, and ends before word `until` where that is given. */
  at(program: number, words: Words, sentence: Sentence, first: number, until?: number): Match | null {
    if (!this.probesOf(program).allow(words.id, sentence, first)) return null;
    this.tries++;
    return this.machine.match(this.program(program), words, sentence, first, until);
  }

  /** Does the program match anywhere in the sentence? */
  somewhere(program: number, words: Words, sentence: Sentence): boolean {
    if (!this.probesOf(program).allowSomewhere(words.id, sentence)) return false;
    for (let first = sentence.first; first < sentence.last; first++) {
      if (this.at(program, words, sentence, first)) return true;
    }
    return false;
  }

  /** Names of a program's captures. */
  captures(program: number): readonly string[] {
    return this.program(program).captures;
  }
}
