// Ours: the same edit told to the language server over its standard input, until the diagnostics are back. Args: file, how many at most.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { placesToType, typeAt } from './typing.mjs';

export async function prepare(file, count) {
  const text = readFileSync(file, 'utf8');
  const wire = await openLibrary(file, text);
  const uri = pathToFileURL(file).href;
  const places = placesToType(text, Number(count) / 2).map((offset) => position(text, offset));
  let version = 1;
  let previousResultId = wire.first.resultId;
  const change = async (range, text) => {
    await wire.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text }] });
    const report = await wire.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId && { previousResultId }) });
    previousResultId = report.resultId;
  };
  return () => typeAt(places, (at) => change({ start: at, end: at }, 'x'), (at) => change({ start: at, end: { ...at, character: at.character + 1 } }, ''));
}

/** Starts the server that ships, and opens a file in it as an editor does that asks for diagnostics. */
export async function openLibrary(file, text) {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../../server/dist/server.js', import.meta.url)), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.on('exit', () => { server.kill(); });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(file).href;
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  return { server, connection, first: await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }) };
}

function position(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}
