import type { CancellationToken } from 'vscode-languageserver';
import type { Configs } from './configs.ts';
import { diagnosticLimit, fileDiagnostics } from './diagnostics.ts';
import { pathOf } from './document-path.ts';
import { stopIfCancelled } from './guard.ts';
import { OpenDocument } from './open-document.ts';
import type { CheckWorkspaceParams, CheckWorkspaceResult, FindFilesParams, FindFilesResult } from './protocol.ts';
import type { Clock, Runtime } from './runtime.ts';

/** A cancellation is noticed at least this often, in milliseconds. */
const breath = 50;

/** Lets other requests in now and then, and stops where nobody waits any more. */
function breathing(clock: Clock, token: CancellationToken): () => Promise<void> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since > breath) {
      await new Promise<void>((resolve) => { clock.after(0, resolve); });
      since = clock.now();
    }
    stopIfCancelled(token);
  };
}

/** The files of a folder that may hold replies, or that a config includes, found as the command line finds them. */
export async function findFiles({ folder }: FindFilesParams, configs: Configs, { clock, disk }: Pick<Runtime, 'clock' | 'disk'>, token: CancellationToken): Promise<FindFilesResult> {
  const files = disk?.files(folder);
  if (!files) return null;
  const breathe = breathing(clock, token);
  const found: string[] = [];
  for await (const { uri, mayHoldReplies } of files) {
    await breathe();
    if (mayHoldReplies || (await configs.setupFor(uri)).isNamed) found.push(uri);
  }
  return found;
}

/** Checks files that are not open; one that fails is reported and does not stop the others. */
export async function checkFiles({ files }: CheckWorkspaceParams, configs: Configs, { clock, disk }: Pick<Runtime, 'clock' | 'disk'>, token: CancellationToken, report: (doing: string, error: unknown) => void): Promise<CheckWorkspaceResult> {
  const found: { uri: string; diagnostics: ReturnType<typeof fileDiagnostics> }[] = [];
  let responseFiles = 0;
  let full = 0;
  let complete = 0;
  const breathe = breathing(clock, token);
  for (const { uri, text } of files) {
    await breathe();
    try {
      const there = text === undefined ? disk?.read(uri) : { text, problem: undefined };
      if (!there) continue;
      const document = new OpenDocument({ uri, languageId: '', version: 0, text: there.text }, await configs.setupFor(uri), report);
      const result = document.result();
      if (!result || result.format === null) continue;
      responseFiles++;
      const checklists = result.responses.flatMap(({ checklist }) => checklist ?? []);
      full += checklists.length;
      complete += checklists.filter(({ met, of }) => met === of).length;
      const diagnostics = there.problem ? fileDiagnostics({ format: result.format, error: there.problem }, { findings: [], more: 0 }, document) : fileDiagnostics(result, document.worst(diagnosticLimit)!, document);
      if (diagnostics.length > 0) found.push({ uri, diagnostics });
    } catch (error) {
      report(`checking ${pathOf(uri)}`, error);
    }
  }
  return { files: found, responseFiles, full, complete };
}
