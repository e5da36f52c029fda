// All forms of an English word, from the compromise library: used when the rule tables are built, and at run time only
// where a house rule inflects a word that no shipped rule inflects.
import nlp from 'compromise';

/** Spellings of one side of the ocean and the other's; a form that nobody writes ("advize") does no harm. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/iz(e|es|ed|ing|ation|ations)$/, 'is$1'], [/is(e|es|ed|ing|ation|ations)$/, 'iz$1'], [/yz(e|es|ed|ing)$/, 'ys$1'],
  [/(cancel|travel|label|model|level|signal|total)(ed|ing)$/, '$1l$2'], [/(cancel|travel|label|model|level|signal|total)l(ed|ing)$/, '$1$2'],
  [/our(s|ed|ing|ite)?$/, 'or$1'],
];
/** Forms that the library does not give. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'was', 'been', 'being', 'am', 'are', 'were'],
  have: ['has', 'had', 'had', 'having'],
  do: ['does', 'did', 'done', 'doing'],
  bear: ['bears', 'bore', 'borne', 'bearing'],
  fulfil: ['fulfils', 'fulfilled', 'fulfilled', 'fulfilling'],
  mistake: ['mistakes', 'mistook', 'mistaken', 'mistaking'],
  skip: ['skips', 'skipped', 'skipped', 'skipping'],
  wake: ['wakes', 'woke', 'woken', 'waking'],
};

/** The part of the library that is used here; its own types leave it out. */
interface Library {
  model(): unknown;
  methods(): { two: { transform: {
    verb: { conjugate(infinitive: string, model: unknown): Readonly<Record<string, string>> };
    noun: { toPlural(singular: string, model: unknown): string };
  } } };
}
const library = nlp as unknown as Library;
const model = library.model();
const { verb, noun } = library.methods().two.transform;

/** The hyphen before a particle: a mix-up is what happens when somebody mixes up. */
const beforeParticle = /-(?=(?:up|out|in|on|off|down|back|over|away)$)/;

const conjugated = (word: string): Readonly<Record<string, string>> => verb.conjugate(word.replace(beforeParticle, ' '), model);

/** The word itself where it has no plural. */
const plural = (word: string): string => (word === 'you' || beforeParticle.test(word) ? word : noun.toPlural(word, model));

const cache = new Map<string, readonly string[]>();

/** The five forms of a verb: take, takes, took, taken, taking. A word that is none gets those it would have. */
export function paradigm(word: string): readonly [base: string, s: string, past: string, done: string, ing: string] {
  const own = irregular[word];
  if (own) return [word, own[0]!, own[1]!, own[2]!, own[3]!];
  const { PresentTense = word, PastTense = word, Participle = PastTense, Gerund = word } = conjugated(word);
  return [word, PresentTense, PastTense, Participle, Gerund];
}

/** The word, its verb forms in the order of `paradigm`, its plural, and the British and American spellings of all of them. */
export function inflect(word: string): readonly string[] {
  const known = cache.get(word);
  if (known) return known;
  const forms = new Set<string>([word, ...(irregular[word] ?? [])]);
  for (const form of [...Object.values(conjugated(word)), plural(word)]) if (/^[a-z'-]+$/.test(form)) forms.add(form);
  for (const form of [...forms]) {
    for (const [pattern, replacement] of spellings) if (pattern.test(form)) forms.add(form.replace(pattern, replacement));
  }
  const verbForms = paradigm(word);
  const all = [...verbForms, ...[...forms].filter((form) => !verbForms.includes(form))];
  cache.set(word, all);
  return all;
}
