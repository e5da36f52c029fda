import assert from 'node:assert/strict';
import { scoreIncoming } from './incoming/score.ts';

describe('replies held against messages', () => {
  it('are seldom blamed for what they do', () => {
    const { unechoed, unanswered, warnings } = scoreIncoming();
    assert.ok(unechoed.precision >= 0.85, `unechoed ${unechoed.precision}`);
    assert.ok(unanswered.precision >= 0.85, `unanswered ${unanswered.precision}`);
    assert.ok(warnings.precision >= 0.85, `warnings ${warnings.precision}`);
  });
});
