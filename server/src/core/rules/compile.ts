import type { Paradigm } from '../fixes/forms.ts';
import { templateProblem } from '../fixes/template.ts';
import { compilePatterns, type Inflect, type PatternSource, type PatternTables } from '../pattern/compile.ts';
import { type Lexicons, PatternError } from '../pattern/parse.ts';
import { Vocabulary } from '../prose/vocabulary.ts';
import type { ConditionEntry, CueSource, LexiconSource, PatternEntry, RewriteEntry, RuleSource } from './rule.ts';
import { anywhere, type CompiledPattern, type CompiledRule, type Condition, Owner, type RulePage, type RuleTables } from './tables.ts';

/** A rule, cue or lexicon that cannot be compiled; `subject` is its id. */
export class RuleError extends Error {
  readonly subject: string;

  constructor(subject: string, message: string) {
    super(`${subject}: ${message}`);
    this.subject = subject;
  }
}

const asRewrite = (rewrite: string | RewriteEntry): RewriteEntry => (typeof rewrite === 'string' ? { text: rewrite } : rewrite);

/** The words that a text inflects: "refund" in `refund~`. */
const inflectedIn = (text: string): string[] => [...text.matchAll(/([A-Za-z]+)~/g)].map((found) => found[1]!.toLowerCase());

/** A rewrite with the forms of its verbs, and of those that its pattern inflects. */
function withVerbs(rewrite: RewriteEntry, pattern: string, inflect: Inflect, subject: string): RewriteEntry {
  const problem = templateProblem(rewrite.text);
  if (problem) throw new RuleError(subject, `in the rewrite "${rewrite.text}": ${problem}`);
  const own = inflectedIn(rewrite.text);
  if (own.length === 0) return rewrite;
  const paradigm = (word: string): Paradigm => {
    const [base = word, s = word, past = word, done = past, ing = word] = inflect(word);
    return [base, s, past, done, ing];
  };
  return { ...rewrite, verbs: Object.fromEntries(own.map((word) => [word, paradigm(word)])), replaces: inflectedIn(pattern).map(paradigm) };
}

/**
 * Compiles the rules and cues of a locale into one set of tables; `texts` are the patterns of its programs.
 * @throws RuleError naming the rule and what is wrong with it.
 */
export function compileRules(
  locale: string, rules: readonly RuleSource[], cues: readonly CueSource[], lexiconFiles: readonly LexiconSource[], inflect: Inflect, vocabulary = new Vocabulary(),
): RuleTables & { readonly texts: readonly string[] } {
  const lexicons = lexiconsOf(lexiconFiles);
  const cueIds = cues.map((cue) => cue.id);
  const sources: PatternSource[] = [];
  const owners = { of: [] as number[], part: [] as number[] };
  const subjects: string[] = [];
  const conditions = new Map<string, number>();
  const add = (text: string, owner: number, part: number, subject: string): number => {
    owners.of.push(owner);
    owners.part.push(part);
    subjects.push(subject);
    return sources.push({ text, anchored: owner !== Owner.condition }) - 1;
  };

  const cueIndex = (id: string, subject: string): number => {
    const index = cueIds.indexOf(id);
    if (index < 0) throw new RuleError(subject, `there is no cue "${id}"`);
    return index;
  };
  const condition = (entry: ConditionEntry, subject: string): Condition => {
    if ('cue' in entry) {
      const cue = cueIndex(entry.cue, subject);
      if (entry.anywhere) return { test: 'cue', cue, after: anywhere, back: anywhere };
      if (entry.before) return { test: 'cue', cue, after: -1, back: anywhere };
      return { test: 'cue', cue, after: entry.within ?? (entry.previous ? -1 : 0), back: entry.previous ?? 0 };
    }
    if ('at' in entry) return { test: entry.at };
    if ('locale' in entry) return { test: 'locale', locales: entry.locale.map((tag) => tag.toLowerCase()) };
    if ('question' in entry) return { test: entry.question ? 'question' : 'statement' };
    for (const test of ['same', 'before', 'after', 'previous', 'next'] as const) {
      const text = (entry as Record<string, string>)[test];
      if (text === undefined) continue;
      const program = conditions.get(text) ?? add(text, Owner.condition, 0, subject);
      conditions.set(text, program);
      return { test, program };
    }
    throw new RuleError(subject, `this condition says nothing: ${JSON.stringify(entry)}`);
  };

  const compiled = rules.map((rule, ruleIndex): CompiledRule => {
    const { patterns = [], rewrites = [], id, category, level, title, message, replies, detector, doubtful, judge } = rule;
    const general = rewrites.map(asRewrite);
    const inflects = general.some(({ text }) => inflectedIn(text).length > 0);
    return {
      id, category, level, title, message, ...(replies && { replies }), ...(detector && { detector }), ...(doubtful && { doubtful }),
      rewrites: general.map((rewrite) => withVerbs(rewrite, '', inflect, id)),
      ...(judge && { judgement: {
        cue: judge.cue === 'question' ? -1 : cueIndex(judge.cue, id),
        nth: judge.nth ?? 1,
        row: judge.row ?? 1,
        unless: (judge.unless ?? []).map((c) => condition(c, id)),
        when: (judge.when ?? []).map((c) => condition(c, id)),
      } }),
      compiled: patterns.map((pattern, patternIndex): CompiledPattern => {
        const entry: PatternEntry = typeof pattern === 'string' ? { match: pattern } : pattern;
        add(entry.match, Owner.firstRule + ruleIndex, patternIndex, rule.id);
        const { level: own, replace } = entry;
        return {
          ...(own && own !== level && { level: own }),
          ...(entry.unless && { unless: entry.unless.map((c) => condition(c, rule.id)) }),
          ...(entry.when && { when: entry.when.map((c) => condition(c, rule.id)) }),
          ...(replace && replace !== 'match' && { replace }),
          ...((entry.rewrites || inflects) && { rewrites: (entry.rewrites?.map(asRewrite) ?? general).map((rewrite) => withVerbs(rewrite, entry.match, inflect, rule.id)) }),
        };
      }),
    };
  });
  cues.forEach((cue, index) => cue.patterns.forEach((text) => add(text, Owner.cue, index, `cue ${cue.id}`)));

  return { locale, patterns: compileNamed(sources, (index) => subjects[index]!, lexicons, inflect, vocabulary), words: vocabulary.toTable(), rules: compiled, cues: cueIds, owners, texts: sources.map(({ text }) => text) };
}

/** Compiles patterns; one that cannot be read is named with its subject. @throws RuleError */
export function compileNamed(sources: readonly PatternSource[], subject: (index: number) => string, lexicons: Lexicons, inflect: Inflect, vocabulary: Vocabulary): PatternTables {
  const compile = (some: readonly PatternSource[]): PatternTables => compilePatterns(some, lexicons, inflect, vocabulary);
  try {
    return compile(sources);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    // Each is tried alone when the whole fails.
    sources.forEach((source, index) => {
      try {
        compile([source]);
      } catch (cause) {
        throw new RuleError(subject(index), `in "${source.text}", column ${(cause as PatternError).column}: ${(cause as Error).message}`);
      }
    });
    throw error;
  }
}

/** Lexicons by their ids, as patterns name them. */
export function lexiconsOf(files: readonly LexiconSource[]): Lexicons {
  return new Map(files.map(({ id, words }) => [id, words]));
}

/** What is told of each rule, apart from the tables: nobody needs it to find anything. */
export function rulePages(rules: readonly RuleSource[], measured: Readonly<Record<string, readonly [number, number]>>): RulePage[] {
  return rules.map(({ id, why, sources, family, examples, marks, allows }) => ({
    id, why, sources, ...(family !== undefined && { family }), examples, ...(marks && { marks }), allows, ...(Object.hasOwn(measured, id) && { measured: measured[id]! }),
  }));
}
