import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;

/** What a browser's client hands over to the server's worker. */
function filesOfTheServer(): string[] {
  const folders = JSON.parse(read('server/dist/files.json')) as Record<string, readonly string[]>;
  return Object.entries(folders).flatMap(([folder, names]) => names.map((name) => `server/dist/${folder}/${name}`));
}

describe('the extension manifest', () => {
  const written = [manifest.icon, ...contributes.languages.map((language) => language.configuration), ...contributes.grammars.map((grammar) => grammar.path), ...contributes.snippets.map((snippets) => snippets.path), ...contributes.viewsContainers.activitybar.map((container) => container.icon)];
  const built = [manifest.main, manifest.browser, ...contributes.jsonValidation.map((schema) => schema.url), 'server/dist/server.js', 'server/dist/browser-server.js', 'server/dist/files.json', ...filesOfTheServer(), 'server/package.json'];

  it('names files that are there', () => {
    for (const file of written) assert.ok(existsSync(path.join(root, file)), file);
  });

  it('names nothing that is left out of the package', () => {
    const [everything, ...kept] = read('.vscodeignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    assert.equal(everything, '**');
    const ships = picomatch(kept.map((line) => line.replace(/^!/, '')));
    for (const file of [...written, ...built]) assert.ok(ships(file.replace(/^\.\//, '')), `${file} is not in .vscodeignore's list`);
  });

  it('declares the commands that the extension has, and no others', () => {
    const registered = readdirSync(path.join(root, 'client/src')).flatMap((file) => [...read(`client/src/${file}`).matchAll(/registerCommand\('([^']+)'/g)].map((match) => match[1]!));
    assert.deepEqual(contributes.commands.map((one) => one.command).sort(), registered.sort());
  });

  it('wakes up for the languages that it serves', () => {
    const served = /const languages = \[([^\]]+)\]/.exec(read('client/src/document-selector.ts'))![1]!.split(', ').map((name) => name.replaceAll('\'', ''));
    assert.deepEqual(manifest.activationEvents.filter((event) => event.startsWith('onLanguage:')).map((event) => event.slice('onLanguage:'.length)).sort(), served.sort());
  });

  it('has the defaults that the server has', async () => {
    const { defaultSettings } = await import('../../server/src/lsp/settings.ts');
    const declared = Object.entries(contributes.configuration.properties).filter(([key]) => key !== 'replylint.trace.server');
    assert.deepEqual(Object.fromEntries(declared.map(([key, { default: value }]) => [key.replace('replylint.', ''), value])), defaultSettings);
  });
});

describe('placeholder highlighting', () => {
  const { patterns } = JSON.parse(read('syntaxes/placeholders.injection.tmLanguage.json')) as { patterns: { match: string }[] };
  /** The text with what is highlighted between `«` and `»`, leftmost first as an editor does it. */
  const mark = (text: string): string => text.replace(new RegExp(patterns.map(({ match }) => match).join('|'), 'g'), '«$&»');

  for (const expected of [
    'Hi «{{ticket.requester.first_name}}»,', '«{{user.name | fallback: "there"}}» and «{{x}}»', 'Dear «{{{Recipient.FirstName}}}»', '«{% if vip %}»Hello«{% endif %}»',
    '«{%customer.firstName,fallback=there%}»', '«%{ticket.name.first}» wrote', '«#{ticket.customer.firstname}»', '«{!Contact.FirstName}»', '«${Contacts.Last Name}»',
    '50 % {of} $5 #1 {{ never closed',
  ]) it(expected, () => { assert.equal(mark(expected.replace(/[«»]/g, '')), expected); });
});

describe('snippets', () => {
  const snippets = JSON.parse(read(contributes.snippets[0]!.path)) as Record<string, { prefix: string[]; description: string; body: string[] }>;
  const bodies = Object.entries(snippets).map(([name, { body }]) => [name, body.join('\n')] as const);

  it('are found by what people type for a step', () => {
    for (const step of ['listen', 'empathise', 'ask', 'paraphrase', 'summarise']) assert.ok(Object.values(snippets).some(({ prefix }) => prefix.includes(`leaps-${step}`)), step);
  });

  for (const [name, body] of bodies) {
    it(`${name} leaves every fact for a person to fill in`, () => {
      const stops = [...new Set([...body.matchAll(/\$\{(\d+)[:|]/g)].map((match) => Number(match[1])))];
      assert.deepEqual(stops, stops.map((_, index) => index + 1));
      assert.doesNotMatch(body.replace(/\$\{?\d+/g, ''), /\d/);
    });
  }
});
