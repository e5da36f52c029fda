import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import nlp from 'compromise';
import { inflect } from '../../server/src/morphology/english.ts';

describe('the built morphology', () => {
  const built = createRequire(import.meta.url)('../../server/dist/morphology.cjs') as { inflect: typeof inflect };

  it('makes the same forms of a word as the library that the rules were built with', () => {
    const words = Object.keys((nlp as unknown as { model(): { one: { lexicon: object } } }).model().one.lexicon).filter((word) => /^[a-z-]+$/.test(word));
    assert.ok(words.length > 10_000, `only ${words.length} words`);
    for (const word of [...words, 'frobnicate', 'mix-up', 'overtake', 'reforgive']) assert.deepEqual(built.inflect(word), inflect(word), word);
  });
  it('knows a participle, and that a verb may have none', () => {
    assert.deepEqual(built.inflect('forgive').slice(0, 5), ['forgive', 'forgives', 'forgave', 'forgiven', 'forgiving']);
    assert.deepEqual(built.inflect('refund').slice(0, 5), ['refund', 'refunds', 'refunded', 'refunded', 'refunding']);
  });
});
