import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';

const read = (name: string): IRawGrammar => parseRawGrammar(readFileSync(new URL(`../../syntaxes/${name}`, import.meta.url), 'utf8'), name);
const own = ['canned-response.tmLanguage.json', 'placeholders.injection.tmLanguage.json', 'fill-ins.injection.tmLanguage.json'].map(read);
/** The editor brings the grammars of Markdown and YAML; these are as little of them as a test needs. */
const editors = [
  { scopeName: 'text.html.markdown', patterns: [{ match: '\\*\\*[^*]+\\*\\*', name: 'markup.bold' }, { match: '`[^`]+`', name: 'markup.inline.raw' }] },
  { scopeName: 'source.yaml', patterns: [{ match: '^[\\w-]+(?=:)', name: 'entity.name.tag.yaml' }] },
].map((grammar) => ({ ...grammar, repository: {} }) as unknown as IRawGrammar);

async function load(): Promise<IGrammar> {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (patterns) => new OnigScanner(patterns), createOnigString: (text) => new OnigString(text) }),
    loadGrammar: (scope) => Promise.resolve([...own, ...editors].find(({ scopeName }) => scopeName === scope) ?? null),
    getInjections: (scope) => (scope === 'text.replylint.canned-response' ? ['replylint.placeholders.injection', 'replylint.fill-ins.injection'] : []),
  });
  return (await registry.loadGrammar('text.replylint.canned-response'))!;
}

describe('the grammar of a canned response', () => {
  let grammar: IGrammar;
  before(async () => { grammar = await load(); });

  /** Each stretch that has one of these scopes, between `«` and `»`. */
  const check = (scope: string, expected: string): void => {
    it(`${scope}: ${expected.split('\n').join(' ⏎ ')}`, () => {
      let stack = INITIAL;
      const lines = expected.replace(/[«»]/g, '').split('\n').map((line) => {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
        stack = ruleStack;
        return tokens.map(({ startIndex, endIndex, scopes }) => (scopes.some((each) => each.startsWith(scope)) ? `«${line.slice(startIndex, endIndex)}»` : line.slice(startIndex, endIndex))).join('').replaceAll('»«', '');
      });
      assert.equal(lines.join('\n'), expected);
    });
  };
  check('meta.embedded.block.frontmatter', '---\n«title: Late»\n«kind: full»\n---\n\nHi\n---\nx: y');
  check('entity.name.tag.yaml', '---\n«title»: Late\n---\ntitle: x');
  check('markup.bold', '---\ntitle: **x**\n---\nThis is «**bold**».');
  check('markup.heading.section', 'Hi\n\n«--- chat ---»\n\nHi --- chat ---\n---\n--- chat');
  check('variable.other.placeholder', 'Hi «{{ticket.requester.first_name}}», «{% if vip %}»hello«{% endif %}» «%{a}»');
  check('keyword.control.template', '{% «if» vip %}a{%- «else» -%}b{%«endif»%} {%customer.firstName,fallback=there%} {% iffy %}');
  check('markup.changed.fill-in', 'Because «[what happened]», by «[the date]». [ ] no [x] box, [a link](https://a.b), [a ref][1], ![img], [[name]] `[code here]`');
});
