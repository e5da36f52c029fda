import { Uri, workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import type { ServerFiles } from '../../server/src/lsp/worker.ts';

type Port = Extract<ConstructorParameters<typeof LanguageClient>[2], { postMessage: unknown }>;
// The compiler is set up for Node, where there is no such global.
declare const Worker: new (address: string) => Port & { postMessage(message: ServerFiles): void };

/** A client whose server runs in a worker, which gets its files from here. */
export async function createClient({ extensionUri }: ExtensionContext, options: LanguageClientOptions): Promise<LanguageClient> {
  const dist = Uri.joinPath(extensionUri, 'server/dist');
  const files = await serverFiles(dist);
  const worker = new Worker(Uri.joinPath(dist, 'browser-server.js').toString(true));
  worker.postMessage(files);
  return new LanguageClient('replylint', 'ReplyLint', worker, options);
}

async function serverFiles(dist: Uri): Promise<ServerFiles> {
  const names = JSON.parse(await textOf(dist, 'files.json')) as Record<keyof ServerFiles, readonly string[]>;
  const all = async <Content>(folder: keyof ServerFiles, read: (dist: Uri, name: string) => Promise<Content>): Promise<Record<string, Content>> =>
    Object.fromEntries(await Promise.all(names[folder].map(async (name) => [name, await read(dist, `${folder}/${name}`)] as const)));
  const [parts, data] = await Promise.all([all('parts', textOf), all<string | Uint8Array>('data', (from, name) => (name.endsWith('.bin') ? bytesOf(from, name) : textOf(from, name)))]);
  return { parts, data };
}

/** In a buffer of their own: with a part of a larger one, all of that would go to the worker. */
async function bytesOf(dist: Uri, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return (await workspace.fs.readFile(Uri.joinPath(dist, name))).slice();
}

async function textOf(dist: Uri, name: string): Promise<string> {
  const bytes = new Blob([await bytesOf(dist, name)]);
  return new Response(name.endsWith('.deflate') ? bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')) : bytes).text();
}
