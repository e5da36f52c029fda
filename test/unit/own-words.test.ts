import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { help } from '../../server/src/cli/help.ts';
import { configSchema } from '../../server/src/core/config/schema.ts';
import { createLinter } from '../../server/src/core/index.ts';
import type { CueSource, LexiconSource, RewriteEntry, RuleSource } from '../../server/src/core/rules/rule.ts';

/** What we say to people passes the rules that we hold them to. Words in quotation marks or code are mentioned, so they pass. */
const linter = createLinter({ 'min-level': 'info', replies: [{ locale: 'en' }] });

const read = <T>(folder: string): T[] => readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => parse(readFileSync(`${folder}/${name}`, 'utf8')) as T);
const rules = read<RuleSource>('server/rules/en');

/** Rules that judge what a whole reply does or leaves out: a page or a part of a sentence is no reply. */
const ofReplies = new Set(rules.filter(({ judge }) => judge).map(({ id }) => id));

/** What is found in a text, one line each. A gap for a person belongs into a rewrite or a snippet, so it does not count. */
function found(text: string, path = 'words.reply.txt'): string[] {
  return linter.lint({ path, text, named: true }).findings
    .filter(({ ruleId }) => ruleId !== 'placeholder-leftover' && !ofReplies.has(ruleId))
    .map(({ ruleId, level, text: words, line }) => `${ruleId} (${level}) on “${words}”, line ${line}`);
}

function check(text: string, path?: string): void {
  assert.deepEqual(found(text, path), []);
}

/** All rewrites of a rule, with a noun phrase for what they take over from the reply. */
function rewrites({ rewrites: general = [], patterns = [] }: RuleSource): string[] {
  const own = patterns.flatMap((pattern) => (typeof pattern === 'string' ? [] : pattern.rewrites ?? []));
  const texts = [...general, ...own].map((rewrite: string | RewriteEntry) => (typeof rewrite === 'string' ? rewrite : rewrite.text));
  return [...new Set(texts)].filter((text) => text !== '').map((text) => text.replace(/\{[^}]*\}/g, 'the blue parcel'));
}

/** A page without its code blocks, tables and code spans. */
function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/^\|.*\|$/gm, '').replace(/`[^`\n]+`/g, 'this');
}

/** The help without its left column, and with its values in capitals (FILE, LEVEL) named as a thing. */
function sentences(synopsis: string): string {
  return synopsis.replace(/^  (?:replylint|--).*?(?: {2,}|$)/gm, '').replace(/\b[A-Z]{2,}\b/g, 'this');
}

/** All texts of these keys, anywhere in a value. */
function texts(value: unknown, keys: readonly string[]): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.includes(key) ? [inner].flat().filter((each): each is string => typeof each === 'string') : []),
    ...texts(inner, keys),
  ]);
}

/** A snippet's text as it lands in the editor: each tab stop its default, each choice its first word. */
function inserted(body: readonly string[]): string {
  return body.join('\n').replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '');
}

describe('our own words pass our own rules', () => {
  for (const rule of rules) {
    it(`rule ${rule.id}: title, message and reason`, () => [rule.title, rule.message, rule.why].forEach((text) => check(text)));
    if (rewrites(rule).length > 0) it(`rule ${rule.id}: rewrites`, () => assert.deepEqual(rewrites(rule).flatMap((text) => found(text).map((finding) => `${text}: ${finding}`)), []));
  }
  it('what cues and lexicons are about', () => {
    for (const { about } of [...read<CueSource>('server/cues/en'), ...read<LexiconSource>('server/lexicons/en')]) check(about);
  });
  for (const name of readdirSync('snippets').filter((file) => file.endsWith('.json'))) {
    for (const [title, { body, description }] of Object.entries(JSON.parse(readFileSync(`snippets/${name}`, 'utf8')) as Record<string, { body: string[]; description: string }>)) {
      it(`snippet ${title}`, () => [inserted(body), description].forEach((text) => check(text)));
    }
  }
  for (const path of ['README.md', 'ARCHITECTURE.md', 'docs/patterns.md']) it(path, () => check(prose(readFileSync(path, 'utf8')), 'page.reply.md'));
  it('the extension’s manifest', () => {
    for (const text of texts(JSON.parse(readFileSync('package.json', 'utf8')), ['description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'title', 'displayName', 'contents'])) check(prose(text));
  });
  it('the command line’s help', () => check(sentences(help)));
  it('the descriptions of settings and of rule files', () => {
    for (const schema of [configSchema, JSON.parse(readFileSync('server/rules/rule.schema.json', 'utf8')) as unknown]) for (const text of texts(schema, ['description', 'title'])) check(text);
  });
});

describe('the check of our own words', () => {
  it('finds words that are used and lets those pass that are mentioned', () => {
    assert.equal(found('Calm down.').length, 1);
    assert.deepEqual(found('Nobody ever became calm by "calm down".'), []);
  });
  it('reads what a snippet inserts', () => assert.equal(inserted(['I\'m ${1|calm,quiet|} on ${2:[day]}.', '$0']), 'I\'m calm on [day].\n'));
  it('reads the descriptions of a synopsis', () => assert.equal(sentences('Use\n\n  --fail-on LEVEL   the least level\n  replylint check [PATH …]   check replies'), 'Use\n\nthe least level\ncheck replies'));
  it('leaves code and tables out of a page', () => assert.equal(prose('a `b`\n```\nc\n```\n| d |\ne').replace(/\s+/g, ' '), 'a this e'));
});
