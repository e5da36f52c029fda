import { readFileSync } from 'node:fs';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextPassive from 'retext-passive';
import retextProfanities from 'retext-profanities';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';

export function prepare(file) {
  const text = readFileSync(file, 'utf8');
  const processor = unified().use(retextEnglish).use(retextEquality).use(retextPassive).use(retextProfanities).use(retextReadability).use(retextRepeatedWords).use(retextSimplify).use(retextStringify).freeze();
  return async () => ({ found: (await processor.process(text)).messages.length });
}
