/** Words that are written with a vowel and spoken with a consonant ("a user"), and the other way round ("an hour"). */
const spokenConsonant = /^(?:uni(?:[^nm]|$)|us(?:e|a|u)|eu|ewe|one|once|ubiq|util|uk\b|usb\b|url|uuid)/i;
const spokenVowel = /^(?:hour|honest|honou?r|heir)/i;
/** Capitals are spelled out, so the name of the letter counts: "an FAQ", "a UK number". */
const spelledVowel = /^(?=[A-Z]{2})[AEFHILMNORSX]/;

/** "a" or "an" before this text; null where a placeholder or a gap stands, for nobody knows how it will begin. */
export function articleBefore(text: string): 'a' | 'an' | null {
  const word = /^\s*["'“‘(]*([A-Za-z0-9\u00C0-\u024F]+)/.exec(text)?.[1];
  if (word === undefined) return null;
  if (/^\d/.test(word)) return /^(?:8|11$|18$)/.test(word) ? 'an' : 'a';
  if (/^[A-Z]{2,}s?$/.test(word) && word.length <= 5) return spelledVowel.test(word) ? 'an' : 'a';
  if (spokenConsonant.test(word)) return 'a';
  return spokenVowel.test(word) || /^[aeiouAEIOU]/.test(word) ? 'an' : 'a';
}
