import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifierOf } from '../../server/src/core/classifier/shipped.ts';
import { Classifier } from '../../server/src/core/classifier/classifier.ts';
import { eachFeature, keyOfFeature, Tokens } from '../../server/src/core/classifier/features.ts';
import { type ClassifierSource, shipClassifier } from '../../server/src/core/classifier/source.ts';
import { createLinter } from '../../server/src/core/index.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Words } from '../../server/src/core/prose/words.ts';
import { tables } from '../../server/src/core/rules/shipped.ts';

const vocabulary = new Vocabulary(tables.words);
const read = (text: string): Words => new Words().read(text, vocabulary);

/** The keys of a text's first sentence. */
function keys(text: string): number[] {
  const found: number[] = [];
  eachFeature(read(text), 0, new Tokens(), (key) => { found.push(key); });
  return found.sort((a, b) => a - b);
}

function check(text: string, same: string): void { assert.deepEqual(keys(same), keys(text)); }

/** A classifier of a few features, whose weights are whole numbers. */
function classifier(features: Readonly<Record<string, readonly [weight: number, byCategory: readonly number[]]>>): Classifier {
  const source: ClassifierSource = {
    locale: 'en', learnedFrom: {}, perOne: 1, bias: -1, marksFrom: 2, looksFrom: 1, rightBelow: 0, categories: [['blame', 0], ['robotic', 0]],
    features: Object.entries(features).map(([name, [weight, byCategory]]) => [name, 10, weight, byCategory]),
  };
  return new Classifier(shipClassifier(source));
}

describe('the features of a sentence', () => {
  for (const name of ['form', 'not', 'did not', '^ you did', '. $', 'you … form', '{} {}', 'by Name', 'in 0', '*|unf', '*ted|', '#first', '#length-2', '#capitals-0']) {
    it(`“${name}” has a name that leads back to its key`, () => {
      const text = name === '. $' ? 'you did not form unfitted {{x}}' : "You didn't form unfitted \uFFFC \uFFFC by Friday in 3.";
      assert.ok(keys(text).includes(keyOfFeature(name === '. $' ? 'unfitted' : name)));
    });
  }
  it('do not know one name from another', () => check('Thanks, Sam, for the note.', 'Thanks, Ana Maria de la Cruz, for the note.'));
  it('do not know a person’s pronoun', () => check('Ask her, and she looks.', 'Ask him, and he looks.'));
  it('do not know an ocean', () => check('The centre organised a colour catalogue.', 'The center organized a color catalog.'));
  it('do not know the courtesies of a country', () => check('Please send it.', 'Kindly send it.'));
  it('do not know kinds of apostrophes', () => check("You didn't say.", 'You didn’t say.'));
  it('do not hear what is only mentioned', () => check('We wrote "calm down" to Sam.', 'We wrote "cheer up" to Sam.'));
  it('tell a question from a statement', () => assert.notDeepEqual(keys('Is it late?'), keys('Is it late.')));
  it('are bounded for a sentence of any length', () => assert.ok(keys('very '.repeat(5000)).length < 80 * 30));
});

describe('a score', () => {
  it('is the bias where nothing is known', () => assert.equal(classifier({}).score(read('The lamp is blue.'), 0), -1));
  it('adds what is known, and the more is known the less each counts', () => {
    const some = classifier({ lamp: [6, [0, 0]], blue: [2, [0, 0]] });
    assert.equal(some.score(read('The lamp is red.'), 0), 5);
    assert.equal(some.score(read('The lamp is blue.'), 0), -1 + 8 / Math.SQRT2);
  });
  it('says what a sentence is guilty of', () => {
    const some = classifier({ lamp: [6, [1, 5]], blue: [2, [9, 0]] });
    assert.equal(some.category(read('The lamp is red.'), 0), 'robotic');
    assert.equal(some.category(read('It is blue.'), 0), 'blame');
  });
  it('finds the loudest part of a long sentence', () => {
    const words = read('Thanks for the note, you broke the lamp, and it is red.');
    const [first, last] = classifier({ broke: [6, [0, 0]], red: [-6, [0, 0]] }).loudestPart(words, 0);
    assert.equal(words.text.slice(words.start[first], words.end[last - 1]), 'you broke the lamp');
  });
  it('is the same whatever was read before', () => {
    const shipped = classifierOf('en')!;
    fc.assert(fc.property(fc.array(fc.constantFrom('you', 'failed', 'lamp', 'not', 'our', 'policy', 'Sam', '3', 'thanks,'), { minLength: 1, maxLength: 30 }), (drawn) => {
      const words = read(`${drawn.join(' ')}.`);
      const before = shipped.score(words, 0);
      shipped.score(read('Your request has been denied, unfortunately, Ana Maria.'), 0);
      assert.equal(shipped.score(words, 0), before);
    }), { numRuns: 50 });
  });
});

describe('an undertone', () => {
  const text = 'We take all feedback seriously and use it to improve.';
  const lint = (levels: Readonly<Record<string, 'off' | 'warning'>>, body = text): string[] =>
    createLinter({ 'min-level': 'hint', levels }).lint({ path: 'a.reply.txt', text: body, named: true }).findings.map(({ ruleId, level }) => `${ruleId} ${level}`);

  it('is a finding like any other', () => assert.deepEqual(lint({}), ['robotic-undertone hint']));
  it('has the level that the config gives it', () => assert.deepEqual(lint({ 'robotic-undertone': 'warning' }), ['robotic-undertone warning']));
  it('can be switched off', () => assert.deepEqual(lint({ 'robotic-undertone': 'off' }), []));
  it('keeps quiet where a rule knows the sentence', () => assert.deepEqual(lint({}, 'We take your feedback very seriously.'), lint({ 'robotic-undertone': 'off' }, 'We take your feedback very seriously.')));
  it('keeps quiet where a rule that knows the sentence is off', () => assert.deepEqual(lint({ 'nonapology-any-inconvenience': 'off' }, 'We apologise for any inconvenience.'), []));
  it('lowers what a doubtful rule finds in a sentence that sounds right', () => {
    const calm = 'You can see the balance under Account and then Cards, as the terms say, IN FULL.';
    assert.deepEqual(lint({}, calm), ['shouting-caps hint']);
    const off = Object.fromEntries(tables.rules.filter(({ detector }) => detector === 'classifier').map(({ id }) => [id, 'off'] as const));
    assert.deepEqual(lint(off, calm), ['shouting-caps info']);
  });
});
