import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';

/** A client whose server runs in a process of its own. */
export function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  return new LanguageClient('replylint', 'ReplyLint', { module: context.asAbsolutePath('server/dist/server.js'), transport: TransportKind.ipc }, options);
}
