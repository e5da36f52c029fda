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
