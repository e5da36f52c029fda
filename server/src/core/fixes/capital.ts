/** Does a text open with a capital letter that is no "I"? */
export function startsCapital(text: string): boolean {
  const first = /[A-Za-z0-9\u00C0-\u024F\uFFFC]/.exec(text)?.[0] ?? '';
  return first !== first.toLowerCase() && !/^I(?:$|[^A-Za-z\u00C0-\u024F])/.test(text.trimStart());
}

/** Is there nothing but spaces, bullets or quotes between `at` and the end of the sentence before? */
export function atSentenceStart(text: string, at: number): boolean {
  return /(?:^|[.!?:\u2029][)"'”’]*\s*|\u2029\s*|\n\s*)["'“‘(]*$/.test(text.slice(Math.max(0, at - 12), at)) || at === 0;
}
