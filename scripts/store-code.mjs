// Runs the built command line once over small files of the kinds that are checked most, and stores what V8 compiled meanwhile,
// for server/src/cli/boot.ts to start from. The code for other files is compiled when it is needed: reading more of it would
// slow down every start.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), '../server/dist/cli/main.cjs');
const body = 'Hello {{ticket.requester.first_name}},\n\nYour parcel leaves on Monday per our policy. As I already explained, you can write to us until then.\n\nKind regards,\nSam\n';
const macro = { id: 'parcel', title: 'A parcel', tags: ['post'], body };
const samples = {
  'parcel.reply.txt': body,
  'macros.yaml': `macros:\n  - id: parcel\n    title: "A parcel"\n    tags: [post]\n    body: |\n${body.replace(/^(?=.)/gm, '      ')}`,
  'macros.json': JSON.stringify({ macros: [macro] }, null, 2),
};

const folder = mkdtempSync(path.join(tmpdir(), 'replylint-'));
for (const [name, text] of Object.entries(samples)) writeFileSync(path.join(folder, name), text);
const source = readFileSync(file, 'latin1');
const script = new Script(source, { filename: file });
process.argv = [process.argv[0], file, 'check', folder, '--fail-on', 'never'];
process.on('exit', (code) => {
  rmSync(folder, { recursive: true });
  if (code === 0) writeFileSync(`${file}.cache`, Buffer.concat([Buffer.from(source.slice(0, 64), 'latin1'), script.createCachedData()]));
});
script.runInThisContext()({}, createRequire(file), { exports: {} }, file, path.dirname(file));
