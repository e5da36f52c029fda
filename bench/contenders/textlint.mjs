import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TextlintKernel } from '@textlint/kernel';

// All of these are CommonJS, some with their function under `default`.
const load = (name) => { const module = createRequire(import.meta.url)(name); return module.default ?? module; };

export function prepare(file) {
  const text = readFileSync(file, 'utf8');
  const kernel = new TextlintKernel();
  const options = {
    ext: '.md',
    filePath: file,
    plugins: [{ pluginId: 'markdown', plugin: load('@textlint/textlint-plugin-markdown') }],
    rules: [{ ruleId: 'write-good', rule: load('textlint-rule-write-good') }, { ruleId: 'stop-words', rule: load('textlint-rule-stop-words') }],
  };
  return async () => ({ found: (await kernel.lintText(text, options)).messages.length });
}
