import assert from 'node:assert/strict';
import { subjectBefore } from '../../server/src/core/fixes/subject.ts';
import { type Config, createLinter, applyEdits } from '../../server/src/core/index.ts';
import { inflect } from '../../server/src/morphology/english.ts';

/** What a house rule of one pattern and one rewrite makes of a sentence. */
function check(pattern: string, rewrite: string, text: string, expected: string): void {
  const config: Config = { rules: [{ id: 'house-x', level: 'error', message: 'X.', patterns: [pattern], rewrites: [rewrite] }] };
  const finding = createLinter(config, { inflect }).lint({ path: 'x.reply.txt', text, named: true }).findings.find((f) => f.ruleId === 'house-x');
  const fix = finding?.fixes[0];
  assert.equal(fix ? applyEdits(text, fix.edits) : 'no rewrite', expected);
}

describe('a verb in a rewrite', () => {
  it('takes the form of the verb it replaces', () => {
    check('reimburse~', 'refund~', 'You will be reimbursed on Monday.', 'You will be refunded on Monday.');
    check('reimburse~', 'refund~', 'Reimbursing you takes a week.', 'Refunding you takes a week.');
    check('reimburse~', 'give~ back', 'The shop reimburses it.', 'The shop gives back it.');
    check('donate~', 'give~', 'It has been donated.', 'It has been given.');
    check('donate~', 'give~', 'They donated it.', 'They gave it.');
  });
  it('agrees with its subject, in person, number and tense', () => {
    check('(is | are | was | were) beyond our control', 'depend~ on [what]', 'High call volumes are beyond our control.', 'High call volumes depend on [what].');
    check('(is | are | was | were) beyond our control', 'depend~ on [what]', 'The traffic was beyond our control.', 'The traffic depended on [what].');
    check('beyond our control', 'be~ with [who]', 'The number of calls beyond our control.', 'The number of calls is with [who].');
  });
  it('can put a capture into another form', () => {
    check('you (failed | forgot) to {what: ..1-4} $', 'we are still {what:ing}', 'You failed to send the form.', 'We are still sending the form.');
    check('you (failed | forgot) to {what: ..1-4} $', '{what:ing} helps', 'You failed to frobnicate it.', 'no rewrite');
  });
});

describe('the subject before a verb', () => {
  const cases: [string, string][] = [['I', 'I'], ['We', 'they'], ['High call volumes', 'they'], ['The number of calls', 'it'], ['The bus', 'it'], ['Your bank and the courier', 'they'], ['If you write, the team', 'it'], ['This', 'it'], ['These', 'they']];
  for (const [before, subject] of cases) it(`of “${before} …” is ${subject}`, () => assert.equal(subjectBefore(before), subject));
});

describe('a rewrite of the whole sentence', () => {
  /** The first rewrite of a house rule that replaces sentences with these words. */
  const whole = (words: string, rewrite: string, text: string, expected: string): void => {
    const config: Config = { rules: [{ id: 'house-x', level: 'error', message: 'X.', patterns: [{ match: words, replace: 'sentence', rewrites: [rewrite] }] }] };
    const fix = createLinter(config, { inflect }).lint({ path: 'x.reply.md', text, named: true }).findings.find((f) => f.ruleId === 'house-x')?.fixes[0];
    assert.equal(fix ? applyEdits(text, fix.edits) : 'no rewrite', expected);
  };
  it('leaves the other clauses', () => {
    whole('no exceptions', 'The reason is [reason].', 'The date on the card is fixed, no exceptions.', 'The date on the card is fixed. The reason is [reason].');
    whole('can not compare', 'What we know is [facts].', "You can't compare that, and we use oak for every door.", 'What we know is [facts]. We use oak for every door.');
    whole('understand that', 'Is it clear?', 'Can you say that you understand that and you will follow the long plan?', 'no rewrite');
  });
  it('leaves the greeting and the name', () => {
    whole('never complained', 'Thanks for telling us.', 'Hi {{name}}, nobody ever complained before.', 'no rewrite');
    whole('ever complained', 'Thanks for telling us.', 'Hi {{name}}, people ever complained.', 'Hi {{name}}, thanks for telling us.');
    whole('is closed', 'We know [effect]. {sentence}', 'Hi {{name}}, the hall is closed.', 'Hi {{name}}, we know [effect]. The hall is closed.');
  });
  it('stays out of brackets and away from headings', () => {
    whole('is closed', '{sentence}. Try [place].', 'The hall (and the attic) is closed (for now).', 'The hall (and the attic) is closed (for now). Try [place].');
    whole('is closed', 'We know [effect]. {sentence}', '# The hall is closed\n\nIt rained.', 'no rewrite');
  });
});
