/**
 * Contractions as the words they stand for, so that one pattern meets both. Parts are [word, characters of the surface
 * that it covers]; the last part takes the rest.
 */
const whole: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  cannot: [['can', 3], ['not', 3]],
  "can't": [['can', 2], ['not', 3]],
  "won't": [['will', 2], ['not', 3]],
  "shan't": [['shall', 3], ['not', 3]],
  "let's": [['let', 3], ['us', 2]],
  "i'm": [['i', 1], ['am', 2]],
  // Typed without the apostrophe, as agents in a hurry do.
  dont: [['do', 2], ['not', 2]],
  cant: [['can', 2], ['not', 2]],
  didnt: [['did', 3], ['not', 2]],
  doesnt: [['does', 4], ['not', 2]],
  isnt: [['is', 2], ['not', 2]],
  couldnt: [['could', 5], ['not', 2]],
  youre: [['you', 3], ['are', 2]],
};

const endings: readonly (readonly [string, string])[] = [["n't", 'not'], ["'ll", 'will'], ["'re", 'are'], ["'ve", 'have'], ["'d", 'would']];

/** After these, `'s` is "is" (or "has", which patterns write as "is" too); after any other word it is a possessive. */
const isBefore = new Set(['it', 'that', 'there', 'here', 'what', 'who', 'how', 'where', 'when', 'why', 'he', 'she', 'this', 'everything', 'something', 'nothing']);

/** The parts of a folded word that is a contraction, else null. */
export function contraction(word: string): readonly (readonly [string, number])[] | null {
  if (Object.hasOwn(whole, word)) return whole[word]!;
  for (const [ending, stands] of endings) {
    if (word.length > ending.length && word.endsWith(ending)) return [[word.slice(0, -ending.length), word.length - ending.length], [stands, ending.length]];
  }
  if (word.endsWith("'s") && isBefore.has(word.slice(0, -2))) return [[word.slice(0, -2), word.length - 2], ['is', 2]];
  return null;
}

/** Words without an apostrophe that are contractions all the same. */
export const bareContractions: readonly string[] = Object.keys(whole).filter((word) => !word.includes("'"));
