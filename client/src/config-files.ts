import { Uri, workspace } from 'vscode';
import { configFileNames, type FindConfigParams, type FindConfigResult } from '../../server/src/lsp/protocol.ts';

/** The config file nearest to a document, through the editor's own file systems: the workspace folder is the last to look in. */
export async function findConfig({ uri }: FindConfigParams): Promise<FindConfigResult> {
  const document = Uri.parse(uri);
  const top = workspace.getWorkspaceFolder(document)?.uri.path.replace(/\/$/, '');
  for (let folder = parent(document.path); folder !== null; folder = parent(folder)) {
    for (const name of configFileNames) {
      const file = document.with({ path: `${folder}/${name}` });
      const text = await readText(file);
      if (text !== null) return { uri: file.toString(), text };
    }
    if (folder === top) return null;
  }
  return null;
}

/** Null where there is no such file, or it cannot be read. */
export async function readText(file: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

function parent(path: string): string | null {
  const end = path.lastIndexOf('/');
  return end < 0 ? null : path.slice(0, end);
}
