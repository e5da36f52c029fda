import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
  createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type CodeAction, type CodeActionContext, type Diagnostic, type DocumentDiagnosticReport, type Hover, type InitializeResult,
  type ProtocolConnection, type PublishDiagnosticsParams, type Range, type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { Clock, Runtime } from '../../server/src/lsp/runtime.ts';
import { parseConfig } from '../../server/src/core/config/parse.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { fakeLinter, newLog, type FakeLog } from './fake-linter.ts';

/** Time that only moves when a test says so. */
export class FakeClock implements Clock {
  private time = 1000;
  private timers: { at: number; act: () => void }[] = [];

  now(): number { return this.time; }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.time + ms, act };
    this.timers.push(timer);
    return () => { this.timers = this.timers.filter((other) => other !== timer); };
  }

  pass(ms: number): void {
    this.time += ms;
    const due = this.timers.filter((timer) => timer.at <= this.time);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.act();
  }
}

export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

const live = new Set<Editor>();
afterEach(() => { for (const editor of live) editor.stop(); });

/** An editor in memory: speaks the protocol to a server whose linter is the fake. It stops when its test ends. */
export class Editor {
  readonly wire: ProtocolConnection;
  readonly clock = new FakeClock();
  readonly linter: FakeLog = newLog();
  readonly logged: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  initialized!: InitializeResult;
  private versions = new Map<string, number>();

  constructor(runtime: Partial<Runtime> = {}) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      clock: this.clock,
      createLinter: (config) => fakeLinter(config, this.linter),
      explainRule: (ruleId) => (ruleId.startsWith('fake-') ? `Why ${ruleId} matters.` : null),
      explainRuleBriefly: (ruleId) => (ruleId.startsWith('fake-') ? `In short: ${ruleId}.` : null),
      parseConfig: (text, path) => parseConfig(text, path),
      fixText: (_linter, { text }) => text.replaceAll('MEH', ''),
      ...runtime,
    });
    this.wire = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), { error() {}, warn() {}, info() {}, log() {} });
    this.wire.onNotification('window/logMessage', ({ message }: { message: string }) => { this.logged.push(message); });
    this.wire.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => { this.published.push(params); });
    this.wire.onRequest('client/registerCapability', () => null);
    this.wire.listen();
    live.add(this);
  }

  /** An editor that is ready to work. */
  static async start(capabilities: ClientCapabilities = pulling, runtime: Partial<Runtime> = {}, initializationOptions?: unknown): Promise<Editor> {
    const editor = new Editor(runtime);
    await editor.initialize(capabilities, initializationOptions);
    return editor;
  }

  async initialize(capabilities: ClientCapabilities, initializationOptions?: unknown): Promise<void> {
    this.initialized = await this.wire.sendRequest('initialize', { processId: null, rootUri: 'file:///library', capabilities, initializationOptions });
    await this.wire.sendNotification('initialized', {});
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.versions.set(uri, 1);
    await this.wire.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    await this.wire.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.wire.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.wire.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  }

  async actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.wire.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });
  }

  async hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.wire.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  /** Returns when the server has dealt with all that was sent before. */
  async settle(): Promise<void> {
    await this.wire.sendRequest('replylint/explainRule', { ruleId: 'none' });
  }

  stop(): void {
    live.delete(this);
    this.wire.dispose();
  }
}

/** `line:character-line:character`, as people write it. */
export function show(range: Range): string {
  return `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
}

export function span(line: number, character: number, endLine = line, endCharacter = character): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
