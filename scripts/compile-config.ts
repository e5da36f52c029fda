// Compiles the validator of .replylint.yaml and writes its JSON schema. Ajv stays a tool of the build: what ships is the
// code it writes, so that starting up costs nothing.
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { configSchema } from '../server/src/core/config/schema.ts';
import { frontMatterSchema } from '../server/src/core/readers/canned-response/schema.ts';

/** Writes server/src/core/config/generated/validate.js and, for editors, the schemas of settings and front matter in server/dist under `root`. */
export function compileConfig(root: string): void {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, messages: false, code: { source: true, esm: true, optimize: true } });
  const code = standaloneCode(ajv, ajv.compile(configSchema));
  if (code.includes('require(')) throw new Error('The config schema uses a keyword that needs Ajv at run time; take one that does not.');
  write(path.join(root, 'server/src/core/config/generated/validate.js'), code);
  write(path.join(root, 'server/dist/replylint.schema.json'), `${JSON.stringify(configSchema, null, 2)}\n`);
  write(path.join(root, 'server/dist/canned-response.schema.json'), `${JSON.stringify(frontMatterSchema, null, 2)}\n`);
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  compileConfig(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
}
