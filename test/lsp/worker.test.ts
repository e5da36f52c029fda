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
    worker.send(serverFiles());
    const { serverInfo } = await worker.request(1, 'initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } }) as { serverInfo: { name: string } };
    assert.equal(serverInfo.name, 'replylint');
    worker.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    const files = { 'a.reply.txt': 'You failed to fill in the date.\n', 'replies.json': '[{ "title": "No date", "body": "<p>You failed to fill in the date.</p>" }]\n' };
    for (const [nth, [name, text]] of Object.entries(files).entries()) {
      const textDocument = { uri: `memory:/${name}`, languageId: 'plaintext', version: 1, text };
      worker.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
      const { items } = await worker.request(2 + nth, 'textDocument/diagnostic', { textDocument }) as { items: { code: string }[] };
      assert.ok(items.some(({ code }) => code.startsWith('blame-')), `${name}: ${items.map(({ code }) => code).join(', ')}`);
    }
    const page = await worker.request(9, 'replylint/explainRule', { ruleId: 'policy-shield' }) as string;
    assert.match(page, /^# /);
  });
});
