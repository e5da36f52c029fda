import { unitsOf, writeSections } from '../pattern/sections.ts';
import { type ClassifierHead, zero } from './classifier.ts';
import { keyOfFeature } from './features.ts';

/** Weights as the training writes them: `server/classifier/<locale>.json`. */
export interface ClassifierSource extends Omit<ClassifierHead, 'telling'> {
  /** What it was learned from. */
  readonly learnedFrom: Readonly<Record<string, number>>;
  /** The most telling first: the name of a feature, how rare it is (in tenths), its weight, and for the first of them what it says of each category. */
  readonly features: readonly (readonly [name: string, rarity: number, weight: number, byCategory?: readonly number[]])[];
}

/** The bytes that the build writes. */
export function shipClassifier({ locale, perOne, bias, marksFrom, looksFrom, rightBelow, categories, features }: ClassifierSource): Uint8Array {
  const telling = features.filter(([, , , byCategory]) => byCategory).length;
  const head: ClassifierHead = { locale, perOne, bias, marksFrom, looksFrom, rightBelow, categories, telling };
  return writeSections({
    head: unitsOf(JSON.stringify(head)),
    keys: Int32Array.from(features, ([name]) => keyOfFeature(name)),
    rarity: Uint8Array.from(features, ([, rarity]) => rarity),
    weights: Uint8Array.from(features, ([, , weight]) => weight + zero),
    byCategory: Uint8Array.from(features.flatMap(([, , , byCategory]) => byCategory ?? []), (weight) => weight + zero),
  });
}

