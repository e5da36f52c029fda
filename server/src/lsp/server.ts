import {
  CodeLensRefreshRequest, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, DocumentDiagnosticReportKind, MarkupKind, PositionEncodingKind,
  TextDocumentSyncKind, type ClientCapabilities, type Connection, type Diagnostic, type DocumentDiagnosticReport, type InitializeParams, type InitializeResult,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import manifest from '../../package.json' with { type: 'json' };
import { checklistHover, codeLenses, frameworkOf, listChecklists } from './checklists.ts';
import { codeActionKinds, codeActions } from './code-actions.ts';
import { completions, completionTriggers, frontMatterCompletions, snippetCompletions } from './completion.ts';
import { Configs, isConfigFile } from './configs.ts';
import { configDiagnostics, diagnosticLimit, fileDiagnostics } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { fixAllEdits } from './fix-all.ts';
import { Guard } from './guard.ts';
import { hover, placeholderHover } from './hover.ts';
import type { OpenDocument } from './open-document.ts';
import {
  checklistMethod, checkWorkspaceMethod, configFileNames, explainRuleMethod, findConfigMethod, findFilesMethod, insertStepMethod, source, stepSnippetsMethod,
  type ChecklistParams, type ChecklistResult, type CheckWorkspaceParams, type CheckWorkspaceResult, type ExplainRuleParams, type FindConfigResult, type FindFilesParams, type FindFilesResult, type InitializationOptions, type InsertStepParams, type InsertStepResult, type StepSnippet, type StepSnippetsParams,
} from './protocol.ts';
import { Publisher } from './publisher.ts';
import { Rest } from './rest.ts';
import type { Runtime } from './runtime.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';
import { stepSnippets } from './step-snippets.ts';
import { checkFiles, findFiles } from './workspace-check.ts';

/** Serves one client on one connection until it closes. What differs between hosts comes in with `runtime`. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const guard = new Guard((message) => { connection.console.error(message); });
  const configs = new Configs(runtime, (message) => { connection.console.warn(message); });
  const documents = new Documents(configs, guard.report, runtime.disk);
  const publisher = new Publisher(runtime.clock, toPublish, (params) => connection.sendDiagnostics(params), guard.report);
  const rest = new Rest(runtime.clock, runtime.collectGarbage);
  /** Result ids of an earlier run of the server must not be taken for ours. */
  const run = runtime.clock.now().toString(36);
  let client: ClientCapabilities = {};
  let settings: Settings = defaultSettings;
  let pulls = false;
  let offersSnippets = false;
  let folders: readonly string[] = [];

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = params.capabilities;
    pulls = client.textDocument?.diagnostic !== undefined;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    useSettings(readSettings(options.settings));
    folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []);
    configs.setFolders(folders);
    offersSnippets = options.offersSnippets === true;
    if (options.findsConfig) configs.askThrough((uri) => connection.sendRequest<FindConfigResult>(findConfigMethod, { uri }));
    return {
      serverInfo: { name: manifest.name, version: manifest.version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls ? { diagnosticProvider: { identifier: source, interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        codeActionProvider: { codeActionKinds: [...codeActionKinds] },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [...completionTriggers] },
        codeLensProvider: { resolveProvider: false },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(guard.notification('starting', async () => {
    if (client.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders((event) => { void onFolders(event); });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = configFileNames.map((name) => ({ globPattern: `**/${name}` }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.workspace?.configuration) {
      if (client.workspace.didChangeConfiguration?.dynamicRegistration) await connection.client.register(DidChangeConfigurationNotification.type, { section: source });
      await askForSettings();
    }
  }));

  const onFolders = guard.notification('following a change of folders', ({ added, removed }: WorkspaceFoldersChangeEvent) => {
    folders = [...folders.filter((uri) => !removed.some((folder) => folder.uri === uri)), ...added.map((folder) => folder.uri)];
    configs.setFolders(folders);
    recheckAll();
  });

  connection.onDidChangeConfiguration(guard.notification('taking new settings', async ({ settings: sent }: { settings?: unknown }) => {
    if (client.workspace?.configuration) await askForSettings();
    else if (useSettings(readSettings((sent as { replylint?: unknown } | null | undefined)?.replylint))) recheckAll();
  }));

  connection.onDidChangeWatchedFiles(guard.notification('reading a changed config', ({ changes }) => {
    if (!changes.some((change) => isConfigFile(change.uri))) return;
    configs.forget();
    recheckAll();
  }));

  connection.onDidOpenTextDocument(guard.notification('opening a file', async ({ textDocument }) => {
    documents.add(textDocument);
    rest.afterReading(textDocument.text.length);
    if (!pulls) await publisher.now(textDocument.uri);
  }));
  connection.onDidChangeTextDocument(guard.notification('following an edit', (params) => {
    documents.change(params);
    rest.afterWork();
    if (!pulls) publisher.soon(params.textDocument.uri);
  }));
  connection.onDidCloseTextDocument(guard.notification('closing a file', async ({ textDocument }) => {
    documents.remove(textDocument.uri);
    if (!pulls) await publisher.clear(textDocument.uri);
  }));

  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(guard.request('looking for findings', nothing, async ({ textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
    const document = await documents.settled(textDocument.uri);
    if (!document) return nothing;
    const resultId = `${run}.${document.revision}`;
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(document) };
  }));

  connection.onCodeAction(guard.request('collecting rewrites', [], async (params) => {
    const document = await documents.settled(params.textDocument.uri);
    if (!document || !settings.enable) return [];
    const style = { versioned: client.workspace?.workspaceEdit?.documentChanges === true, disabled: client.textDocument?.codeAction?.disabledSupport === true };
    return codeActions(document, params, style, () => safeEditsOf(document));
  }));

  connection.onHover(guard.request('explaining a finding', null, async ({ textDocument, position }) => {
    const document = await documents.settled(textDocument.uri);
    if (!document || !settings.enable) return null;
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    return hover(document, position, (ruleId) => runtime.explainRuleBriefly(ruleId), markdown) ?? placeholderHover(document, position, markdown) ?? checklistHover(document, position, settings.framework, markdown);
  }));

  connection.onCompletion(guard.request('listing completions', [], async (params) => {
    const document = await documents.settled(params.textDocument.uri);
    const markdown = client.textDocument?.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) ?? false;
    if (!document || !settings.enable) return [];
    const inFrontMatter = frontMatterCompletions(document, params);
    if (inFrontMatter.length > 0) return inFrontMatter;
    const offered = offersSnippets && document.isOwnType;
    return [...completions(document, params, markdown), ...(offered ? [] : snippetCompletions(document, params))];
  }));

  connection.onCodeLens(guard.request('listing checklists', [], async ({ textDocument }) => {
    const document = await documents.settled(textDocument.uri);
    return document && settings.enable && settings.codeLens ? codeLenses(document, settings.framework) : [];
  }));

  connection.onRequest(checklistMethod, guard.request<ChecklistParams, ChecklistResult | null>('listing checklists', null, async ({ uri, framework }) => {
    const document = await documents.settled(uri);
    return document ? listChecklists(document, framework ?? settings.framework) : null;
  }));
  connection.onRequest(stepSnippetsMethod, guard.request<StepSnippetsParams, readonly StepSnippet[]>('looking for words', [], async ({ uri, response, step, framework }) => {
    const document = await documents.settled(uri);
    return document ? stepSnippets(document, response, step, frameworkOf(document, framework ?? settings.framework).id) : [];
  }));
  connection.onRequest(insertStepMethod, guard.request<InsertStepParams, InsertStepResult>('adding a step', { refused: 'The step could not be added.' }, async ({ uri, response, step, framework, words }) => {
    const document = await documents.settled(uri);
    const edits = document?.insertForStep(response, step, words, frameworkOf(document, framework ?? settings.framework).id);
    if (!document || !edits) return { refused: 'This reply is not there any more.' };
    return 'refused' in edits ? edits : { version: document.version, edits };
  }));
  connection.onRequest(explainRuleMethod, guard.request('explaining a rule', null, ({ ruleId }: ExplainRuleParams) => runtime.explainRule(ruleId)));
  connection.onRequest(checkWorkspaceMethod, guard.request<CheckWorkspaceParams, CheckWorkspaceResult>('checking the workspace', { files: [], responseFiles: 0, full: 0, complete: 0 },
    (params, token) => checkFiles(params, configs, runtime, token, guard.report)));
  connection.onRequest(findFilesMethod, guard.request<FindFilesParams, FindFilesResult>('looking for files', null, (params, token) => findFiles(params, configs, runtime, token)));

  connection.listen();

  function diagnosticsOf(document: OpenDocument): Diagnostic[] {
    if (!settings.enable) return [];
    if (isConfigFile(document.uri)) return configDiagnostics(runtime.parseConfig(document.text, document.path).problems, document);
    const result = document.result();
    const worst = document.worst(diagnosticLimit);
    return result && worst ? fileDiagnostics(result, worst, document) : [];
  }

  async function toPublish(uri: string): Promise<{ uri: string; version: number; diagnostics: Diagnostic[] } | null> {
    const document = await documents.settled(uri);
    return document ? { uri, version: document.version, diagnostics: diagnosticsOf(document) } : null;
  }

  function safeEditsOf(document: OpenDocument): ReturnType<typeof fixAllEdits> {
    const input = document.input;
    return fixAllEdits(input.text, document.result()?.findings ?? [], runtime.fixText(document.linter, input));
  }

  async function askForSettings(): Promise<void> {
    const answer: unknown = await connection.workspace.getConfiguration(source);
    if (useSettings(readSettings(answer))) recheckAll();
  }

  /** True where they differ from what held before. */
  function useSettings(next: Settings): boolean {
    const isNew = next.enable !== settings.enable || next.minLevel !== settings.minLevel;
    const otherLenses = next.framework !== settings.framework || next.codeLens !== settings.codeLens;
    settings = next;
    configs.setMinLevel(next.minLevel);
    if (otherLenses && client.workspace?.codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => { guard.report('asking the editor to look again', error); });
    return isNew;
  }

  function recheckAll(): void {
    documents.reload();
    if (!pulls) for (const document of documents.all()) void publisher.now(document.uri);
    else if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh().catch((error: unknown) => { guard.report('asking the editor to look again', error); });
  }
}
