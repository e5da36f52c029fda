import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Document, parse, Scalar } from 'yaml';
import { applyEdits, createLinter, type Linter } from '../../server/src/core/index.ts';
import type { RuleSource } from '../../server/src/core/rules/rule.ts';
import { changedLeaves, leaves } from './one-leaf.ts';

/** Every rule's examples, written into each kind of file by a writer of another make, fixed there, and read back. */
const examples = readdirSync('server/rules/en')
  .map((name) => parse(readFileSync(`server/rules/en/${name}`, 'utf8')) as RuleSource)
  // Findings of render have no fixes.
  .filter(({ detector }) => detector !== 'empty-value')
  .flatMap((rule) => rule.examples.map((example) => ({ id: rule.id, ...example })))
  // Front matter, bullets and emphasis mean something in some of these files and nothing in others.
  .filter(({ bad }) => !/[*_<]|^---|^- /m.test(bad));

const linter = createLinter({ 'min-level': 'hint' });
/** What a rule says of a platform's placeholders, it says in any file that is declared to be of that platform. */
const linterFor = (platform: string | undefined): Linter => (platform === undefined ? linter : createLinter({ 'min-level': 'hint', replies: [{ platform }] }));
const filler = 'Your new card left our office this morning.';

interface Kind { readonly name: string; readonly path: string; write(text: string): string; read(value: unknown): string }

const yamlKind = (style: Scalar.Type): Kind => ({
  name: `YAML ${style.toLowerCase().replaceAll('_', ' ')}`,
  path: 'support/macros.yml',
  write: (text) => {
    const body = new Scalar(text);
    body.type = style;
    return new Document({ macros: [{ title: 'Other', body: filler }, { title: 'This', body }, { title: 'Third', body: filler }] }).toString({ lineWidth: 60 });
  },
  read: String,
});

const kinds: Kind[] = [
  { name: 'a Zendesk export', path: 'macros.json', write: (text) => JSON.stringify({ macros: [filler, text, filler].map((value, id) => ({ id, title: `Macro ${id}`, actions: [{ field: 'comment_value', value }] })) }), read: String },
  {
    name: 'HTML in a Zendesk export', path: 'macros.json',
    write: (text) => JSON.stringify({ macros: [filler, text].map((value, id) => ({ id, title: `Macro ${id}`, actions: [{ field: 'comment_value_html', value: `<p>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n\n', '</p><p>')}</p>` }] })) }, null, 2),
    read: (value) => String(value).replaceAll('</p><p>', '\n\n').replace(/^<p>|<\/p>$/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  },
  ...([Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE, Scalar.BLOCK_LITERAL, Scalar.BLOCK_FOLDED] as const).map(yamlKind),
];

for (const kind of kinds) {
  describe(`a fix in ${kind.name}`, () => {
    for (const { id, bad, good, rewrite = 0, platform } of examples) {
      const text = kind.write(bad);
      // Some texts cannot be written plain; the writer does it all the same, and what it wrote says something else.
      if (![...(leaves(kind.path, text)?.values() ?? [])].some((value) => kind.read(value).trim() === bad.trim())) continue;
      it(`${id}: “${bad.replace(/\s+/g, ' ')}”`, () => {
        const finding = linterFor(platform).lint({ path: kind.path, text }).findings.find((f) => f.ruleId === id);
        assert.ok(finding, `not found in\n${text}`);
        const fix = finding.fixes[rewrite];
        assert.ok(fix, `not offered in\n${text}`);
        const now = applyEdits(text, fix.edits);
        const changed = changedLeaves(kind.path, text, now);
        assert.ok(changed, `does not parse:\n${now}`);
        assert.equal(changed.length, 1, now);
        const got = kind.read(leaves(kind.path, now)!.get(changed[0]!));
        assert.equal(got.trim(), good.trim());
      });
    }
  });
}
