import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.ts';
import type { Category, Finding } from '../../server/src/core/model.ts';
import { type LabelledReply, ownSet } from './own-set.ts';
import { best, kept, scoreOwn, type Scores } from './score-own.ts';
import { score } from './scoring.ts';

const slack = 0.005;

describe('our own labelled replies', () => {
  const replies = ownSet();

  it('have twelve genres, and at least 204 replies of which a third are clean', () => {
    assert.equal(new Set(replies.map(({ genre }) => genre)).size, 12);
    assert.ok(replies.length >= 204);
    assert.ok(replies.filter(({ labels }) => labels.length === 0).length >= replies.length / 3);
  });

  it('are read as one reply each', () => {
    const linter = createLinter();
    for (const { id, path, text } of replies) assert.equal(linter.lint({ path, text, named: true }).responses.length, 1, id);
  });

  it('are judged no worse than before', () => {
    const stored = best();
    assert.ok(stored, 'Nothing to compare with: run `npx tsx test/quality/score-own.ts --write` and commit test/quality/own-score.json.');
    const now = kept(scoreOwn());
    for (const name of ['infoF1', 'warningPrecision'] as const) {
      assert.ok(now[name] >= stored[name] - slack, `${name} fell to ${now[name].toFixed(4)} from ${stored[name]}. \`npx tsx test/quality/score-own.ts --show missed\` (or wrong, or near) lists the cases. A better score is kept by \`npx tsx test/quality/score-own.ts --write\`.`);
    }
  });
});

describe('the score', () => {
  // A reply whose labels stand in [brackets], near misses in (parentheses), findings in <angles>.
  const check = (marked: string, what: (scores: Scores) => unknown, expected: unknown): void => {
    const text = marked.replace(/[[\]()<>]/g, '');
    const spans = (open: string, close: string): { start: number; end: number }[] => {
      const result: { start: number; end: number }[] = [];
      let at = 0;
      for (const char of marked) {
        if (char === open) result.push({ start: at, end: at });
        else if (char === close) result.at(-1)!.end = at;
        if (!'[]()<>'.includes(char)) at++;
      }
      return result;
    };
    const category: Category = 'blame';
    const reply: LabelledReply = { id: 'r', genre: 'g', path: 'r.reply.txt', text, labels: spans('[', ']').map((s) => ({ ...s, category, severity: 2, whole: false })), ok: spans('(', ')').map((s) => ({ ...s, category })) };
    const findings = spans('<', '>').map((s): Finding => ({ ...s, ruleId: 'rule', category, level: 'info', message: '', line: 1, column: 1, endLine: 1, endColumn: 1, text: '', responseId: 'r', also: [], docs: '', fixes: [] }));
    assert.deepEqual(what(score([reply], () => findings)), expected);
  };

  it('takes a finding on a label as right, and one elsewhere as wrong', () => {
    check('You <[failed]> to <write>.', ({ info }) => info.precision, 0.5);
    check('You <[failed]> to [write].', ({ info }) => info.recall, 0.5);
  });
  it('counts only findings at the level or above', () => check('You <[failed]>.', ({ warning }) => warning.findings, 0));
  it('counts a second finding on one label neither way', () => check('You [<failed> to <write>].', ({ info }) => [...info.precisionByRule.values()], [{ n: 1, of: 1 }]));
  it('takes a net over the whole reply for no hit', () => check(`<[You] ${'word '.repeat(60)}>`, ({ info }) => info.recall, 0));
  it('gives the same words one vote', () => check('<same> and <same> and <[other]>', ({ info }) => info.precision, 0.5));
  it('counts near misses and clean replies', () => {
    check('You (<failed>).', ({ info }) => info.nearMissesTripped, { n: 1, of: 1 });
    check('You <failed>.', ({ info }) => info.cleanRepliesFlagged, { n: 1, of: 1 });
  });
});
