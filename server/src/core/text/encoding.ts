export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
/** How the bytes of a file spell its characters. */
export type Encoding = (typeof encodings)[number];

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters; a gap is a byte that means nothing. */
const windows = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const bytes = new Map([...windows].flatMap((character, i) => (character === '\0' ? [] : [[character, String.fromCharCode(0x80 + i)] as const])));

/** The text that Windows-1252 bytes mean, given as one character each (`latin1`); null where a byte means nothing. */
export function fromWindows1252(latin1: string): string | null {
  if (/[\x81\x8d\x8f\x90\x9d]/.test(latin1)) return null;
  return latin1.replace(/[\x80-\x9f]/g, (byte) => windows[byte.charCodeAt(0) - 0x80]!);
}

/**
 * The bytes of a text in Windows-1252, as one character each.
 * @throws RangeError where it has a character that `unencodable` tells.
 */
export function toWindows1252(text: string): string {
  const missing = unencodable(text, 'windows-1252');
  if (missing !== null) throw new RangeError(`Windows-1252 has no “${missing}”.`);
  return text.replace(/[\u0100-\uffff]/g, (character) => bytes.get(character)!);
}

/** The first character of a text that an encoding has no bytes for; null where it holds all of it. */
export function unencodable(text: string, encoding: Encoding): string | null {
  if (encoding !== 'windows-1252') return null;
  for (const character of text) if (/[^\0-\x7f\xa0-\xff]/.test(character) && !bytes.has(character)) return character;
  return null;
}
