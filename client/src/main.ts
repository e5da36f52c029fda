import type { ExtensionContext } from 'vscode';
import { start, stop, type Api } from './extension.ts';

/** One program for both hosts, for they share nearly all of it; each loads only its own way to start the server. */
export function activate(context: ExtensionContext): Api {
  const onNode = globalThis.process?.versions?.node !== undefined;
  return start(context, async (options) => {
    const { createClient } = onNode ? await import('./node-host.ts') : await import('./browser-host.ts');
    return createClient(context, options);
  });
}

export const deactivate = stop;
