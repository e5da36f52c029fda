import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { coreRuntime } from './core-runtime.ts';
import { startServer } from './server.ts';

// A worker's own global is its port to the client; the compiler is set up for Node, where no such thing exists.
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), coreRuntime);
