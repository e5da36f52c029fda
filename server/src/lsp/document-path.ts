import { URI } from 'vscode-uri';

const ownNames = /\.(?:reply\.(?:md|txt)|macro\.md|canned\.md)$/i;

/** Whether a file is of the project's own type, by its name. */
export function isCannedResponse(path: string): boolean {
  return ownNames.test(path);
}

/** The path of an address, `/` between its parts. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('\\', '/') : parsed.path;
}

/** The same below the innermost of these folders that holds it; as a whole where none does. */
export function pathBelow(uri: string, folderUris: readonly string[]): string {
  const path = pathOf(uri);
  const holding = folderUris.map((folder) => `${pathOf(folder).replace(/\/$/, '')}/`).filter((folder) => path.startsWith(folder));
  return path.slice(Math.max(0, ...holding.map((folder) => folder.length)));
}

/**
 * The path by which the core decides what a document is. A document that a person declared to be a canned response, such
 * as a new one without a name, gets the ending that says so.
 */
export function lintPath(path: string, languageId: string): string {
  return languageId === 'canned-response' && !ownNames.test(path) ? `${path}.reply.md` : path;
}
