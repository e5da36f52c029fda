/**
 * Learns what sentences sound like from labelled replies, and writes the weights: server/classifier/en.json.
 * npx tsx scripts/learn/train.ts [--write] [--features N] SET[:HALF] …
 * SET is a folder with responses.jsonl and labels.jsonl, HALF a or b. The examples of the rules and our own
 * words are always learned from; our own labelled replies never, for they test it. Without --write it prints how it does on groups that it did not learn from, each in its turn.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { ClassifierSource } from '../../server/src/core/classifier/source.ts';
import { keyOfFeature } from '../../server/src/core/classifier/features.ts';
import type { Category } from '../../server/src/core/model.ts';
import { tables } from '../../server/src/core/rules/shipped.ts';
import { fit, margin, type Model, type Row } from './logistic.ts';
import { fineWords, type LabelledSentence, names, realReplies, ruleExamples, sentencesOf } from './sentences.ts';

/** A feature is kept where so many groups have it: what one of them says is its own. */
const groupsAtLeast = 3;
/** So much a sentence of a rule's example counts beside one of a real reply, and one of our own words. */
const share: Readonly<Record<string, number>> = { rules: 0.6, words: 0.3 };
/** So many features say something of the category. */
const telling = 2000;
/** From which scores on a sentence is marked, and is worth a look; below which one sounds right. Chosen on replies that no rule was written for. */
const thresholds = { marksFrom: 1.9, looksFrom: 0.9, rightBelow: -0.5 };
/** A category needs so many sentences to be told, and a rule to say so. */
const sentencesAtLeast = 25;
/** How much the sentences count beside the wish for small weights. */
const trust = 3;
const folds = 8;
const told: ReadonlySet<Category> = new Set(tables.rules.filter(({ detector }) => detector === 'classifier').map(({ category }) => category));

export interface Learned {
  readonly features: readonly number[];
  readonly rarity: Rarity;
  readonly binary: Model;
  readonly categories: readonly { readonly category: Category; readonly model: Model }[];
}

const normal = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** A sentence that stands in ten replies of a kind counts once. */
export function weigh(sentences: readonly LabelledSentence[]): void {
  const count = new Map<string, number>();
  const of = ({ set, text }: LabelledSentence): string => `${set in share ? set : 'replies'} ${normal(text)}`;
  for (const sentence of sentences) count.set(of(sentence), (count.get(of(sentence)) ?? 0) + 1);
  for (const sentence of sentences) sentence.weight = 1 / count.get(of(sentence))!;
}

const isFault = (sentence: LabelledSentence): number => (sentence.categories.length > 0 ? 1 : 0);

/** What a feature counts: the rarer, the more. */
export type Rarity = ReadonlyMap<number, number>;

/** Sentences as rows over these features, each as long as the others. */
function rowsOf(sentences: readonly LabelledSentence[], features: readonly number[], rarity: Rarity): Row[] {
  const index = new Map(features.map((feature, i) => [feature, i]));
  return sentences.map((sentence) => {
    const known = sentence.features.filter((feature) => index.has(feature));
    const values = known.map((feature) => rarity.get(feature)!);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { features: Int32Array.from(known, (feature) => index.get(feature)!), values: Float64Array.from(values, (value) => value / length) };
  });
}

const strength = ({ weight, set, insist }: LabelledSentence): number => Math.sqrt(weight) * (share[set] ?? 1) * insist;

/** Both answers weigh the same as a whole. */
function balanced(base: readonly number[], positive: readonly number[]): number[] {
  const total = base.reduce((sum, b) => sum + b, 0);
  const part = base.reduce((sum, b, i) => sum + b * positive[i]!, 0) / total;
  return base.map((b, i) => b * (positive[i] ? 0.5 / part : 0.5 / (1 - part)));
}

/** Learns from these sentences. */
export function learn(sentences: readonly LabelledSentence[], most: number): Learned {
  const groups = new Map<number, Set<string>>();
  const count = new Map<number, number>();
  for (const { features, group } of sentences) {
    for (const feature of new Set(features)) {
      groups.set(feature, (groups.get(feature) ?? new Set()).add(group));
      count.set(feature, (count.get(feature) ?? 0) + 1);
    }
  }
  const rarity = new Map([...count].map(([feature, n]) => [feature, Math.log(sentences.length / n) + 1]));
  let features = [...groups].filter(([key, { size }]) => size >= groupsAtLeast && names.get(key)).map(([feature]) => feature);
  const positive = sentences.map(isFault);
  const weights = balanced(sentences.map(strength), positive);
  const run = (): Model => fit(rowsOf(sentences, features, rarity), positive, weights, features.length, trust);
  let binary = run();
  if (features.length > most) {
    features = features.map((feature, i) => [feature, Math.abs(binary.weights[i]!)] as const).sort((a, b) => b[1] - a[1]).slice(0, most).map(([feature]) => feature);
    binary = run();
  }
  const faults = sentences.filter(isFault);
  const rows = rowsOf(faults, features, rarity).map(firstOnly);
  const categories = [...told].sort().filter((category) => faults.filter((sentence) => sentence.categories.includes(category)).length >= sentencesAtLeast).map((category) => {
    const of = faults.map((sentence) => (sentence.categories.includes(category) ? 1 : 0));
    return { category, model: fit(rows, of, faults.map(strength), features.length, trust) };
  });
  return { features, rarity, binary, categories };
}

/** The features that say something of the category. */
function firstOnly({ features, values }: Row): Row {
  const kept = Array.from(features.keys()).filter((i) => features[i]! < telling);
  return { features: Int32Array.from(kept, (i) => features[i]!), values: Float64Array.from(kept, (i) => values[i]!) };
}

/** Learns until what we promise to leave alone is left alone: what rules allow, what they rewrite to, and our own words. */
function learnInsisting(sentences: readonly LabelledSentence[], most: number): Learned {
  const promised = sentences.filter((sentence) => (sentence.set === 'rules' || sentence.set === 'words') && !isFault(sentence));
  for (let round = 0; ; round++) {
    const learned = learn(sentences, most);
    const rows = rowsOf(promised, learned.features, learned.rarity);
    const broken = promised.filter((_, i) => margin(learned.binary, rows[i]!) >= thresholds.marksFrom - 0.1);
    console.log(`promises broken: ${broken.length} of ${promised.length}`);
    if (broken.length === 0 || round === 14) return learned;
    for (const sentence of broken) sentence.insist *= 2;
  }
}

/** What is thought of each sentence by what was learned from the groups of other folds: the margin, and the category. */
export function crossValidated(sentences: readonly LabelledSentence[], most: number): { readonly margin: number; readonly category: Category }[] {
  const groups = [...new Set(sentences.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, (i * 7919) % folds]));
  const out: { margin: number; category: Category }[] = new Array(sentences.length);
  for (let fold = 0; fold < folds; fold++) {
    const learned = learn(sentences.filter(({ group }) => foldOf.get(group) !== fold), most);
    const asked = sentences.map((_, i) => i).filter((i) => foldOf.get(sentences[i]!.group) === fold);
    rowsOf(asked.map((i) => sentences[i]!), learned.features, learned.rarity).forEach((row, n) => { out[asked[n]!] = { margin: margin(learned.binary, row), category: best(learned, row) }; });
  }
  return out;
}

function best({ categories }: Learned, row: Row): Category {
  const known = firstOnly(row);
  return categories.map(({ category, model }) => ({ category, margin: margin(model, known) })).sort((a, b) => b.margin - a.margin)[0]!.category;
}

/** Weights as whole numbers. */
export function sourceOf({ features, rarity, binary, categories }: Learned, learnedFrom: Readonly<Record<string, number>>, thresholds: Pick<ClassifierSource, 'marksFrom' | 'looksFrom' | 'rightBelow'>): ClassifierSource {
  // A feature's weight times what it counts: that is all which is needed of both, but for the length of the sentence.
  const counted = (model: Model): number[] => features.map((feature, i) => model.weights[i]! * rarity.get(feature)!);
  const all = [binary, ...categories.map(({ model }) => model)].map(counted);
  const top = Math.max(...all.flat().map(Math.abs).sort((a, b) => a - b).slice(0, -20));
  const perOne = Math.floor(12700 / top) / 100;
  const round = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight * perOne)));
  const digits = (n: number): number => Math.round(n * 1000) / 1000;
  return {
    locale: 'en', learnedFrom, perOne, ...thresholds, bias: digits(binary.bias), categories: categories.map(({ category, model }) => [category, digits(model.bias)]),
    features: features.map((feature, i) => {
      const name = names.get(feature)!;
      if (keyOfFeature(name) !== feature) throw new Error(`the feature "${name}" has another key`);
      const size = Math.round(rarity.get(feature)! * 10);
      return i < telling ? [name, size, round(all[0]![i]!), all.slice(1).map((weights) => round(weights[i]!))] : [name, size, round(all[0]![i]!)];
    }),
  };
}

/** How well margins part the faulty sentences from the others: average precision, and precision at some recalls. */
export function report(sentences: readonly LabelledSentence[], margins: readonly number[]): string {
  const order = margins.map((_, i) => i).sort((a, b) => margins[b]! - margins[a]!);
  const total = sentences.reduce((sum, sentence) => sum + isFault(sentence) * sentence.weight, 0);
  let [right, all, area, f1, from] = [0, 0, 0, 0, 0];
  const at = new Map<number, string>();
  for (const i of order) {
    const { weight } = sentences[i]!;
    all += weight;
    if (!isFault(sentences[i]!)) continue;
    right += weight;
    area += weight * (right / all);
    const [p, r] = [right / all, right / total];
    if ((2 * p * r) / (p + r) > f1) [f1, from] = [(2 * p * r) / (p + r), margins[i]!];
    for (const recall of [0.2, 0.3, 0.4, 0.5, 0.6]) if (r >= recall && !at.has(recall)) at.set(recall, `${p.toFixed(2)} (${margins[i]!.toFixed(2)})`);
  }
  return `AP ${(area / total).toFixed(3)}, best F1 ${f1.toFixed(3)} from ${from.toFixed(2)}; precision (margin) at recall ${[...at].map(([r, p]) => `${r}: ${p}`).join(', ')}`;
}

if (process.argv[1]?.endsWith('train.ts')) {
  const { values, positionals } = parseArgs({ options: { write: { type: 'boolean', default: false }, features: { type: 'string', default: '8000' } }, allowPositionals: true });
  const replies = positionals.flatMap(realReplies);
  const sentences = [...replies.flatMap(sentencesOf), ...ruleExamples().flatMap(sentencesOf), ...fineWords()];
  weigh(sentences);
  const most = Number(values.features);
  const real = sentences.map((_, i) => i).filter((i) => !(sentences[i]!.set in share));
  if (!values.write) {
    const thought = crossValidated(sentences, most);
    for (const set of ['', ...new Set(real.map((i) => sentences[i]!.set))]) {
      const some = real.filter((i) => set === '' || sentences[i]!.set === set);
      console.log(`${(set || 'all').padEnd(10)} ${report(some.map((i) => sentences[i]!), some.map((i) => thought[i]!.margin))}`);
    }
    const seen = real.filter((i) => isFault(sentences[i]!) && thought[i]!.margin > 0.5);
    console.log(`category right: ${seen.filter((i) => sentences[i]!.categories.includes(thought[i]!.category)).length} of ${seen.length}`);
  } else {
    const learned = learnInsisting(sentences, most);
    const learnedFrom = { replies: replies.length, repositories: new Set(replies.map(({ group }) => group)).size, sentences: real.length, faults: real.filter((i) => isFault(sentences[i]!)).length };
    const source = sourceOf(learned, learnedFrom, thresholds);
    const { features, ...head } = source;
    const lines = features.map((feature) => `    ${JSON.stringify(feature)}`).join(',\n');
    writeFileSync(path.join(import.meta.dirname, '../../server/classifier/en.json'), `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "features": [\n${lines}\n  ]\n}\n`);
    console.log(`${features.length} features written`);
  }
}
