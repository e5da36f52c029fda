import { closeSync, fchmodSync, fchownSync, fsyncSync, linkSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unencodable } from '../core/text/encoding.ts';
import { explainFileError, type Problem } from './problem.ts';
import { encode, type TextFile } from './read-text.ts';

/**
 * Replaces a file in one step, in the encoding it had: whoever reads it sees the old text or the new one, never half.
 * Its permissions stay, and a link stays a link. Never throws.
 */
export function replaceText(file: string, content: TextFile): Problem | null {
  const missing = unencodable(content.text, content.encoding);
  if (missing !== null) return { message: `This cannot be written: its encoding, ${content.encoding}, has no “${missing}”. Save the file as UTF-8 first.` };
  let temporary: string | null = null;
  try {
    const target = realpathSync(file);
    // Renaming over a file asks only for the folder's permission; a file that was made read-only stays as it is.
    closeSync(openSync(target, 'r+'));
    const { mode, uid, gid } = statSync(target);
    temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.replylint`);
    const handle = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(handle, encode(content));
      keepOwner(handle, uid, gid);
      fchmodSync(handle, mode & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    return explainFileError(error, 'written');
  }
}

/** Writes a file that is not there yet, in one step. Never throws. */
export function createText(file: string, content: TextFile): Problem | null {
  const missing = unencodable(content.text, content.encoding);
  if (missing !== null) return { message: `This cannot be written: its encoding, ${content.encoding}, has no “${missing}”. Save the file as UTF-8 first.` };
  return createFile(file, encode(content));
}

/** The same for bytes. */
export function createFile(file: string, bytes: Uint8Array): Problem | null {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.replylint`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx', flush: true });
    try {
      // Unlike renaming, this leaves a file alone that has come there meanwhile.
      linkSync(temporary, file);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      renameSync(temporary, file);
    }
    return null;
  } catch (error) {
    return explainFileError(error, 'written');
  } finally {
    rmSync(temporary, { force: true });
  }
}

function keepOwner(handle: number, uid: number, gid: number): void {
  try {
    fchownSync(handle, uid, gid);
  } catch {
    // Only an administrator may give a file away; for everybody else the new file is their own.
  }
}
