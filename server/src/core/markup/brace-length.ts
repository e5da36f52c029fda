import { closingIndex } from './characters.ts';

/** Length of the `{…}`, `{{…}}`, `${…}` or `#{…}` at `at`, which an address may hold; 0 if there is none. */
export function braceLength(text: string, at: number, end: number): number {
  const from = text.charCodeAt(at) === 123 ? at : at + 1;
  if (text.charCodeAt(from) !== 123) return 0;
  const close = text.charCodeAt(from + 1) === 123 ? '}}' : '}';
  const found = closingIndex(text, close, from + close.length, end, 200);
  return found === -1 ? 0 : found + close.length - at;
}
