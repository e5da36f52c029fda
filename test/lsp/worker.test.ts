import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import type { ServerFiles } from '../../server/src/lsp/worker.ts';

const dist = new URL('../../server/dist/', import.meta.url);

/** All that a client in a browser hands over. */
function serverFiles(): ServerFiles {
  const names = JSON.parse(readFileSync(new URL('files.json', dist), 'utf8')) as Record<keyof ServerFiles, readonly string[]>;
  const bytes = (name: string): Buffer => readFileSync(new URL(name, dist));
  const content = (name: string): string | Uint8Array => (name.endsWith('.bin') ? bytes(name) : (name.endsWith('.deflate') ? inflateRawSync(bytes(name)) : bytes(name)).toString());
  return {
    parts: Object.fromEntries(names.parts.map((name) => [name, bytes(`parts/${name}`).toString()])),
    data: Object.fromEntries(names.data.map((name) => [name, content(`data/${name}`)])),
  };
}

interface Message { readonly id?: number; readonly method?: string; readonly result?: unknown }

/** The built server in a world that has what a browser's worker has, and nothing of Node. */
class Worker {
  private readonly world: { onmessage?: (message: { data: unknown }) => void };
  private readonly answers = new Map<number, (result: unknown) => void>();

  constructor() {
    const postMessage = ({ id, result }: Message): void => { this.answers.get(id!)?.(result); };
    this.world = createContext({ postMessage, addEventListener: () => undefined, console, setTimeout, clearTimeout, performance, TextDecoder, TextEncoder, URL, MessageChannel, atob, crypto: globalThis.crypto });
    runInContext('globalThis.self = globalThis', this.world);
    runInContext(readFileSync(new URL('browser-server.js', dist), 'utf8'), this.world);
  }

  send(message: unknown): void {
    this.world.onmessage!({ data: message });
  }

  request(id: number, method: string, params: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      this.answers.set(id, resolve);
      this.send({ jsonrpc: '2.0', id, method, params });
    });
  }
}

describe('the built server in a worker', () => {
  it('runs from the files that its client sends it, and loads a part when it needs it', async () => {
    const worker = new Worker();
    const { parts, data } = serverFiles();
    const loaded = new Set<string>();
    worker.send({ data, parts: new Proxy(parts, { get: (all, name) => all[loaded.add(String(name)) && String(name)] }) });
    const later = (): string[] => [...loaded].filter((name) => /^(?:readers|config|markup|fixes)-/.test(name)).sort();
    const { serverInfo } = await worker.request(1, 'initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } }) as { serverInfo: { name: string } };
    assert.equal(serverInfo.name, 'replylint');
    worker.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    assert.deepEqual(later(), []);
    const open = async (id: number, name: string, text: string): Promise<void> => {
      const textDocument = { uri: `memory:/${name}`, languageId: 'plaintext', version: 1, text };
      worker.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
      const { items } = await worker.request(id, 'textDocument/diagnostic', { textDocument }) as { items: { code: string }[] };
      assert.ok(items.some(({ code }) => code.startsWith('blame-')), `${name}: ${items.map(({ code }) => code).join(', ')}`);
    };
    await open(2, 'a.reply.txt', 'You failed to fill in the date.\n');
    assert.deepEqual(later(), ['fixes-build.cjs', 'fixes-of-hit.cjs', 'readers-formats.cjs']);
    await open(3, 'replies.json', '[{ "title": "No date", "body": "<p>You failed to fill in the date.</p>" }]\n');
    assert.deepEqual(later(), ['fixes-build.cjs', 'fixes-of-hit.cjs', 'markup-html.cjs', 'readers-formats.cjs', 'readers-json-json-tree.cjs']);
    const page = await worker.request(9, 'replylint/explainRule', { ruleId: 'policy-shield' }) as string;
    assert.match(page, /^# /);
  });
});
