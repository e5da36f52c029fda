/** Labelled replies as sentences to learn from: the features of each, what raters said of it, and who wrote it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { eachFeature, gap, keyOfFeature, keyOfToken, marks, shapeNames, Tokens } from '../../server/src/core/classifier/features.ts';
import { createLinter } from '../../server/src/core/index.ts';
import type { Category, Range } from '../../server/src/core/model.ts';
import { inItem } from '../../server/src/core/replies/check.ts';
import { readField } from '../../server/src/core/replies/read-reply.ts';
import type { Words } from '../../server/src/core/prose/words.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { exampleText } from '../../server/src/core/snippets/snippet.ts';
import { snippets } from '../../server/src/core/snippets/shipped.ts';
import type { RuleSource } from '../../server/src/core/rules/rule.ts';
import { tables } from '../../server/src/core/rules/shipped.ts';

/** A sentence of a labelled reply. */
export interface LabelledSentence {
  readonly text: string;
  /** Who wrote it: a repository, a rule file, a page of ours. What one group alone says is not learned. */
  readonly group: string;
  /** The set that it comes from. */
  readonly set: string;
  readonly features: readonly number[];
  /** What raters said of it; empty where it is fine. */
  readonly categories: readonly Category[];
  /** How much it counts: a sentence that stands in ten replies counts once. */
  weight: number;
  /** How often it counts on top: what we promise to leave alone counts until it is left alone. */
  insist: number;
}

/** The names of features, as they stand in the weights. */
export const names = new Map<number, string>();

interface Labelled { readonly id: string; readonly path: string; readonly text: string; readonly group: string; readonly set: string; readonly labels: readonly (Range & { readonly category: Category | null })[] }

/** The categories of the labelled sets of real replies, as ours. Null: of a reply as a whole. */
const ours: Readonly<Record<string, Category | null>> = {
  'negative-language': 'negative', 'empty-empathy-or-eraser': 'empathy', 'threat-or-ultimatum': 'threat', 'closed-or-why-question': 'question',
  'profanity-or-insult': 'profanity', 'dead-end': null, 'missing-empathy': null,
};

const categoryOf = (category: string): Category | null => (category in ours ? ours[category]! : (category as Category));

const half = (repository: string): string => (createHash('sha1').update(repository).digest()[0]! & 1 ? 'b' : 'a');

/** The replies of a folder with responses.jsonl and labels.jsonl; `:a` or `:b` behind it takes half of the repositories. */
export function realReplies(folder: string): Labelled[] {
  const [dir, only] = folder.split(':') as [string, string?];
  const rows = <T>(name: string): T[] => readFileSync(path.join(dir, name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as T);
  const labels = rows<{ id: string; start: number; end: number; category: string }>('labels.jsonl');
  return rows<{ id: string; repo: string; text: string }>('responses.jsonl').filter(({ repo }) => !only || half(repo) === only).map(({ id, repo, text }) => {
    const utf16 = (at: number): number => [...text].slice(0, at).join('').length;
    return {
      id, path: `${id}.reply.txt`, text, group: repo, set: path.basename(dir) + (only ?? ''),
      labels: labels.filter((label) => label.id === id).map(({ start, end, category }) => ({ start: utf16(start), end: utf16(end), category: categoryOf(category) })),
    };
  });
}

/** What patterns find by themselves. */
const linter = createLinter({ 'min-level': 'hint', levels: Object.fromEntries(tables.rules.filter(({ detector }) => detector === 'classifier').map(({ id }) => [id, 'off'])) });
const vocabulary = new Vocabulary(tables.words);
const tokens = new Tokens();
const signs = Array.from(marks);
/** What stands for a contraction, or for any third person. */
const parts = ['not', 'will', 'are', 'have', 'would', 'is', 'us', 'am', 'do', 'can', 'shall', 'they', 'them', 'their', 'theirs', 'themselves'];
const shapeOf = new Map(shapeNames.map((name) => [keyOfFeature(name), name]));

/** A reply's sentences. */
export function sentencesOf({ path: file, text, group, set, labels }: Labelled): LabelledSentence[] {
  const out: LabelledSentence[] = [];
  const { replies } = linter.replies({ path: file, text, named: true });
  for (const { start: from, reply, platform } of replies) {
    for (const field of reply.fields) {
      if (field.audience !== 'customer' || field.role === 'twin') continue;
      const read = readField(field, vocabulary, platform);
      read.words.sentences.forEach(({ start, end }, index) => {
        const at = inItem(read, { start, end });
        const range = { start: at.start + from, end: at.end + from };
        const touches = (other: Range): boolean => other.start < range.end && range.start < other.end;
        const features: number[] = [];
        eachFeature(read.words, index, tokens, (key, first, last) => {
          features.push(key);
          if (!names.has(key)) names.set(key, nameOf(key, first, last, read.words));
        });
        out.push({
          text: read.prose.text.slice(start, end), group, set, features, weight: 1, insist: 1,
          categories: labels.filter((label) => label.category !== null && touches(label)).map((label) => label.category!),
        });
      });
    }
  }
  return out;
}

/** A feature's name as `keyOfFeature` reads it. */
function nameOf(key: number, first: number, last: number, { text, start, end }: Words): string {
  if (first < 0) return shapeOf.get(key)!;
  const token = (i: number): string => {
    const w = tokens.word[i]!;
    const candidates = w < 0 ? signs : [text.slice(start[w], end[w]).toLowerCase().replaceAll('’', "'"), ...signs, ...parts];
    return candidates.find((candidate) => keyOfToken(candidate) === tokens.key[i]) ?? '';
  };
  const between = Array.from({ length: last - first + 1 }, (_, i) => token(first + i));
  const plain = between.join(' ');
  if (between.includes('')) return '';
  if (keyOfFeature(plain) === key) return plain;
  const word = `|${between[0]!}|`;
  for (const length of [3, 4, 5]) {
    for (let from = 0; from + length <= word.length; from++) if (keyOfFeature(`*${word.slice(from, from + length)}`) === key) return `*${word.slice(from, from + length)}`;
  }
  const wide = `${between[0]!} ${gap} ${between.at(-1)!}`;
  return keyOfFeature(wide) === key ? wide : '';
}

/** The examples of our own rules: what each finds, what it makes of it, and what it leaves alone. */
export function ruleExamples(): Labelled[] {
  const folder = path.join(import.meta.dirname, '../../server/rules/en');
  return readdirSync(folder).flatMap((name) => {
    const rule = parse(readFileSync(path.join(folder, name), 'utf8')) as RuleSource;
    const reply = (text: string, n: number, isFault: boolean): Labelled => {
      const file = 'example.reply.txt';
      const marked = isFault ? linter.lint({ path: file, text, named: true }).findings.filter(({ ruleId }) => ruleId === rule.id) : [];
      return { id: `${rule.id} ${n}`, path: file, text, group: `rule ${rule.id}`, set: 'rules', labels: marked.map(({ start, end }) => ({ start, end, category: rule.category })) };
    };
    const isTone = rule.level !== 'hint' && rule.patterns !== undefined;
    return [
      ...rule.examples.flatMap(({ bad, good }, n) => [...(isTone ? [reply(bad, n, true)] : []), reply(good, 1000 + n, false)]),
      ...rule.allows.map((allowed, n) => reply(typeof allowed === 'string' ? allowed : allowed.text, 2000 + n, false)),
    ];
  });
}

/** Pairs of sentences that differ in the English of a country. */
interface Pairs { readonly expect: string; readonly pairs: readonly string[] }

/** What we say to the people who use this, and sentences that sound the same to everybody: all of it is fine. */
export function fineWords(): LabelledSentence[] {
  const root = path.join(import.meta.dirname, '../..');
  const yaml = <T>(folder: string): T[] => readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml')).map((name) => parse(readFileSync(path.join(root, folder, name), 'utf8')) as T);
  const prose = (name: string): string => readFileSync(path.join(root, name), 'utf8').replace(/^```[\s\S]*?^```$/gm, '').replace(/^\|.*\|$/gm, '').replace(/`[^`\n]+`/g, 'this');
  const texts = [
    ...yaml<RuleSource>('server/rules/en').flatMap(({ title, message, why }) => [title, message, why]),
    ...['cues', 'lexicons'].flatMap((folder) => yaml<{ about: string }>(`server/${folder}/en`)).map(({ about }) => about),
    ...['README.md', 'ARCHITECTURE.md', 'docs/patterns.md'].map(prose),
    ...snippets().map(exampleText),
    ...readdirSync(path.join(root, 'test/quality/pairs')).map((name) => parse(readFileSync(path.join(root, 'test/quality/pairs', name), 'utf8')) as Pairs)
      .filter(({ expect }) => expect === 'no more').flatMap(({ pairs }) => pairs.flatMap((pair) => ['$1', '$2'].map((side) => pair.replace(/«([^«»|]*)\|([^«»|]*)»/gu, side)))),
  ];
  return texts.flatMap((text, n) => sentencesOf({ id: `words ${n}`, path: 'words.reply.md', text, group: `words ${n}`, set: 'words', labels: [] }));
}
