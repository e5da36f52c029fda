import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { tell } from './reporter.ts';
import { show, until } from './workspace.ts';

/**
 * What VS Code calls in its extension host, in a fresh window: opens a file, and says in milliseconds
 * how long it took from there until the extension was active (null where it was so before) and until it was given the first finding to draw.
 */
export async function run(): Promise<void> {
  const extension = await until('the extension', () => vscode.extensions.getExtension('replylint.replylint-vscode'));
  // Where its look through the workspace takes too long, VS Code wakes an extension by itself.
  const awake = extension.isActive;
  const start = performance.now();
  const since = (): number => performance.now() - start;
  const first = new Promise<number>((resolve) => {
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'replylint'))) resolve(since());
    });
  });
  const opened = show('saved-replies.yaml');
  const activation = awake ? null : await Promise.resolve(extension.activate()).then(since);
  const squiggle = await first;
  await opened;
  tell({ say: `timings: ${JSON.stringify({ activation, squiggle })}` });
  tell({ passed: 1, failed: 0, unseen: true });
  const result = process.env['REPLYLINT_RESULT'];
  if (result !== undefined) await writeFile(result, JSON.stringify({ passed: 1, failed: 0 }));
}
