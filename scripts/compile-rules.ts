// Turns rules/, cues/ and lexicons/ of the server into the tables that the library loads. Run by the build, or alone:
// npx tsx scripts/compile-rules.ts
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { Owner } from '../server/src/core/rules/tables.ts';
import { compileRules as compile, rulePages } from '../server/src/core/rules/compile.ts';
import { compileFrameworks } from '../server/src/core/frameworks/compile.ts';
import type { FrameworkSource } from '../server/src/core/frameworks/framework.ts';
import type { Snippet } from '../server/src/core/snippets/snippet.ts';
import type { IncomingSource } from '../server/src/core/incoming/incoming.ts';
import { type ClassifierSource, shipClassifier } from '../server/src/core/classifier/source.ts';
import { pack } from '../server/src/core/pattern/packed.ts';
import { shipTables } from '../server/src/core/rules/shipping.ts';
import type { CueSource, LexiconSource, RuleSource } from '../server/src/core/rules/rule.ts';
import { inflect, paradigm } from '../server/src/morphology/english.ts';
import type { RuleLibrary } from '../server/src/core/rules/house.ts';
import { compilePlatforms } from './compile-platforms.ts';

const locales = ['en'];

/** Cues that the judgement of every reply asks for, whatever the rules say. */
const structural = ['greeting', 'sign-off', 'automatic', 'prescribed'];

/** The cues that rules ask for: those that only a framework asks for stay out of the rules' tables. */
function askedFor(rules: readonly RuleSource[], cues: readonly CueSource[]): CueSource[] {
  const asked = new Set(structural);
  for (const { patterns = [], judge } of rules) {
    const conditions = [...patterns.flatMap((pattern) => (typeof pattern === 'string' ? [] : [...(pattern.unless ?? []), ...(pattern.when ?? [])])), ...(judge?.unless ?? []), ...(judge?.when ?? [])];
    for (const condition of conditions) if ('cue' in condition) asked.add(condition.cue);
    if (judge) asked.add(judge.cue);
  }
  return cues.filter(({ id }) => asked.has(id));
}

/** Reads one folder of YAML files, each checked against its definition in the rule schema. */
function read<T extends { id: string }>(root: string, folder: string, locale: string, schema: string): T[] {
  const dir = path.join(root, 'server', folder, locale);
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const schemas = JSON.parse(readFileSync(path.join(root, 'server/rules/rule.schema.json'), 'utf8')) as object;
  ajv.addSchema(schemas, 'rules');
  for (const [name, file] of [['frameworks', 'frameworks/framework'], ['snippets', 'snippets/snippet']] as const) {
    ajv.addSchema(JSON.parse(readFileSync(path.join(root, `server/${file}.schema.json`), 'utf8')) as object, name);
  }
  const validate = ajv.getSchema(schema) ?? (() => { throw new Error(`rule.schema.json has no ${schema}`); })();
  return readdirSync(dir).filter((name) => name.endsWith('.yaml')).sort().map((name) => {
    const file = `server/${folder}/${locale}/${name}`;
    const value = parse(readFileSync(path.join(dir, name), 'utf8')) as T;
    if (!validate(value)) throw new Error(`${file}: ${ajv.errorsText(validate.errors, { dataVar: 'the file' })}`);
    if (`${value.id}.yaml` !== name) throw new Error(`${file}: the file's name and its id "${value.id}" differ`);
    return value;
  });
}

/** Compiles the platforms and every locale below `root`, and writes the tables where the library imports them. */
export function compileRules(root: string): void {
  compilePlatforms(root);
  for (const locale of locales) {
    const rules = read<RuleSource>(root, 'rules', locale, 'rules');
    const cues = read<CueSource>(root, 'cues', locale, 'rules#/definitions/cue');
    const lexicons = read<LexiconSource>(root, 'lexicons', locale, 'rules#/definitions/lexicon');
    const forms: Record<string, readonly string[]> = {};
    const tables = compile(locale, rules, askedFor(rules, cues), lexicons, (word) => (forms[word] = inflect(word)));
    const incoming = parse(readFileSync(path.join(root, `server/incoming/${locale}.yaml`), 'utf8')) as IncomingSource;
    const heard = [...incoming.warnings.map(({ cue }) => cue), ...incoming.questions.flatMap(({ asked, answered }) => [asked, ...answered])];
    const frameworks = compileFrameworks(locale, read<FrameworkSource>(root, 'frameworks', locale, 'frameworks'), cues, lexicons, (word) => (forms[word] = inflect(word)), undefined, heard);
    const measured = JSON.parse(readFileSync(path.join(root, 'server/rules/measured.json'), 'utf8')) as Record<string, readonly [number, number]>;
    const library: RuleLibrary = {
      patterns: tables.texts.filter((_, program) => tables.owners.of[program] !== Owner.cue),
      cues: cues.map(({ id, about, patterns }) => ({ id, about, patterns })),
      lexicons,
      forms,
    };
    const out = path.join(root, 'server/src/core/rules/generated');
    mkdirSync(out, { recursive: true });
    // As text: JSON.parse reads it several times faster than the engine reads a literal. Pages and library stand in functions,
    // so that a run that asks for neither does not even compile them.
    const files = { pages: JSON.stringify(rulePages(rules, measured)), library: JSON.stringify(library) };
    // The forms of common verbs, for rewrites that put a capture's verb into another form.
    const verbs = readFileSync(path.join(root, 'server/src/morphology/common-verbs.txt'), 'utf8').trim().split(/\s+/).map((word) => paradigm(word).join(' ')).join('\n');
    const literal = (text: string): string => JSON.stringify(text);
    writeFileSync(path.join(out, `${locale}.ts`), [
      "import { unpack } from '../../pattern/packed.ts';",
      `export function tablesData(): Uint8Array { return unpack(${literal(pack(shipTables(tables)))}); }`,
      `export function pagesJson(): string { return ${literal(files.pages)}; }`,
      `export function libraryJson(): string { return ${literal(files.library)}; }`,
      `export function verbsText(): string { return ${literal(verbs)}; }`,
      '',
    ].join('\n'));
    const snippets = read<Snippet>(root, 'snippets', locale, 'snippets');
    for (const { id, steps = [] } of snippets) {
      for (const step of steps) {
        if (!frameworks.frameworks.some((framework) => framework.steps.some((each) => `${framework.id}/${each.id}` === step))) throw new Error(`server/snippets/${locale}/${id}.yaml: there is no step "${step}"`);
      }
    }
    const place = (folder: string): string => {
      const beside = path.join(root, 'server/src/core', folder, 'generated');
      mkdirSync(beside, { recursive: true });
      return path.join(beside, `${locale}.ts`);
    };
    writeFileSync(place('snippets'), `export function snippetsJson(): string { return ${literal(JSON.stringify(snippets))}; }\n`);
    const classifier = JSON.parse(readFileSync(path.join(root, `server/classifier/${locale}.json`), 'utf8')) as ClassifierSource;
    writeFileSync(place('classifier'), `import { unpack } from '../../pattern/packed.ts';\nexport function classifierData(): Uint8Array { return unpack(${literal(pack(shipClassifier(classifier)))}); }\n`);
    writeFileSync(place('frameworks'), [
      "import { unpack } from '../../pattern/packed.ts';",
      `export function frameworkTablesData(): Uint8Array { return unpack(${literal(pack(shipTables(frameworks.tables)))}); }`,
      `export function incomingJson(): string { return ${literal(JSON.stringify(incoming))}; }`,
      `export function frameworksJson(): string { return ${literal(JSON.stringify(frameworks.frameworks))}; }`,
      '',
    ].join('\n'));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) compileRules(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
