import assert from 'node:assert/strict';
import { evidenceLabel, stateNames, stepLabel, warningLabel } from '../../client/src/checklist-labels.ts';

describe('the checklist view, as a screen reader says it', () => {
  it('names each state in words of its own', () => assert.equal(new Set(Object.values(stateNames)).size, 4));
  it('says a step with its state and the reason', () =>
    assert.equal(stepLabel({ title: 'Ask', state: 'missing', why: 'You could ask for the one fact that is missing.' }), 'Ask: could be added. You could ask for the one fact that is missing.'));
  it('says what evidence is evidence of, and what a warning is', () => {
    assert.equal(evidenceLabel('Listen', 'Thanks for reporting'), 'Listen, in these words: “Thanks for reporting”');
    assert.equal(warningLabel('Repeat contact', 'I have written twice'), 'Warning sign in the customer’s message: Repeat contact, “I have written twice”');
  });
});
