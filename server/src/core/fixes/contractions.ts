const short = /\b(?:I['’]m|(?:we|you|they)['’]re|(?:I|we|you|they)['’](?:ve|ll|d)|(?:it|that|there|here|what|let|he|she|who)['’]s|it['’]ll|\w+n['’]t)\b/gi;
const long = /\b(?:I am|(?:we|you|they) (?:are|have|will|would)|I (?:have|will|would)|(?:it|that|there|here) is|(?:do|does|did|is|are|was|were|has|have|had|could|should|would|will|can) ?not)\b/gi;

const parts: readonly (readonly [RegExp, string])[] = [
  [/\bcan['’]t\b/g, 'cannot'], [/\bCan['’]t\b/g, 'Cannot'], [/\bwon['’]t\b/g, 'will not'], [/\bWon['’]t\b/g, 'Will not'], [/n['’]t\b/g, ' not'],
  [/\b(I)['’]m\b/g, '$1 am'], [/\b(we|you|they)['’]re\b/gi, '$1 are'], [/\b(I|we|you|they)['’]ve\b/gi, '$1 have'], [/\b(I|we|you|they|it)['’]ll\b/gi, '$1 will'],
  [/\b(I|we|you|they)['’]d\b(?! better)/gi, '$1 would'], [/\b(it|that|there|here|what)['’]s\b/gi, '$1 is'], [/\b(let)['’]s\b/gi, '$1 us'],
];

/** Does this text spell its words out ("we are", "do not") and never contract them? */
export function spellsOut(text: string): boolean {
  return (text.match(long)?.length ?? 0) >= 2 && (text.match(short)?.length ?? 0) === 0;
}

/** A rewrite for such a text, its own contractions spelled out; gaps and captures stay. */
export function spelledOut(template: string): string {
  return template.split(/(\[[^\][]*\]|\{[^{}]*\})/).map((part, i) => (i % 2 === 1 ? part : parts.reduce((text, [from, to]) => text.replace(from, to), part))).join('');
}
