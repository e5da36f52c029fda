import { existsSync, readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import path from 'node:path';

interface Source {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The `.gitignore` files that have a say in one folder, the outermost first. */
export class GitIgnore {
  private readonly sources: readonly Source[];

  private constructor(sources: readonly Source[]) {
    this.sources = sources;
  }

  /**
   * What is in force inside `folder`: its own file, and those above it up to the repository's root. A folder that is
   * itself ignored was asked for by name, so what lies above it has no say.
   */
  static at(folder: string): GitIgnore {
    const above: string[] = [];
    for (let at = folder; !existsSync(path.join(at, '.git')); ) {
      const parent = path.dirname(at);
      if (parent === at) {
        above.length = 0;
        break;
      }
      above.unshift(parent);
      at = parent;
    }
    const outer = new GitIgnore(above.flatMap(rulesOf));
    return (outer.ignores(folder, true) ? new GitIgnore([]) : outer).into(folder);
  }

  /** The same one folder further down. */
  into(folder: string): GitIgnore {
    const own = rulesOf(folder);
    return own.length === 0 ? this : new GitIgnore([...this.sources, ...own]);
  }

  /** Whether git would leave this file or folder (absolute) out. */
  ignores(file: string, isFolder: boolean): boolean {
    for (const { folder, rules } of [...this.sources].reverse()) {
      const relative = path.relative(folder, file).split(path.sep).join('/');
      if (relative === '' || relative.startsWith('../')) continue;
      const { ignored, unignored } = rules.test(isFolder ? `${relative}/` : relative);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

function rulesOf(folder: string): Source[] {
  try {
    return [{ folder, rules: ignore().add(readFileSync(path.join(folder, '.gitignore'), 'utf8')) }];
  } catch {
    return [];
  }
}
