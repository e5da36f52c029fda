import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { GitIgnore } from './gitignore.ts';
import { explainFileError, type Problem } from './problem.ts';

/** A file that the walk came by, or a folder that it could not open. Paths are absolute. */
export type Walked = { readonly file: string; readonly problem?: never } | { readonly file: string; readonly problem: Problem };

/** Asked once in every folder; the answer says which of its entries to leave out. */
export type Enter = (folder: string) => Promise<(entry: string) => boolean>;

/** Always left out, wherever they are: nobody keeps their own replies in there. */
const neverEntered = new Set(['.git', 'node_modules']);

/**
 * All files under `root`, folder by folder, in the order of their names. Dot-folders are walked, `.gitignore` is
 * honoured at every level, and a link to a folder is not followed, so that no walk goes round in a circle or leaves the tree.
 */
export async function* walk(root: string, enter: Enter): AsyncGenerator<Walked> {
  yield* walkFolder(root, GitIgnore.at(root), enter, new LinkedFiles(root));
}

async function* walkFolder(folder: string, ignored: GitIgnore, enter: Enter, links: LinkedFiles): AsyncGenerator<Walked> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    yield { file: folder, problem: explainFileError(error, 'opened') };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const leaveOut = await enter(folder);
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (neverEntered.has(entry.name) || ignored.ignores(file, true) || leaveOut(file)) continue;
      yield* walkFolder(file, ignored.into(file), enter, links);
    } else if (entry.isFile() || (entry.isSymbolicLink() && links.leadSomewhereNew(file))) {
      if (!ignored.ignores(file, false) && !leaveOut(file)) yield { file };
    }
  }
}

/** Links to files that the walk would not come by otherwise: outside the tree, each target once. */
class LinkedFiles {
  private readonly root: string;
  private readonly seen = new Set<string>();

  constructor(root: string) {
    this.root = realPath(root) ?? root;
  }

  leadSomewhereNew(link: string): boolean {
    const target = realPath(link);
    if (target === null || this.seen.has(target) || target.startsWith(this.root + path.sep)) return false;
    this.seen.add(target);
    return statSync(target, { throwIfNoEntry: false })?.isFile() ?? false;
  }
}

function realPath(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}

const textNames = /\.(?:jsonc?|ya?ml|md|markdown|txt|html?|csv|tsv|xhtml|mjml|liquid|hbs|handlebars|mustache|erb|ejs|j2|jinja2?|twig|njk|blade\.php|email|email-meta\.xml|conversationMessageDefinition(?:-meta\.xml)?|textexpander)$/i;

/** Whether a file that nobody named may hold replies, going by its name. */
export function mayHoldReplies(file: string): boolean {
  return textNames.test(file);
}
