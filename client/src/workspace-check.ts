import { commands, languages, ProgressLocation, RelativePattern, TabInputText, TabInputTextDiff, Uri, window, workspace, type CancellationToken, type DiagnosticCollection, type Disposable, type DocumentSelector, type Progress, type Tab, type TextDocument, type WorkspaceFolder } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkWorkspaceMethod, findFilesMethod, type CheckWorkspaceParams, type CheckWorkspaceResult, type FindFilesParams, type FindFilesResult } from '../../server/src/lsp/protocol.ts';
import { readText } from './config-files.ts';

/** Endings that response files have, for folders that the server cannot look into; it decides by path and shape which of them are some. */
const candidates = '**/*.{md,markdown,txt,yaml,yml,json,jsonc,html,htm,csv,tsv,liquid,hbs,handlebars}';
/** Files sent in one request: few enough to show progress and to stop soon. */
const batchSize = 40;

/** What a check of the workspace found. */
export interface WorkspaceSummary {
  readonly files: number;
  readonly responseFiles: number;
  readonly filesWithFindings: number;
  /** Full replies, and those of them that show every step they need. */
  readonly full: number;
  readonly complete: number;
}

/**
 * Findings of files that have no tab. One that has shows its own, so its entry here goes, and comes back with the last of
 * its tabs. Tabs and not documents count: the editor keeps documents in memory for a while after nobody sees them.
 */
export class WorkspaceCheck implements Disposable {
  private readonly client: () => Promise<BaseLanguageClient>;
  private readonly selector: DocumentSelector;
  private readonly counted: (summary: WorkspaceSummary) => void;
  private readonly findings: DiagnosticCollection = languages.createDiagnosticCollection('replylint-workspace');
  private readonly checked = new Set<string>();
  /** Files that the server reads itself, in whatever encoding they are. */
  private readonly onDisk = new Set<string>();
  private readonly subscriptions: Disposable[];

  /** `counted` hears of each check of the whole workspace. */
  constructor(client: () => Promise<BaseLanguageClient>, selector: DocumentSelector, counted: (summary: WorkspaceSummary) => void) {
    this.client = client;
    this.selector = selector;
    this.counted = counted;
    this.subscriptions = [
      this.findings,
      workspace.onDidOpenTextDocument((document) => { if (this.isShown(document)) this.findings.delete(document.uri); }),
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => { void this.follow(opened, closed); }),
      workspace.onDidDeleteFiles(({ files }) => { for (const file of files) this.findings.delete(file); }),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Checks every file of the workspace that may hold replies; undefined where that was stopped. */
  async run(): Promise<WorkspaceSummary | undefined> {
    const options = { location: ProgressLocation.Notification, title: 'ReplyLint is checking the replies of this workspace', cancellable: true };
    const summary = await window.withProgress(options, async (progress, token) => {
      const files = (await Promise.all((workspace.workspaceFolders ?? []).map((folder) => this.find(folder, token)))).flat();
      this.findings.clear();
      this.checked.clear();
      return this.check(files, progress, token);
    });
    if (summary) {
      this.counted(summary);
      void announce(summary);
    }
    return summary;
  }

  private async find(folder: WorkspaceFolder, token: CancellationToken): Promise<readonly Uri[]> {
    const params: FindFilesParams = { folder: folder.uri.toString() };
    const found = await (await this.client()).sendRequest<FindFilesResult>(findFilesMethod, params, token).catch(() => null);
    if (found === null) return workspace.findFiles(new RelativePattern(folder, candidates), '**/node_modules/**', undefined, token);
    const files = found.map((uri) => Uri.parse(uri));
    for (const file of files) this.onDisk.add(file.toString());
    return files;
  }

  private async check(files: readonly Uri[], progress?: Progress<{ increment: number }>, token?: CancellationToken): Promise<WorkspaceSummary | undefined> {
    let responseFiles = 0;
    let filesWithFindings = 0;
    let full = 0;
    let complete = 0;
    for (let at = 0; at < files.length; at += batchSize) {
      if (token?.isCancellationRequested) return undefined;
      const batch = files.slice(at, at + batchSize);
      const result = await this.ask(batch, token);
      if (!result) return undefined;
      responseFiles += result.responseFiles;
      filesWithFindings += result.files.length;
      full += result.full;
      complete += result.complete;
      for (const uri of batch) this.checked.add(uri.toString());
      await this.show(batch, result);
      progress?.report({ increment: (100 * batch.length) / files.length });
    }
    return { files: files.length, responseFiles, filesWithFindings, full, complete };
  }

  /** Undefined where it was stopped. */
  private async ask(batch: readonly Uri[], token?: CancellationToken): Promise<CheckWorkspaceResult | undefined> {
    const read = await Promise.all(batch.map(async (file) => {
      const uri = file.toString();
      if (this.onDisk.has(uri)) return [{ uri }];
      const text = await readText(file);
      return text === null ? [] : [{ uri, text }];
    }));
    const params: CheckWorkspaceParams = { files: read.flat() };
    try {
      return await (await this.client()).sendRequest<CheckWorkspaceResult>(checkWorkspaceMethod, params, token);
    } catch (error) {
      if (token?.isCancellationRequested) return undefined;
      throw error;
    }
  }

  private async show(batch: readonly Uri[], result: CheckWorkspaceResult): Promise<void> {
    const { protocol2CodeConverter: converter } = await this.client();
    for (const uri of batch) {
      const found = result.files.find((file) => file.uri === uri.toString());
      const diagnostics = found ? await converter.asDiagnostics([...found.diagnostics]) : [];
      const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
      if (diagnostics.length === 0 || (document && this.isShown(document))) this.findings.delete(uri);
      else this.findings.set(uri, diagnostics);
    }
  }

  /** A document that is not in memory yet when its tab opens is met as it opens itself. */
  private async follow(opened: readonly Tab[], closed: readonly Tab[]): Promise<void> {
    const now = new Set(opened.flatMap(addressesOf).map(String));
    for (const document of workspace.textDocuments) if (now.has(document.uri.toString()) && this.isShown(document)) this.findings.delete(document.uri);
    const gone = closed.flatMap(addressesOf).filter((uri) => this.checked.has(uri.toString()));
    if (gone.length > 0) await this.check(gone);
  }

  private isShown(document: TextDocument): boolean {
    const address = document.uri.toString();
    return languages.match(this.selector, document) > 0 && window.tabGroups.all.some((group) => group.tabs.flatMap(addressesOf).some((uri) => uri.toString() === address));
  }
}

function addressesOf({ input }: Tab): Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  return input instanceof TabInputTextDiff ? [input.modified] : [];
}

async function announce({ files, responseFiles, filesWithFindings }: WorkspaceSummary): Promise<void> {
  if (responseFiles === 0) {
    void window.showInformationMessage(`ReplyLint looked at ${files} files and recognised no replies among them.`);
    return;
  }
  const show = 'Show them';
  const holding = responseFiles === 1 ? '1 file holds replies' : `${responseFiles} files hold replies`;
  if (filesWithFindings === 0) void window.showInformationMessage(`${holding}, and none of them needs another look.`);
  else if (await window.showInformationMessage(`${holding}, ${filesWithFindings} of them with words worth another look.`, show) === show) await commands.executeCommand('workbench.actions.view.problems');
}
