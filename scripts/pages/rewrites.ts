// The page that shows what the rewrites look like, from the pairs that were read: test/quality/rewrites/pairs.yaml.
import { type Pair, readPairs } from '../../test/quality/collect-rewrites.ts';
import type { Pages } from '../write-docs.ts';

const head = '<!-- Written by scripts/write-docs.ts from test/quality/rewrites/pairs.yaml; read the pairs anew and run it again. -->\n\n';
const shown = 150;
/** Where fewer can be sent as they are, or a single one is wrong, there is no page: the rewrites must get better first. */
const leastSend = 0.85;

const titles: Readonly<Record<string, string>> = { b2b: 'Business customers', 'review-answer': 'Answers to reviews', 'angry-delivery': 'Late and lost parcels', 'refund-denial': 'Refused refunds' };
const titleOf = (genre: string): string => titles[genre] ?? genre[0]!.toUpperCase() + genre.slice(1);

/** Takes one pair of each genre in turn, in the order of the file, whatever was said of it. */
export function sample(pairs: readonly Pair[]): Pair[] {
  const genres = [...new Set(pairs.map(({ genre }) => genre))].map((genre) => pairs.filter((pair) => pair.genre === genre));
  const taken: Pair[] = [];
  for (let i = 0; taken.length < Math.min(shown, pairs.length); i++) for (const list of genres) if (list[i] && taken.length < shown) taken.push(list[i]!);
  return taken;
}

/** A sentence as a cell of a table: its marks are shown, not obeyed. */
const cell = (text: string): string => text.replace(/[\\|<>*_`~]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The page, or null while the pairs are not good enough to be shown. */
export function rewritesText(pairs: readonly Pair[]): string | null {
  const chosen = sample(pairs);
  const count = (verdict: Pair['verdict']): number => chosen.filter((pair) => pair.verdict === verdict).length;
  if (chosen.length < shown || count('?') + count('wrong') > 0 || count('send') < leastSend * chosen.length) return null;
  const genres = [...new Set(chosen.map(({ genre }) => genre))].sort();
  return [
    '# What the rewrites look like',
    '',
    `Here are ${chosen.length} sentences of our own replies, taken in turn from ${genres.length} kinds of reply. Each stands beside what it becomes when the`,
    `first rewrite of everything found in it is taken. Each pair was read as the angry customer reads it, and as the person who`,
    `sends it: ${count('send')} can be sent as they are, and ${count('touch')} need a touch. What stands in [square brackets] is for a person to fill in`,
    'before sending, so that no fact is ever made up.',
    '',
    ...genres.flatMap((genre) => [
      `## ${titleOf(genre)}`,
      '',
      '| before | after | |',
      '| --- | --- | --- |',
      ...chosen.filter((pair) => pair.genre === genre).map(({ before, after, verdict }) => `| ${cell(before)} | ${after === '' ? '*(deleted)*' : cell(after)} | ${verdict === 'send' ? '' : 'needs a touch'} |`),
      '',
    ]),
  ].join('\n');
}

const text = rewritesText(readPairs());

export const rewritesPage: Pages = { folder: 'docs', shared: true, files: new Map(text === null ? [] : [['rewrites.md', `${head}${text}`]]) };
