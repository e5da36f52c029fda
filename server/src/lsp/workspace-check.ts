import type { CancellationToken } from 'vscode-languageserver';
import type { Configs } from './configs.ts';
import { fileDiagnostics } from './diagnostics.ts';
import { pathOf } from './document-path.ts';
import { stopIfCancelled } from './guard.ts';
import { OpenDocument } from './open-document.ts';
import type { CheckWorkspaceParams, CheckWorkspaceResult } from './protocol.ts';
import type { Clock } from './runtime.ts';

/** A cancellation is noticed at least this often, in milliseconds. */
const breath = 50;

/** Checks files that the client has read; one that fails is reported and does not stop the others. */
export async function checkFiles({ files }: CheckWorkspaceParams, configs: Configs, clock: Clock, token: CancellationToken, report: (doing: string, error: unknown) => void): Promise<CheckWorkspaceResult> {
  const found: { uri: string; diagnostics: ReturnType<typeof fileDiagnostics> }[] = [];
  let responseFiles = 0;
  let since = clock.now();
  for (const { uri, text } of files) {
    if (clock.now() - since > breath) {
      await new Promise<void>((resolve) => { clock.after(0, resolve); });
      since = clock.now();
    }
    stopIfCancelled(token);
    try {
      const document = new OpenDocument({ uri, languageId: '', version: 0, text }, await configs.setupFor(uri), report);
      const result = document.result();
      if (!result || result.format === null) continue;
      responseFiles++;
      const diagnostics = fileDiagnostics(result, document);
      if (diagnostics.length > 0) found.push({ uri, diagnostics });
    } catch (error) {
      report(`checking ${pathOf(uri)}`, error);
    }
  }
  return { files: found, responseFiles };
}
