// Turns server/placeholders into the table that the library loads. Run with the rules, or alone:
// npx tsx scripts/compile-platforms.ts
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Platform } from '../server/src/core/platforms/platform.ts';

/** Checks every file against its schema and writes the table where the library imports it. */
export function compilePlatforms(root: string): void {
  const dir = path.join(root, 'server/placeholders');
  const ajv = new Ajv({ allErrors: true });
  const validate = ajv.compile(JSON.parse(readFileSync(path.join(dir, 'platform.schema.json'), 'utf8')) as object);
  const idsByFormat: Record<string, string> = {};
  const platforms = readdirSync(dir).filter((name) => name.endsWith('.yaml')).sort().map((name) => {
    const fail = (why: string): never => { throw new Error(`server/placeholders/${name}: ${why}`); };
    const platform = parse(readFileSync(path.join(dir, name), 'utf8')) as Platform;
    if (!validate(platform)) fail(ajv.errorsText(validate.errors, { dataVar: 'the file' }));
    if (`${platform.id}.yaml` !== name) fail(`the file's name and its id "${platform.id}" differ`);
    for (const format of platform.formats) {
      if (Object.hasOwn(idsByFormat, format)) fail(`the format "${format}" belongs to ${idsByFormat[format]} already`);
      idsByFormat[format] = platform.id;
    }
    const names = platform.variables.map((variable) => variable.name);
    const twice = names.find((variable, at) => names.indexOf(variable) < at);
    if (twice !== undefined) fail(`the variable "${twice}" is there twice`);
    return platform;
  });
  const out = path.join(root, 'server/src/core/platforms/generated');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'ids.ts'), [
    `export const platformIds: readonly string[] = ${JSON.stringify(platforms.map(({ id }) => id))};`,
    `export const idsByFormat: Readonly<Record<string, string>> = ${JSON.stringify(idsByFormat)};`,
    '',
  ].join('\n'));
  // As text in a function, so that a run that asks for no platform does not even read it.
  writeFileSync(path.join(out, 'all.ts'), `export function platformsJson(): string { return ${JSON.stringify(JSON.stringify(platforms))}; }\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) compilePlatforms(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
