import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { fromWindows1252, toWindows1252, type Encoding } from '../core/text/encoding.ts';
import { explainFileError, type Problem } from './problem.ts';

export type { Encoding } from '../core/text/encoding.ts';

/** A file as text. The byte-order mark is not part of `text`. */
export interface TextFile {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Bytes that are not text in the encoding they should be in. */
export interface Undecodable {
  readonly problem: Problem;
  /** The text with each byte as one character: good for telling what kind of file it is, never for writing back. */
  readonly roughly: string;
}

/** Reads a file; never throws. */
export function readText(file: string): TextFile | Undecodable | { readonly problem: Problem } {
  try {
    return decode(readFileSync(file));
  } catch (error) {
    return { problem: explainFileError(error, 'read') };
  }
}

/** UTF-8 with or without a byte-order mark, UTF-16 with one, or prose in Windows-1252. */
export function decode(bytes: Buffer): TextFile | Undecodable {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (!isUtf8(bytes)) return decodeWindows1252(bytes) ?? undecodable(bytes);
  return { text: bytes.toString('utf8', bom ? 3 : 0), encoding: 'utf-8', bom };
}

/**
 * The bytes of a text in the encoding that its file had.
 * @throws RangeError where the encoding has no bytes for a character.
 */
export function encode({ text, encoding, bom }: TextFile): Buffer {
  if (encoding === 'windows-1252') return Buffer.from(toWindows1252(text), 'latin1');
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): TextFile | Undecodable {
  if (bytes.length % 2 === 1) {
    return { problem: { message: `This UTF-16 file ends in the middle of a character (byte ${bytes.length}). Save it again from your editor, as UTF-8 if you can.` }, roughly: '' };
  }
  const little = encoding === 'utf-16le' ? bytes : Buffer.from(bytes).swap16();
  return { text: little.toString('utf16le', 2), encoding, bom: true };
}

/**
 * Null unless the bytes read as prose: no control characters, every byte means something, most characters are plain
 * letters, and what is not has no more of UTF-8 about it than chance puts there. A UTF-8 file with a damaged byte is not
 * taken for another encoding: all its other letters would come out wrong.
 */
function decodeWindows1252(bytes: Buffer): TextFile | null {
  const latin1 = bytes.toString('latin1');
  const text = fromWindows1252(latin1);
  if (text === null || /[\0-\x08\x0e-\x1f\x7f]/.test(latin1)) return null;
  const high = latin1.match(/[\x80-\xff]/g)?.length ?? 0;
  const inUtf8 = latin1.match(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g)?.reduce((sum, found) => sum + found.length, 0) ?? 0;
  const letters = latin1.match(/[a-z]/gi)?.length ?? 0;
  if (high * 3 > letters || inUtf8 * 2 >= high || (latin1.match(/[a-z]{2,}/gi)?.length ?? 0) < 3) return null;
  return { text, encoding: 'windows-1252', bom: false };
}

function undecodable(bytes: Buffer): Undecodable {
  const offset = firstInvalid(bytes);
  const before = bytes.subarray(0, offset).toString('utf8').split(/\r\n|\r|\n/);
  return {
    problem: {
      message: `This file is not UTF-8 text: byte ${offset + 1} does not belong to any character. Save it again as UTF-8 and it can be checked.`,
      line: before.length,
      column: before.at(-1)!.length + 1,
    },
    roughly: bytes.toString('latin1'),
  };
}

/** Index of the first byte that no valid UTF-8 text has there: the longest valid beginning ends before it. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // A character cut off at the end is not invalid yet, so that longer beginnings stay comparable.
  const valid = (end: number) => [0, 1, 2, 3].some((cut) => end - cut >= 0 && isUtf8(bytes.subarray(0, end - cut)) && (cut === 0 || startsCharacter(bytes, end - cut, cut)));
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  while (!isUtf8(bytes.subarray(0, low))) low -= 1;
  return low;
}

/** Whether `length` bytes from `start` may be the beginning of a longer character. */
function startsCharacter(bytes: Buffer, start: number, length: number): boolean {
  const first = bytes[start]!;
  const needed = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xc2 && first <= 0xdf ? 2 : 0;
  if (needed <= length) return false;
  for (let i = 1; i < length; i += 1) if ((bytes[start + i]! & 0xc0) !== 0x80) return false;
  return true;
}
