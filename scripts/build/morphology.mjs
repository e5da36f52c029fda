// Of compromise, which reads whole texts, only what makes the forms of a word: a sixteenth of it.
import nlp from 'compromise';
import { createRequire } from 'node:module';
import path from 'node:path';

const preTagger = path.join(path.dirname(createRequire(import.meta.url).resolve('compromise')), '../../src/2-two/preTagger');

/** Its words by their kind are asked for one thing only: whether a participle that a verb might have is one. */
function participles({ one, two }) {
  const { ex, fwd, both } = two.models.toParticiple;
  const ends = [...Object.values(ex), ...Object.values(fwd), ...Object.values(both)];
  return Object.entries(one.lexicon).filter(([word, kind]) => (kind === 'Participle' || kind === 'Adjective') && ends.some((end) => word.endsWith(end)));
}

/** In place of the package, one of the same shape with that alone. */
export const formsAlone = {
  name: 'forms-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^compromise$/ }, () => ({ path: 'compromise', namespace: 'forms-alone' }));
    onLoad({ filter: /./, namespace: 'forms-alone' }, () => ({
      contents: [
        "import models from './model/models/index.js';",
        "import irregularPlurals from './model/irregulars/plurals.js';",
        "import conjugate from './methods/transform/verbs/conjugate/index.js';",
        "import toPlural from './methods/transform/nouns/toPlural/index.js';",
        `const model = { one: { lexicon: ${JSON.stringify(Object.fromEntries(participles(nlp.model())))} }, two: { models, irregularPlurals, uncountable: ${JSON.stringify(nlp.model().two.uncountable)} } };`,
        'const methods = { two: { transform: { verb: { conjugate }, noun: { toPlural } } } };',
        'export default { model: () => model, methods: () => methods };',
      ].join('\n'),
      resolveDir: preTagger,
    }));
  },
};
