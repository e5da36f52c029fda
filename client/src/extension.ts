import { commands, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { findConfigMethod, type FindConfigParams, type InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { ChecklistView, revealEvidence } from './checklist-view.ts';
import { findConfig } from './config-files.ts';
import { documentSelector } from './document-selector.ts';
import { fixAll } from './fix-all.ts';
import { insertStep } from './insert-step.ts';
import { RulePages } from './rule-pages.ts';
import { WorkspaceCheck } from './workspace-check.ts';

/** What differs between a desktop and a browser: how the server is started. The client is new each time. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

let client: Promise<BaseLanguageClient> | undefined;

/** What other extensions, and tests, may look at. */
export interface Api {
  readonly checklist: ChecklistView;
}

/** Whoever needs the server waits for it; nobody waits for the extension. */
export function start(context: ExtensionContext, createClient: CreateClient): Api {
  const output = window.createOutputChannel('ReplyLint', { log: true });
  const current = (): Promise<BaseLanguageClient> => client!;
  const rules = new RulePages(current);
  const checklist = new ChecklistView(current, documentSelector());
  const check = new WorkspaceCheck(current, documentSelector(), (counts) => { checklist.setWorkspaceCounts(counts); });
  const startServer = async (): Promise<void> => {
    client = startClient(createClient, output);
    await client;
    await checklist.start();
  };
  const restart = async (): Promise<void> => {
    await stop();
    await startServer();
  };
  context.subscriptions.push(
    output, check, checklist, rules.register(),
    commands.registerCommand('replylint.fixAll', fixAll),
    commands.registerCommand('replylint.checkWorkspace', () => check.run()),
    commands.registerCommand('replylint.explainRule', (ruleId?: unknown) => rules.explain(ruleId)),
    commands.registerCommand('replylint.showChecklist', (uri?: unknown, response?: unknown) => checklist.show(uri, response)),
    commands.registerCommand('replylint.chooseFramework', (id?: unknown) => checklist.chooseFramework(id)),
    commands.registerCommand('replylint.insertStep', (step?: unknown, snippet?: unknown) => insertStep(current, checklist, step, snippet)),
    commands.registerCommand('replylint.revealEvidence', revealEvidence),
    commands.registerCommand('replylint.restartServer', restart),
    commands.registerCommand('replylint.showOutput', () => { output.show(); }),
  );
  startServer().catch((error: unknown) => { output.error(error instanceof Error ? error : String(error)); });
  return { checklist };
}

export async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  // One that never came up has said so.
  await running?.then((started) => started.dispose(), () => undefined);
}

async function startClient(createClient: CreateClient, outputChannel: LogOutputChannel): Promise<BaseLanguageClient> {
  const initializationOptions: InitializationOptions = { findsConfig: true, offersSnippets: true };
  const started = await createClient({ documentSelector: documentSelector(), outputChannel, initializationOptions });
  started.onRequest(findConfigMethod, (params: FindConfigParams) => findConfig(params));
  await started.start();
  return started;
}
