/**
 * Lists of whole numbers from 0 on as short printable text: the tables that ship hold hundreds of thousands, and reading
 * them as JSON numbers would take longer than checking a reply.
 */
const alphabet = (() => {
  let letters = '';
  // Printable ASCII without the quotation mark and the backslash, which JSON would escape.
  for (let code = 32; code < 127; code++) if (code !== 34 && code !== 92) letters += String.fromCharCode(code);
  return letters;
})();
const base = Math.floor(alphabet.length / 2);
const values = new Uint8Array(128);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

/** A digit with more to come stands in the upper half of the alphabet. */
export function pack(numbers: readonly number[]): string {
  const out: string[] = [];
  for (const number of numbers) {
    let rest = number;
    while (rest >= base) {
      out.push(alphabet[base + (rest % base)]!);
      rest = Math.floor(rest / base);
    }
    out.push(alphabet[rest]!);
  }
  return out.join('');
}

/** The numbers of a packed text. */
export function unpack(text: string): Int32Array {
  const out = new Int32Array(text.length);
  let count = 0;
  let value = 0;
  let place = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = values[text.charCodeAt(i)]!;
    if (digit >= base) {
      value += (digit - base) * place;
      place *= base;
    } else {
      out[count++] = value + digit * place;
      value = 0;
      place = 1;
    }
  }
  return out.slice(0, count);
}
