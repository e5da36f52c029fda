import { URI } from 'vscode-uri';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { createLinter } from '../core/index.ts';
import { findConfig } from '../node/find-config.ts';
import { inflectionFrom } from '../node/morphology.ts';
import { readText } from '../node/read-text.ts';
import { collectGarbage } from './collect-garbage.ts';
import { coreRuntime } from './core-runtime.ts';
import { disk } from './disk.ts';
import type { ConfigFile } from './runtime.ts';
import { startServer } from './server.ts';

const usage = `ReplyLint's language server, for any editor that speaks the language server protocol.

  replylint-language-server --stdio          over standard input and output
  replylint-language-server --node-ipc       over a Node channel
  replylint-language-server --socket=PORT    over a socket of this machine
`;

/** Undefined for documents that are not on this machine's disk: only the client can look next to those. */
function configNextTo(documentUri: string): ConfigFile | null | undefined {
  const uri = URI.parse(documentUri);
  if (uri.scheme !== 'file') return undefined;
  const file = findConfig(path.dirname(uri.fsPath));
  if (file === null) return null;
  const read = readText(file);
  return 'problem' in read ? null : { uri: pathToFileURL(file).href, text: read.text };
}

const options = process.argv.slice(2);
if (options.includes('--version')) {
  process.stdout.write(`${manifest.version}\n`);
} else if (options.includes('--help')) {
  process.stdout.write(usage);
} else if (!options.some((option) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(option))) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  startServer(createConnection(ProposedFeatures.all), { ...coreRuntime, findConfig: configNextTo, disk, collectGarbage: () => { void collectGarbage(); }, createLinter: (config) => createLinter(config, { inflect: inflectionFrom(__filename, '../morphology.cjs') }) });
}
