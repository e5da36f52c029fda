import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseConfig } from '../../server/src/core/config/parse.ts';
import { createLinter, ruleLibrary, rules } from '../../server/src/core/index.ts';
import { renderFramework } from '../../server/src/core/frameworks/explain.ts';

/** The page that teaches how a team writes a framework of its own: its example is tried. */
describe('docs/frameworks', () => {
  const yaml = readFileSync('docs/frameworks/README.md', 'utf8').split('```yaml\n')[1]!.split('```')[0]!;
  const { config, problems } = parseConfig(yaml, '.replylint.yaml', rules.map(({ id }) => id), ruleLibrary);
  const steps = (reply: string, framework?: string) => createLinter(config!).open({ path: 'a.reply.md', text: `---\nkind: full\n---\n${reply}\n`, named: true }).checklists(framework)[0]!.checklist!.steps;

  it('has an example that is right', () => assert.deepEqual(problems, []));
  it('shows a framework of one’s own at work', () => {
    assert.deepEqual(steps('Dear {{name}}, your room is ready.\n\nRing us on 0, or just reply here.').map(({ id, state }) => [id, state]), [['by-name', 'met'], ['way-back', 'met']]);
    assert.deepEqual(steps('Your room is ready. Come in when you like.').map(({ state, why }) => [state, why]), [['missing', 'You could greet the guest by name.'], ['missing', 'You could say how to answer.']]);
  });
  it('shows a change to one that ships', () => {
    assert.equal(steps('I can’t find the booking. Your room is ready.', 'leaps').find(({ id }) => id === 'ask')!.why, 'You could ask for the room number.');
  });
  it('a framework that says little is still a page and an advice', () => {
    const linter = createLinter({ frameworks: [{ id: 'small', steps: [{ id: 'greet', shown: [{ match: 'dear' }] }] }] });
    assert.doesNotMatch(renderFramework(linter.frameworks().find(({ id }) => id === 'small')!), /\n\n\n/);
    assert.match(renderFramework(linter.frameworks().find(({ id }) => id === 'small')!), /Where it is missing, you could add “greet”\./);
  });
});
