import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type CodeAction, type Diagnostic, type Hover, type ProtocolConnection } from 'vscode-languageserver/node';

const server = fileURLToPath(new URL('../../server/dist/server.js', import.meta.url));

// The server that ships runs on Node alone, without what loads TypeScript for the tests.
const env = { ...process.env, NODE_OPTIONS: '' };

/** One session with the server that ships, over its standard input and output. */
describe('the built server over stdio', () => {
  let child: ChildProcess;
  let wire: ProtocolConnection;
  let folder: string;
  let complaints = '';

  before(() => { assert.ok(existsSync(server), 'server/dist/server.js is missing: run "npm run build" first'); });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'replylint-stdio-'));
    complaints = '';
    child = spawn(process.execPath, [server, '--stdio'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => { complaints += text; });
    wire = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
    wire.listen();
    // Whatever still waits for an answer of a server that is gone fails at once.
    child.once('close', () => { wire.dispose(); });
  });

  afterEach(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    const capabilities = { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } }, workspace: { workspaceEdit: { documentChanges: true } } };
    await wire.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities });
    await wire.sendNotification('initialized', {});
  }

  async function stop(): Promise<number | null> {
    const gone = once(child, 'exit');
    await wire.sendRequest('shutdown');
    await wire.sendNotification('exit');
    const [code] = await gone as [number | null];
    return code;
  }

  /** Opens a reply and gives what the server says of it. */
  async function open(uri: string, text: string): Promise<Diagnostic[]> {
    await wire.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'canned-response', version: 1, text } });
    return (await wire.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;
  }

  it('finds the words, offers rewrites, explains, and leaves quietly', async () => {
    await start();
    const uri = pathToFileURL(path.join(folder, 'late.reply.txt')).href;
    const [found] = await open(uri, 'Hi Sam,\n\nYour parcel leaves on Monday per our policy.\n');
    assert.equal(found?.code, 'policy-shield');
    assert.deepEqual(found.range, { start: { line: 2, character: 29 }, end: { line: 2, character: 43 } });

    const actions = await wire.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: found.range, context: { diagnostics: [found] } });
    assert.ok(actions.length > 0);
    assert.deepEqual(actions.map((action) => action.isPreferred === true), actions.map((_, index) => index === 0));
    for (const action of actions) assert.deepEqual(action.diagnostics, [found]);

    const hover = await wire.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position: found.range.start });
    assert.match((hover.contents as { value: string }).value, /policy-shield/);
    assert.equal(await stop(), 0);
    assert.equal(complaints, '');
  });

  it('obeys the config next to the document', async () => {
    writeFileSync(path.join(folder, '.replylint.yaml'), 'levels:\n  policy-shield: off\n');
    await start();
    assert.deepEqual(await open(pathToFileURL(path.join(folder, 'late.reply.txt')).href, 'Your parcel leaves on Monday per our policy.\n'), []);
    assert.equal(await stop(), 0);
  });

  it('follows edits of a reply inside YAML', async () => {
    await start();
    const uri = pathToFileURL(path.join(folder, 'replies.yaml')).href;
    await open(uri, '- title: Late\n  body: |\n    Thank you for your patience.\n');
    await wire.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 2, character: 4 }, end: { line: 2, character: 32 } }, text: '🙂 Declined per our policy.' }],
    });
    const { items } = await wire.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    assert.deepEqual(items.filter((item) => item.code === 'policy-shield').map((item) => item.range), [{ start: { line: 2, character: 16 }, end: { line: 2, character: 30 } }]);
    assert.equal(await stop(), 0);
  });
});

describe('the built server without a way to talk', () => {
  it('says how to start it', async () => {
    const child = spawn(process.execPath, [server], { env });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
    const [code] = await once(child, 'close') as [number];
    assert.equal(code, 2);
    assert.match(said, /--stdio/);
  });
});
