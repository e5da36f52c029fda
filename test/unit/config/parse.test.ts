import assert from 'node:assert/strict';
import { parseConfig } from '../../../server/src/core/config/parse.ts';
import { ruleLibrary } from '../../../server/src/core/index.ts';

/** Problems as `line:column message`, one per line; the config where there are none. */
function read(text: string, path = '.replylint.yaml', rules?: string[]): unknown {
  const { config, problems } = parseConfig(text, path, rules);
  return problems.length === 0 ? config : problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('\n');
}

describe('config: what is read', () => {
  it('reads every setting, from YAML', () => {
    assert.deepEqual(
      read('include: ["replies/**"]\nexclude:\n  - drafts\nlevels:\n  policy-shield: error\n  empathy-but: off\nmin-level: hint\nreplies:\n  - path: legal/*.md\n    purpose: legal\n    locale: en\n'),
      { include: ['replies/**'], exclude: ['drafts'], levels: { 'policy-shield': 'error', 'empathy-but': 'off' }, 'min-level': 'hint', replies: [{ path: 'legal/*.md', purpose: 'legal', locale: 'en' }] },
    );
  });
  it('reads JSON, indented with tabs too', () => {
    assert.deepEqual(read('{\n\t"include": [\n\t\t"a.md"\n\t],\n\t"min-level": "warning"\n}\n', '.replylint.json'), { include: ['a.md'], 'min-level': 'warning' });
  });
  it('takes an empty file, or only comments, as no settings', () => {
    assert.deepEqual(read(''), {});
    assert.deepEqual(read('# later\n'), {});
  });
  it('takes a setting without a value as not set', () => {
    assert.deepEqual(read('exclude:\nmin-level: info\n'), { 'min-level': 'info' });
  });
});

describe('config: what is wrong is said with its place and what was meant', () => {
  const cases: [string, string, string][] = [
    ['a misspelt setting', 'min-level: info\nexclud: [a]\n', '2:1 "exclud" is not a setting. Did you mean "exclude"?'],
    ['an unknown setting', 'colour: red\n', '1:1 "colour" is not a setting. The settings are include, exclude, levels, min-level, replies, formats, rules, lexicons, framework and frameworks.'],
    ['a misspelt setting of a reply', 'replies:\n  - path: a\n    chanel: chat\n', '3:5 "chanel" is not a setting of a reply. Did you mean "channel"?'],
    ['a level that does not exist', 'levels:\n  policy-shield: warn\n', '2:18 "warn" is not a level. Did you mean "warning"?'],
    ['a level that is nothing like one', 'min-level: 3\n', '1:12 3 is not a level. The levels are error, warning, info and hint.'],
    ['a kind that does not exist', 'replies:\n  - kind: auto\n', '2:11 "auto" is not a kind. Did you mean "auto-reply"?'],
    ['text where a list belongs', 'include: replies\n', '1:10 "include" should be a list, one entry per line, each after a dash.'],
    ['a list where text belongs', 'replies:\n  - locale: [en]\n', '2:13 "locale" should be text, and this is a list.'],
    ['no settings at all', 'hello\n', '1:1 Settings are written one below the other, each as a name, a colon and a value: min-level: warning.'],
    ['several mistakes, in the order of the file', 'exclud: []\nmin-level: loud\n', '1:1 "exclud" is not a setting. Did you mean "exclude"?\n2:12 "loud" is not a level. The levels are error, warning, info and hint.'],
    ['an alias without an anchor', 'include: *gone\n', '1:1 An alias (*name) in this file refers to nothing, or to too much.'],
  ];
  it('frameworks: each mistake in its place', () => {
    const frameworks = (steps: string): string => `frameworks:\n  - id: house\n    steps:\n${steps}`;
    const said = (text: string): unknown => {
      const { problems } = parseConfig(text, '.replylint.yaml', ['policy-shield'], ruleLibrary);
      return problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('\n');
    };
    assert.equal(said('frameworks:\n  - id: house\n'), '2:5 A framework needs "steps": see docs/frameworks.');
    assert.equal(said('frameworks:\n  - id: house\n    steps: []\n'), '3:12 A framework needs a step or more: see docs/frameworks.');
    assert.equal(said(frameworks('      - title: Greet\n')), '4:9 A step needs "id": see docs/frameworks.');
    assert.equal(said(frameworks('      - { id: greet, shwon: [] }\n')), '4:22 "shwon" is not a setting of a step. Did you mean "shown"?');
    assert.equal(said(frameworks('      - { id: greet, shown: [{ cue: greetin }] }\n')), '4:37 There is no cue "greetin". Did you mean "greeting"?');
    assert.equal(said(frameworks('      - { id: greet, shown: [{ cue: zzz }] }\n')), '4:37 There is no cue "zzz". They are listed in docs/frameworks.');
    assert.equal(said(frameworks('      - { id: greet, shown: [{ cue: thanks, match: hi }] }\n')), '4:30 This line has more than one of cue, match and variable: give each a line of its own.');
    assert.equal(said(frameworks('      - { id: greet, shown: [{ match: hi }] }\n      - { id: greet, shown: [{ match: ho }] }\n')), '5:15 The step "greet" is here twice.');
    assert.equal(said(`${frameworks('      - { id: greet, shown: [{ match: hi }] }\n')}  - id: house\n    steps:\n      - { id: hey, shown: [{ match: hey }] }\n`), '5:9 The framework "house" is here twice; put its steps together, or give one another id.');
    assert.equal(said(frameworks('      - { id: greet, shown: [{ match: hi }], counterfeit: [policy-sheild] }\n')), '4:60 There is no rule "policy-sheild". Did you mean "policy-shield"?');
    assert.equal(said(frameworks('      - { id: greet, shown: [{ match: hi }], needed: [{ shown: [thanks], without: conditionl }] }\n')), '4:83 There is no cue "conditionl". Did you mean "conditional"?');
  });
  for (const [what, text, expected] of cases) it(what, () => assert.equal(read(text), expected));

  it('broken YAML', () => assert.match(String(read('include: [a\nmin-level: info\n')), /^\d+:\d+ This is not valid YAML: [a-z].*\.$/m));
  it('a misspelt rule, where the rules are known', () => {
    assert.equal(read('levels:\n  policy-sheild: error\n', 'x.yaml', ['policy-shield', 'empathy-but']), '2:3 There is no rule "policy-sheild". Did you mean "policy-shield"?');
  });
});
