/** "I" and its company, and what "we" makes of them; the longest first. */
const ours: readonly (readonly [RegExp, string])[] = [
  [/\bI am\b/g, 'we are'], [/\bI['’]m\b/g, "we're"], [/\bI was\b/g, 'we were'], [/\bI(?=['’\s])/g, 'we'], [/\bI\b/g, 'we'],
  [/\bmyself\b/g, 'ourselves'], [/\bmine\b/g, 'ours'], [/\bmy\b/g, 'our'], [/\bme\b/g, 'us'],
];

/** Does this text speak as "we" and never as "I"? */
export function speaksAsWe(text: string): boolean {
  return /\b(?:we|us|our|ours)\b/i.test(text) && !/\b(?:I|my|me|mine|myself)\b(?!\.)/.test(text);
}

/** A rewrite for a reply that speaks as "we": gaps and what is taken from the text stay. */
export function asWe(template: string): string {
  if (!/\b(?:I|my|me|mine|myself)\b/.test(template)) return template;
  return template.split(/(\[[^\][]*\]|\{[^{}]*\})/).map((part, i) => (i % 2 === 1 ? part : ours.reduce((text, [word, by]) => text.replace(word, by), part))).join('').replace(/^we\b/, 'We').replace(/([.!?] )we\b/g, '$1We');
}
