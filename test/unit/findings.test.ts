import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.ts';
import { resolveOverlaps } from '../../server/src/core/findings/resolve.ts';

const contender = (ruleId: string, level: 'error' | 'warning' | 'info' | 'hint', start: number, end: number, weight = 1) => ({ ruleId, level, start, end, weight });
const names = (list: Parameters<typeof resolveOverlaps>[0]): string[] => resolveOverlaps(list).map(({ finding, also }) => [finding.ruleId, ...also].join('+'));

describe('findings on the same words', () => {
  it('give way to the higher level', () => assert.deepEqual(names([contender('a', 'info', 0, 9), contender('b', 'warning', 4, 6)]), ['b+a']));
  it('give way to the more specific one at the same level', () => assert.deepEqual(names([contender('a', 'info', 0, 9, 2), contender('b', 'info', 4, 12, 4)]), ['b+a']));
  it('stand side by side where they only touch', () => assert.deepEqual(names([contender('a', 'info', 0, 4), contender('b', 'info', 4, 8)]), ['a', 'b']));
  it('leave a judgement the longest rest of its sentence', () => {
    const spans = resolveOverlaps([contender('whole', 'info', 0, 60, 0), contender('a', 'info', 0, 9), contender('b', 'warning', 26, 30)]).map(({ finding }) => `${finding.ruleId} ${finding.start}-${finding.end}`);
    assert.deepEqual(spans, ['a 0-9', 'b 26-30', 'whole 30-60']);
    assert.deepEqual(names([contender('whole', 'info', 0, 20, 0), contender('a', 'info', 3, 16)]), ['a+whole']);
  });
  it('name a rule once', () => assert.deepEqual(names([contender('a', 'info', 0, 4), contender('b', 'hint', 0, 2), contender('b', 'hint', 2, 4)]), ['a+b']));
});

describe('a gap in a reply', () => {
  const linter = createLinter({ 'min-level': 'hint' });
  const gaps = (replies: string[], kind = '') => {
    const text = JSON.stringify(replies.map((content, i) => ({ short_code: `r${i}`, content })));
    return linter.lint({ path: kind ? `${kind}.json` : 'canned_responses.json', text }).findings.filter((f) => f.ruleId === 'placeholder-leftover').map((f) => `${f.level} ${f.text}`);
  };
  it('is a warning where it stands alone', () => assert.deepEqual(gaps(['Hi [Name], your parcel is here.', 'All done, thanks for waiting.']), ['warning [Name]']));
  it('is the library’s own style from two replies on, and told once', () => assert.deepEqual(gaps(['Hi [Name], your parcel is here.', 'Hi [Name], it left on [date].']), ['hint [Name]']));
  it('is a style from two gaps on, even in one reply', () => assert.deepEqual(gaps(['Hi [Name], your parcel comes on [date].', 'All done, thanks for waiting.']), ['hint [Name]']));
  it('stays a warning where it is a bare marker', () => assert.deepEqual(gaps(['The date is TODO, we will see.', 'The price is TODO, we will see.']), ['warning TODO', 'warning TODO']));
});
