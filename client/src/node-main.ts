import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, start, stop } from './extension.ts';

export function activate(context: ExtensionContext): Promise<Api> {
  const module = context.asAbsolutePath('server/dist/server.js');
  return start(context, (options) => new LanguageClient('replylint', 'ReplyLint', { module, transport: TransportKind.ipc }, options));
}

export const deactivate = stop;
