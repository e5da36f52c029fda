import assert from 'node:assert/strict';
import { compileRules } from '../../server/src/core/rules/compile.ts';
import { RuleFinder } from '../../server/src/core/rules/finder.ts';
import type { JudgeEntry, RuleSource } from '../../server/src/core/rules/rule.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Words } from '../../server/src/core/prose/words.ts';

const cues = [
  { id: 'no', about: 'a refusal', patterns: ['can not', 'unable'] },
  { id: 'kind', about: 'an acknowledgement', patterns: ['I understand', 'sorry'] },
];
const rule = (more: Partial<RuleSource>): RuleSource => ({ id: 'r', category: 'empathy', level: 'info', title: 'R', message: 'M.', why: 'w', sources: [], examples: [], allows: [], ...more });

/** The sentences that the rules mark, each in brackets. */
function mark(rules: RuleSource[], text: string, locale = 'en'): string {
  const tables = compileRules('en', rules, cues, [], () => []);
  const vocabulary = new Vocabulary(tables.words);
  const finder = new RuleFinder(tables, vocabulary);
  const words = new Words().read(text, vocabulary);
  let out = text;
  const hits = finder.judge(finder.look(words), { kind: 'full', purpose: 'ordinary', channel: 'email', locale }).filter((hit) => hit.weight === 0);
  for (const hit of [...hits].sort((a, b) => b.first - a.first)) {
    const [start, end] = [words.start[hit.first]!, words.end[hit.last - 1]!];
    out = `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`;
  }
  return out;
}

function check(judge: JudgeEntry, marked: string, others: RuleSource[] = [], locale = 'en'): void {
  assert.equal(mark([rule({ judge }), ...others], marked.replace(/[[\]]/g, ''), locale), marked);
}

describe('a judgement over the whole reply', () => {
  it('marks its evidence where nothing speaks against it', () => {
    check({ cue: 'no', unless: [{ cue: 'kind', anywhere: true }] }, 'Hi. [We can not do it]. Bye.');
    check({ cue: 'no', unless: [{ cue: 'kind', anywhere: true }] }, 'Hi. We can not do it. Sorry.');
  });
  it('looks at what came before', () => {
    check({ cue: 'no', unless: [{ cue: 'kind', before: true }] }, '[We can not do it]. I understand you.');
    check({ cue: 'no', unless: [{ cue: 'kind', before: true }] }, 'I understand you. We can not do it.');
  });
  it('counts', () => {
    check({ cue: 'kind', nth: 3 }, 'Sorry. So sorry. [Very sorry]. Sorry.');
    check({ cue: 'kind', nth: 3 }, 'Sorry. So sorry.');
  });
  it('knows questions, and rows of them', () => {
    check({ cue: 'question', row: 3 }, 'What? Fine. Which one? When was it? [Where was it]? Thanks.');
    check({ cue: 'question', row: 3 }, 'What? Fine. Which one? Good. When was it? Yes. Where was it?');
  });
  it('asks for the locale of the reply', () => {
    const unless = [{ locale: ['en-IN', 'en-NG'] }];
    check({ cue: 'no', unless }, '[We can not do it].');
    check({ cue: 'no', unless }, '[We can not do it].', [], 'en-GB');
    check({ cue: 'no', unless }, 'We can not do it.', [], 'en-IN');
    check({ cue: 'no', unless }, 'We can not do it.', [], 'en-ng-x-lagos');
    check({ cue: 'no', unless: [{ locale: ['en'] }] }, 'We can not do it.', [], 'en-IN');
  });
  it('is made once', () => check({ cue: 'no' }, '[We can not]. We can not.'));
  it('prefers evidence that nothing else marks', () => {
    const other = rule({ id: 'other', level: 'info', patterns: ['do it'] });
    check({ cue: 'no' }, 'We can not do it. [We are unable to wait].', [other]);
    check({ cue: 'no' }, '[We can not do it]. Bye.', [other]);
  });
  it('does not count a cue that another rule marks as wrong', () => {
    const erased = rule({ id: 'erased', level: 'warning', patterns: ['I understand ..4 but'] });
    check({ cue: 'no', unless: [{ cue: 'kind', anywhere: true }] }, 'I understand that, but no. [We can not do it].', [erased]);
  });
});

describe('a condition before a match', () => {
  it('reaches over its gap', () => {
    const tables = compileRules('en', [rule({ patterns: [{ match: 'closed', unless: [{ before: 'until ..6' }] }] })], cues, [], () => []);
    const vocabulary = new Vocabulary(tables.words);
    const finder = new RuleFinder(tables, vocabulary);
    const hits = (text: string): number => finder.judge(finder.look(new Words().read(text, vocabulary)), { kind: 'full', purpose: 'ordinary', channel: 'email', locale: 'en' }).length;
    assert.deepEqual([hits('Wait until the big old shop is closed.'), hits('The big old shop is closed.')], [0, 1]);
  });
});

