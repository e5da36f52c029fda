import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { meaningLost, type MeaningChange } from '../../server/src/core/fixes/meaning.ts';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Words } from '../../server/src/core/prose/words.ts';
import { RuleFinder } from '../../server/src/core/rules/finder.ts';
import type { RuleSource } from '../../server/src/core/rules/rule.ts';
import { tables } from '../../server/src/core/rules/shipped.ts';

/** `fault` stands between « » in the text before. */
function check(marked: string, after: string, expected: RegExp | null): void {
  const fault = [...marked.matchAll(/«([^»]*)»/g)].map((m) => m[1]).join(' ');
  const lost = meaningLost({ before: marked.replace(/[«»]/g, ''), after, fault });
  if (expected) assert.match(lost ?? 'nothing', expected);
  else assert.equal(lost, null);
}

describe('the meaning of a rewrite', () => {
  it('may lose the fault', () => {
    check('«You failed to» add the date.', 'Could you add the date.', null);
    check('«Per our policy», opened food stays.', 'Because [reason], opened food stays.', null);
  });
  it('keeps numbers, dates and names', () => {
    check('«You must» pay 50 EUR by Friday.', 'Could you pay by Friday.', /lose “50”/);
    check('«You must» pay 50 EUR by Friday.', 'Could you pay 50 EUR.', /lose “friday”/);
    check('«You must» ask Kevin.', 'Could you ask us.', /lose “Kevin”/);
    check('«You must» pay 50 EUR.', 'Could you pay 60 EUR.', /“50”/);
  });
  it('keeps conditions and what was decided', () => {
    check('«Unfortunately» it works if you reply.', 'It works.', /condition “if”/);
    check('«Unfortunately» your claim was rejected by the bank.', 'Your claim is with the bank.', /decision|not/);
  });
  it('keeps a refusal, unless the sentence says nothing else', () => {
    check("We «can't» refund opened software.", 'We can refund opened software.', /“not”|refusal/);
    check("I «can't» do that.", "Here's what I can do for you: [option].", null);
  });
  it('adds no promise, no admission and no blame', () => {
    check('«Sadly» the van is late.', 'The van is late and we will refund you.', /promise/);
    check('«Sadly» the van is late.', 'The van is late, which was our fault.', /admission/);
    check('«Sadly» the van is late.', 'The van is late because you forgot the form.', /blame/);
  });
  it('takes a promise that a person must fill', () => check('«We are looking into it».', "The next thing I'll do is [action].", null));
  it('does not ignore what the sentence is about', () => check('«We are looking into» the broken hinge of the blue door.', 'The next thing is here.', /about/));
});

/** Accepted rewrites: each rule's examples, with the words that the rule names. */
function accepted(): MeaningChange[] {
  const vocabulary = new Vocabulary(tables.words);
  const finder = new RuleFinder(tables, vocabulary);
  const prose = (text: string): string => inlineLayer('text').toProse(text.replace(/\[([^\][]*)\]/g, '⟦$1⟧')).text.replaceAll('⟦', '[').replaceAll('⟧', ']').replaceAll('\u2029', ' ');
  return readdirSync('server/rules/en').flatMap((name) => {
    const rule = parse(readFileSync(`server/rules/en/${name}`, 'utf8')) as RuleSource;
    if (rule.detector) return [];
    return rule.examples.flatMap(({ bad, good }) => {
      const words = new Words().read(prose(bad), vocabulary);
      const hits = finder.judge(finder.look(words), { kind: 'fragment', purpose: 'ordinary', channel: 'email', locale: 'en' }).filter((hit) => hit.rule.id === rule.id);
      if (hits.length === 0) return [];
      return [{ before: prose(bad), after: prose(good), fault: hits.flatMap((hit) => hit.named.map((word) => words.text.slice(words.start[word], words.end[word]))).join(' ') }];
    });
  });
}

/** The rest of a sentence, with everything in it that a customer could act on, and what may be done to it. */
const tails: { tail: string; planted: Record<string, string> }[] = [
  {
    tail: ' if you reply to Kevin by 4 May with order 4471 for \uFFFC, and it is not opened',
    planted: {
      'a number altered': ' if you reply to Kevin by 5 May with order 4471 for \uFFFC, and it is not opened',
      'another number altered': ' if you reply to Kevin by 4 May with order 4417 for \uFFFC, and it is not opened',
      'a number gone': ' if you reply to Kevin soon with order 4471 for \uFFFC, and it is not opened',
      'a "not" dropped': ' if you reply to Kevin by 4 May with order 4471 for \uFFFC, and it is opened',
      'a condition lost': ' as you reply to Kevin by 4 May with order 4471 for \uFFFC, and it is not opened',
      'a name changed': ' if you reply to Maria by 4 May with order 4471 for \uFFFC, and it is not opened',
      'a placeholder moved': ' if you reply to Kevin by 4 May with \uFFFC order 4471 for, and it is not opened',
      'a placeholder gone': ' if you reply to Kevin by 4 May with order 4471, and it is not opened',
      'a promise added': ' if you reply to Kevin by 4 May with order 4471 for \uFFFC, and it is not opened, and we will refund you',
      'an admission added': ' if you reply to Kevin by 4 May with order 4471 for \uFFFC, and it is not opened, which was our mistake',
      'blame added': ' if you reply to Kevin by 4 May with order 4471 for \uFFFC, and it is not opened, as you forgot to say',
    },
  },
];

describe('planted changes', () => {
  const rewrites = accepted();
  const end = (text: string, tail: string): string => text.replace(/([.!?]*)\s*$/, `${tail}$1`);
  const refusedOf = (changes: MeaningChange[]): number => changes.filter((change) => meaningLost(change) !== null).length;

  it('are refused, 99 of 100 and more', () => {
    const kinds = new Map<string, [number, number]>();
    for (const { tail, planted } of tails) {
      for (const [kind, text] of Object.entries(planted)) {
        const changes = rewrites.map(({ before, after, fault }) => ({ before: end(before, tail), after: end(after, text), fault }));
        kinds.set(kind, [refusedOf(changes), changes.length]);
      }
    }
    const total = [...kinds.values()].reduce(([a, b], [x, y]) => [a + x, b + y] as [number, number]);
    assert.ok(total[1] >= 2000, `${total[1]} changes`);
    assert.ok(total[0] >= total[1] * 0.99, `${total[0]} of ${total[1]} refused: ${[...kinds].map(([kind, [x, y]]) => `${kind} ${x}/${y}`).join(', ')}`);
  });

  it('are not seen where there are none: at most 2 of 100 accepted rewrites are refused', () => {
    const refused = rewrites.filter((change) => meaningLost(change) !== null);
    assert.ok(refused.length <= rewrites.length * 0.02, `${refused.length} of ${rewrites.length}: ${refused.map((c) => `${c.before} → ${c.after}: ${meaningLost(c)}`).join('; ')}`);
  });
});
