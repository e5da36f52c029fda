/** Why a file or folder could not be used, in one sentence for a person. Line and column from 1. */
export interface Problem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** What an error of the file system means to somebody who did not write this program. */
export function explainFileError(error: unknown, doing: 'read' | 'written' | 'opened'): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Record<string, string> = {
    ENOENT: 'there is no file or folder of this name',
    EACCES: 'your account has no permission for it',
    EPERM: 'your account has no permission for it',
    EROFS: 'the disk can only be read',
    ENOSPC: 'the disk is full',
    EISDIR: 'it is a folder',
    EEXIST: 'there is a file of this name already',
    ENOTDIR: 'a part of its path is a file and not a folder',
    ELOOP: 'its links go round in a circle',
    EBUSY: 'another program is using it',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'its name is too long',
  };
  const reason = reasons[code] ?? `the system says ${code || String(error)}`;
  return { message: `This cannot be ${doing}: ${reason}.` };
}
