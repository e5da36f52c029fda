/** Who does it: "I", one ("it"), or more than one ("they", with "we" and "you", whose verbs look the same). */
export type Subject = 'I' | 'it' | 'they';

const plain: Readonly<Record<string, Subject>> = {
  i: 'I', we: 'they', you: 'they', they: 'they', these: 'they', those: 'they', all: 'they', both: 'they', many: 'they', some: 'they', most: 'they', people: 'they', staff: 'they', police: 'they', customers: 'they',
  it: 'it', he: 'it', she: 'it', this: 'it', that: 'it', there: 'it', which: 'it', who: 'it', everyone: 'it', everybody: 'it', everything: 'it', nobody: 'it', nothing: 'it', someone: 'it', somebody: 'it', something: 'it', anyone: 'it', what: 'it', each: 'it', news: 'it', series: 'it',
};
/** What opens a phrase that belongs to the noun before it: "the number *of* calls". */
const opensPhrase = /^(?:of|in|on|at|by|for|from|with|to|about|between|under|over|against|within)$/;
const adverbs = /^(?:also|now|always|just|only|then|simply|really|often|usually|still|already|clearly|sadly|unfortunately|currently|not)$/;

/** The subject of the verb that follows `before`, the part of its sentence that stands in front; "it" where none is seen. */
export function subjectBefore(before: string): Subject {
  // The last clause alone counts: what stands before a comma or "and we" is another matter.
  const clause = before.split(/[,;:()–—]|\b(?:but|because|so|if|when|while|although|that)\b(?=\s+\S+\s+\S)/i).filter((part) => /[A-Za-z\uFFFC]/.test(part)).at(-1) ?? '';
  const words = (clause.match(/[A-Za-z\u00C0-\u024F\uFFFC]+(?:['’-][A-Za-z]+)*/g) ?? []).map((word) => word.toLowerCase());
  while (words.length > 0 && adverbs.test(words.at(-1)!)) words.pop();
  const last = words.at(-1);
  if (last === undefined) return 'it';
  if (Object.hasOwn(plain, last)) return plain[last]!;
  // The head of "the number of calls" stands before the phrase.
  const phrase = words.findIndex((word, i) => i > 0 && opensPhrase.test(word));
  const head = phrase > 0 ? words.slice(0, phrase) : words;
  const noun = head.at(-1)!;
  if (Object.hasOwn(plain, noun)) return plain[noun]!;
  if (phrase < 0 && head.length > 2 && head.slice(0, -1).includes('and')) return 'they';
  return /[^sui]s$/.test(noun) && !/['’]s$/.test(noun) ? 'they' : 'it';
}
