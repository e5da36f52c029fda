import assert from 'node:assert/strict';
import { createLinter, rules } from '../../server/src/core/index.ts';
import { snippets } from '../../server/src/core/snippets/shipped.ts';
import { techniques } from '../../scripts/pages/techniques.ts';

const linter = createLinter();

describe('techniques', () => {
  it('are twenty-four', () => { assert.equal(techniques.length, 24); });

  for (const { id, rules: named = [], steps = [], snippets: words = [], features = [], demo } of techniques) {
    it(`${id} is carried by things that are there`, () => {
      const allSteps = linter.frameworks().flatMap((framework) => framework.steps.map((step) => `${framework.id}/${step.id}`));
      for (const rule of named) assert.ok(rules.some((each) => each.id === rule), rule);
      for (const step of steps) assert.ok(allSteps.includes(step), step);
      for (const snippet of words) assert.ok(snippets().some((each) => each.id === snippet), snippet);
      assert.ok(named.length + steps.length + words.length + features.length > 0);
      assert.ok(demo || words.length + features.length > 0, 'is seen in a reply, or is no matter of one');
    });

    if (!demo) continue;
    it(`${id} shows in a reply`, () => {
      const file = { path: 'a.reply.md', text: `---\nkind: full\n---\n${demo.reply}\n`, named: true };
      if (demo.finds) assert.ok(linter.lint(file).findings.some(({ ruleId }) => ruleId === demo.finds), JSON.stringify(linter.lint(file).findings.map(({ ruleId }) => ruleId)));
      if (demo.meets) {
        const [framework, step] = demo.meets.split('/') as [string, string];
        assert.equal(linter.open(file).checklists(framework)[0]!.checklist!.steps.find((each) => each.id === step)!.state, 'met');
      }
      assert.ok(demo.finds ?? demo.meets);
    });
  }
});
