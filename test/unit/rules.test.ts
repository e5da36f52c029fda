import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { applyEdits, createLinter, type Finding } from '../../server/src/core/index.ts';
import type { RuleSource } from '../../server/src/core/rules/rule.ts';

const read = <T>(folder: string): T[] => readdirSync(folder).filter((name) => name.endsWith('.yaml')).map((name) => parse(readFileSync(`${folder}/${name}`, 'utf8')) as T);

/** Everything that is found in a reply, hints included. */
const all = createLinter({ 'min-level': 'hint' });
const lint = (text: string, platform?: string, path = 'reply.reply.txt'): readonly Finding[] =>
  (platform === undefined ? all : createLinter({ 'min-level': 'hint', replies: [{ platform }] })).lint({ path, text, named: true }).findings;
const list = (findings: readonly Finding[]): string => findings.map((f) => `${f.ruleId} (${f.level}) on “${f.text}”`).join('; ');

/** Rules of the placeholder category do not count where a rewrite itself left the gap. */
const unfilled = (findings: readonly Finding[]): Finding[] => findings.filter((f) => f.ruleId !== 'placeholder-leftover');

for (const rule of read<RuleSource>('server/rules/en')) {
  // Its examples are tried where replies are written out: test/unit/render/rule.test.ts.
  if (rule.detector === 'empty-value') continue;
  describe(rule.id, () => {
    for (const { bad, good, rewrite = 0, platform } of rule.examples) {
      it(`rewrites “${bad.replace(/\s+/g, ' ')}”`, () => {
        const found = lint(bad, platform);
        const mine = found.find((f) => f.ruleId === rule.id);
        assert.ok(mine, `not found; found is: ${list(found) || 'nothing'}`);
        const fix = mine.fixes[rewrite];
        assert.ok(fix, `rewrite ${rewrite} is not offered; offered: ${mine.fixes.map((f) => f.title).join(', ') || 'nothing'}`);
        const now = applyEdits(bad, fix.edits);
        assert.equal(now, good);
        const left = rule.id === 'placeholder-leftover' ? lint(now, platform) : unfilled(lint(now, platform));
        assert.equal(list(left.filter((f) => f.level !== 'hint' || f.ruleId === rule.id)), '');
      });
    }
    for (const text of rule.marks ?? []) {
      it(`marks “${text}”`, () => assert.ok(lint(text).some((f) => f.ruleId === rule.id), `not found; found is: ${list(lint(text)) || 'nothing'}`));
    }
    for (const allowed of rule.allows) {
      const { text, platform } = typeof allowed === 'string' ? { text: allowed } : allowed;
      it(`is silent on “${text.replace(/\s+/g, ' ')}”`, () => {
        assert.equal(list(lint(text, platform).filter((f) => f.ruleId === rule.id || f.level !== 'hint')), '');
      });
    }
  });
}

describe('the words of the training material', () => {
  const silent = [
    'I understand this is frustrating',
    'I understand how frustrating this must be for you.',
    "I see why you're upset",
    "Here's what I can do for you.",
    "I understand this is really frustrating for you, Kevin. I'm sorry for the inconvenience. Let's find a solution that works for you.",
  ];
  for (const text of silent) it(`are not flagged: ${text}`, () => assert.equal(list(lint(text)), ''));

  it('turn a bare refusal into what can be done', () => {
    const text = "I can't do that.";
    const found = createLinter().lint({ path: 'x.reply.txt', text, named: true }).findings;
    assert.equal(found.length, 1);
    assert.equal(found[0]!.ruleId, 'negative-cannot');
    assert.equal(applyEdits(text, found[0]!.fixes[0]!.edits), "Here's what I can do for you: [option].");
  });

  it('keep what is refused', () => {
    const text = "We can't refund opened software.";
    for (const finding of lint(text)) for (const fix of finding.fixes) assert.match(applyEdits(text, fix.edits), /refund opened software/);
  });
});
