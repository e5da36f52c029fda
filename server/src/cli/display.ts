import path from 'node:path';

/** A path with `/` between its parts on every system. */
export function withSlashes(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

/**
 * Writes control characters as visible signs, and drops marks that turn the direction of writing: text from a file must
 * not be able to move the cursor, colour the terminal or show something else than it holds.
 */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}
