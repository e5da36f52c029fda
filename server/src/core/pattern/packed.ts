/**
 * Bytes as printable text, three in four characters, for programs that carry their tables in themselves: a library in one
 * file, a worker in a browser.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Uint8Array(128);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

export function pack(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const size = Math.min(3, bytes.length - i) + 1;
    for (let digit = 0; digit < size; digit++) out.push(alphabet[(three >> (18 - digit * 6)) & 63]!);
  }
  return out.join('');
}

/** The bytes of a packed text. */
export function unpack(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    let four = 0;
    for (let digit = 0; digit < 4; digit++) four = (four << 6) | values[text.charCodeAt(Math.min(i + digit, text.length - 1))]!;
    bytes[at++] = four >> 16;
    bytes[at++] = four >> 8;
    bytes[at++] = four;
  }
  return bytes;
}
