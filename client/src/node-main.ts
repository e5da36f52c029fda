import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, stop } from './extension.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('server/dist/server.js');
  return start(context, (options) => new LanguageClient('replylint', 'ReplyLint', { module, transport: TransportKind.ipc }, options));
}

export const deactivate = stop;
