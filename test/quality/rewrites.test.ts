import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rewritesText, sample } from '../../scripts/pages/rewrites.ts';
import { offeredPairs, type Pair, readPairs, type Verdict } from './collect-rewrites.ts';

const pairs = (verdicts: readonly Verdict[]): Pair[] => Array.from({ length: 150 }, (_, i) => ({ genre: i % 2 === 0 ? 'b2b' : 'chat', rule: 'vague-time', before: `It comes soon, ${i} | times.`, after: `It comes by [date], ${i} | times.`, verdict: verdicts[i % verdicts.length]! }));

describe('the page of rewrites', () => {
  it('shows pairs that were read, and says how many need a touch', () => {
    const text = rewritesText(pairs(['send', 'send', 'send', 'send', 'send', 'send', 'send', 'send', 'send', 'touch']))!;
    assert.match(text, /135 can be sent as they are, and 15 need a touch/);
    assert.match(text, /^\| It comes soon, 9 &#124; times\. \| It comes by \[date\], 9 &#124; times\. \| needs a touch \|$/m);
  });
  it('is not written while pairs are unread, wrong or poor', () => {
    for (const bad of ['?', 'wrong', 'touch'] as const) assert.equal(rewritesText(pairs(['send', 'send', 'send', 'send', bad])), null);
  });

  // Where the page is there, it shows what the product offers today.
  if (existsSync('docs/rewrites.md')) {
    const offered = new Set(offeredPairs().map(({ before, after }) => `${before} → ${after}`));
    for (const { before, after } of sample(readPairs())) it(`still makes “${after}” of “${before}”`, () => assert.ok(offered.has(`${before} → ${after}`)));
  }
});
