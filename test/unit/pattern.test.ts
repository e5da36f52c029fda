import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePatterns } from '../../server/src/core/pattern/compile.ts';
import { parsePattern, PatternError } from '../../server/src/core/pattern/parse.ts';
import { PatternSet } from '../../server/src/core/pattern/pattern-set.ts';
import { MovedMatch } from '../../server/src/core/pattern/run.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Words } from '../../server/src/core/prose/words.ts';

const forms: Record<string, string[]> = { fail: ['fails', 'failed', 'failing'], inconvenience: ['inconveniences', 'inconvenienced'] };
const lexicons = new Map([['team', ['billing', 'the (back office | warehouse)']]]);

/** Runs one pattern over a text and marks what it matches with «». */
function mark(pattern: string, text: string): string {
  const vocabulary = new Vocabulary();
  const tables = compilePatterns([{ text: pattern, anchored: true }], lexicons, (word) => forms[word] ?? [], vocabulary);
  const set = new PatternSet(tables, vocabulary);
  const words = new Words().read(text, vocabulary);
  let out = text;
  const found: [number, number][] = [];
  set.scan(words, (_, match, by) => found.push([words.start[match.first + by]!, words.end[match.last + by - 1]!]));
  for (const [start, end] of found.sort((a, b) => b[0] - a[0])) out = `${out.slice(0, start)}«${out.slice(start, end)}»${out.slice(end)}`;
  return out;
}

/** `marked` holds the text and what must be found in it. */
function check(pattern: string, marked: string): void {
  assert.equal(mark(pattern, marked.replace(/[«»]/g, '')), marked);
}

describe('a pattern', () => {
  it('finds its words in any case, across line breaks and curly quotes', () => {
    check('you failed to', '«You failed to» reply.');
    check('you failed to', 'So «YOU failed\nto» reply.');
    check("don't worry", 'Please «don’t worry» now.');
  });
  it('treats a contraction as its words', () => {
    check('can not', 'We «can\'t» and «cannot» and «can not».');
    check('you are', '«You’re» late.');
    check('it is', "«It's» fine, its colour too.");
  });
  it('does not stop between a verb and its "not"', () => {
    check('you can', "You can't, but «you can» try.");
  });
  it('knows alternatives, optional words and inflections', () => {
    check('you (failed | forgot | did not manage) to', "«You didn't manage to» pay, «you forgot to» sign.");
    check('sorry for any (possible)? inconvenience', 'So «sorry for any possible inconvenience», «sorry for any inconvenience».');
    check('fail~ to', 'It «fails to» load and «failed to» save; failure to act.');
  });
  it('bounds a gap and keeps it inside the sentence', () => {
    check('understand ..3 but', 'I «understand this, but» no. I understand. But no. I understand all of this well but no.');
    check('sorry ..1-2 but', 'Sorry but no. «Sorry about that but» no.');
  });
  it('reads lexicons, anchors, numbers and placeholders', () => {
    check('ask @team', '«Ask billing» or «ask the warehouse», not sales.');
    check('^ no $', '«No». Say no. No thanks.');
    check('within # days', 'Reply «within 14 days», not within some days.');
    check('hi <placeholder>', '«Hi \uFFFC», welcome.');
  });
  it('looks ahead without taking', () => {
    check('you claim !(your | the)', 'So «you claim» it broke. You claim your prize.');
  });
  it('wants a comma only where it says so', () => {
    check('sorry , but', 'I am «sorry, but» no. Sorry but no.');
    check('sorry but', 'I am «sorry, but» no.');
  });
  it('starts anywhere its gap allows', () => {
    check('(we | i) ..2 regret', 'And «we do truly regret» it.');
  });
  it('matches an anchor that stands behind optional words', () => {
    check('(very)? (deeply)? inconvenience~ caused', 'The «very deeply inconvenience caused» was.');
  });

  const wrong: [string, RegExp, number][] = [
    ['you (failed', /never closed/, 5], ['@nobody said', /no lexicon "nobody"/, 1], ['a ..40 b', /at most 30/, 3], ['{x} y', /capture is written/, 1], ['a )', /closes nothing/, 3], ['', /empty/, 1],
  ];
  for (const [pattern, message, column] of wrong) {
    it(`says what is wrong with "${pattern}"`, () => {
      assert.throws(() => parsePattern(pattern, lexicons), (error: unknown) => error instanceof PatternError && message.test(error.message) && error.column === column);
    });
  }

  it('refuses a pattern without a word to look for', () => {
    assert.throws(() => mark('..3 maybe?', 'x'), /nothing to look for/);
  });

  it('finds in one automaton what each pattern finds alone', () => {
    const word = fc.constantFrom('you', 'failed', 'to', 'pay', 'sorry', 'but', 'not', 'can');
    const pattern = fc.array(fc.oneof(word, word.map((w) => `(${w} | pay)`), fc.constant('..2')), { minLength: 1, maxLength: 4 }).map((parts) => ['sorry', ...parts, 'pay'].join(' '));
    fc.assert(fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), fc.array(word, { minLength: 1, maxLength: 24 }), (patterns, text) => {
      const run = (sources: string[]): string[] => {
        const vocabulary = new Vocabulary();
        const set = new PatternSet(compilePatterns(sources.map((s) => ({ text: s, anchored: true })), lexicons, () => [], vocabulary), vocabulary);
        const out = new Set<string>();
        set.scan(new Words().read(text.join(' '), vocabulary), (program, match, by) => out.add(`${sources[program]} ${match.first + by} ${match.last + by}`));
        return [...out].sort();
      };
      assert.deepEqual(run(patterns), [...new Set(patterns.flatMap((p) => run([p])))].sort());
    }), { numRuns: 300 });
  });

  it('stays linear on a pattern made to be slow', () => {
    const vocabulary = new Vocabulary();
    const set = new PatternSet(compilePatterns([{ text: `pay ${'(pay | pay pay)? ..30 '.repeat(2)} never`, anchored: true }], lexicons, () => [], vocabulary), vocabulary);
    set.scan(new Words().read('pay '.repeat(400), vocabulary), () => assert.fail('there is no "never"'));
    assert.ok(set.tries < 2000, `${set.tries} tries`);
  });
});

describe('a sentence that comes again', () => {
  const patterns = ['you (failed | forgot) ..2 to {what: ..1-3} $', '^ (please)? send ..3 (a | the) {what: photo | label | code}', '(never | not) ..2 forgot !(it | that)', '# days? ..1 to', 'team~, you are'];
  const word = fc.constantFrom('you', 'failed', 'forgot', 'to', 'send', 'please', 'the', 'a', 'photo', 'label', 'code', 'never', "don't", 'it', '3', 'days', 'team', ',', 'zebra', 'are');
  const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`);

  /** All that is found in a text, each match by its words, captures and named words. */
  function seen(set: PatternSet, words: Words): string[] {
    const found: string[] = [];
    set.scan(words, (program, match, by) => {
      const { first, last, captures, named } = new MovedMatch(match, by);
      found.push(JSON.stringify([program, first, last, captures, named]));
    });
    return found;
  }

  function patternSet(vocabulary: Vocabulary): PatternSet {
    return new PatternSet(compilePatterns(patterns.map((text) => ({ text, anchored: true })), lexicons, (each) => forms[each] ?? [], vocabulary), vocabulary);
  }

  it('shows what it showed before, at its new place', () => {
    const vocabulary = new Vocabulary();
    const set = patternSet(vocabulary);
    const find = (text: string): string[] => seen(set, new Words().read(text, vocabulary));
    assert.deepEqual(find('You failed to send it.'), ['[0,0,5,[3,5],[0,1,2]]']);
    assert.deepEqual(find('Hello there. You failed to send it.'), ['[0,2,7,[5,7],[2,3,4]]']);
  });
  it('shows what a set of patterns finds that has read nothing before', () => {
    const vocabulary = new Vocabulary();
    const experienced = patternSet(vocabulary);
    fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
      const words = new Words().read(sentences.join(' '), vocabulary);
      assert.deepEqual(seen(experienced, words), seen(patternSet(vocabulary), words));
    }), { numRuns: 300 });
  });
});
