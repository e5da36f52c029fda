import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, start, stop } from './extension.ts';

// The compiler is set up for Node, where there is no such global.
declare const Worker: new (address: string) => Extract<ConstructorParameters<typeof LanguageClient>[2], { postMessage: unknown }>;

export function activate(context: ExtensionContext): Promise<Api> {
  const address = Uri.joinPath(context.extensionUri, 'server/dist/browser-server.js').toString(true);
  return start(context, (options) => new LanguageClient('replylint', 'ReplyLint', new Worker(address), options));
}

export const deactivate = stop;
