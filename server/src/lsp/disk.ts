import { URI } from 'vscode-uri';
import { readText } from '../node/read-text.ts';
import { mayHoldReplies, walk } from '../node/walk.ts';
import type { Disk, OnDisk } from './runtime.ts';

/** The disk of this machine, looked at as the command line does: the same folders, the same encodings. */
export const disk: Disk = {
  files(folderUri) {
    const folder = pathOf(folderUri);
    return folder === null ? null : filesUnder(folder);
  },
  read(uri): OnDisk | null {
    const file = pathOf(uri);
    if (file === null) return null;
    const read = readText(file);
    if ('text' in read) return { text: read.bom && read.encoding === 'utf-8' ? `\uFEFF${read.text}` : read.text, encoding: read.encoding };
    const { problem } = read;
    return { text: 'roughly' in read ? read.roughly : '', problem: { message: problem.message, line: problem.line ?? 1, column: problem.column ?? 1 } };
  },
};

function pathOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : null;
}

async function* filesUnder(folder: string): AsyncGenerator<{ uri: string; mayHoldReplies: boolean }> {
  for await (const { file, problem } of walk(folder, () => Promise.resolve(() => false))) {
    if (!problem) yield { uri: URI.file(file).toString(), mayHoldReplies: mayHoldReplies(file) };
  }
}
