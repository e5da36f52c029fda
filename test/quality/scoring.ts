/** Judges findings by labels: what share of the findings a coach would have asked for, and what share of those was found. */
import type { Category, Finding, Level, Range } from '../../server/src/core/model.ts';
import type { Label, LabelledReply } from './own-set.ts';

export const scoredLevels = ['warning', 'info', 'hint'] as const;
export type ScoredLevel = (typeof scoredLevels)[number];

/** How many of how many. */
export interface Share {
  readonly n: number;
  readonly of: number;
}

/** The score of all findings at a level and above. Shares of nothing are null. */
export interface Score {
  readonly findings: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly recallClear: number | null;
  readonly recallSerious: number | null;
  readonly f1: number;
  /** Of the right findings, those whose category is the label's too. */
  readonly categoryRight: Share;
  readonly nearMissesTripped: Share;
  readonly cleanRepliesFlagged: Share;
  readonly recallByCategory: ReadonlyMap<string, Share>;
  readonly recallByGenre: ReadonlyMap<string, Share>;
  readonly precisionByRule: ReadonlyMap<string, Share>;
  readonly missed: readonly Miss[];
  readonly wrong: readonly Miss[];
  readonly tripped: readonly Miss[];
}
export type Scores = Readonly<Record<ScoredLevel, Score>>;

/** One case to look at. */
export interface Miss {
  readonly id: string;
  readonly what: string;
  readonly text: string;
}

/** No labels are given in these, so findings in them are neither right nor wrong. */
const notJudged: ReadonlySet<Category> = new Set<Category>(['placeholder', 'readability', 'ownership', 'concreteness', 'closing', 'structure', 'hygiene']);
/** Categories that two careful readers swap for each other, beside the label's own. */
const alike: Partial<Record<Category, readonly Category[]>> = { dismissive: ['blame', 'minimising', 'choice'], negative: ['choice'], choice: ['dismissive'] };
const rank: Record<Level, number> = { error: 0, warning: 1, info: 2, hint: 3 };

interface Found extends Finding {
  readonly reply: LabelledReply;
}
interface Gold extends Label {
  readonly reply: LabelledReply;
}

/** Scores what `lint` says of each reply. */
export function score(replies: readonly LabelledReply[], lint: (reply: LabelledReply) => readonly Finding[]): Scores {
  const found = replies.flatMap((reply) => lint(reply).map((finding): Found => ({ ...pick(finding), reply })));
  const at = (level: ScoredLevel): Score => scoreOf(replies, found.filter((f) => rank[f.level] <= rank[level] && !notJudged.has(f.category)));
  return { warning: at('warning'), info: at('info'), hint: at('hint') };
}

/** Without `fixes`, which would be computed if it were copied. */
function pick({ ruleId, category, level, message, start, end, line, column, endLine, endColumn, text, responseId, also, docs }: Finding): Finding {
  return { ruleId, category, level, message, start, end, line, column, endLine, endColumn, text, responseId, also, docs, fixes: [] };
}

function scoreOf(replies: readonly LabelledReply[], findings: readonly Found[]): Score {
  // Labels of a few words come first, so that a finding pays for the words it marks before it pays for the whole reply.
  const gold = replies.flatMap((reply) => reply.labels.map((label): Gold => ({ ...label, reply }))).sort((a, b) => Number(a.whole) - Number(b.whole));
  const hits = (f: Found): Gold[] => gold.filter((g) => g.reply === f.reply && hit(f, g));
  const taken = new Set<Gold>();
  const right: Found[] = [];
  const wrong: Found[] = [];
  for (const f of findings) {
    const labels = hits(f);
    const free = labels.find((g) => !taken.has(g));
    if (free) {
      taken.add(free);
      right.push(f);
    } else if (labels.length === 0) wrong.push(f); // a second finding on a label counts neither way
  }
  const counted = [...right, ...wrong];
  const isFound = (g: Gold): boolean => findings.some((f) => f.reply === g.reply && hit(f, g));
  const vote = votes(counted);
  const goldVote = votes(gold);
  const recallOf = (labels: readonly Gold[]): number | null => ratio(sum(labels.filter(isFound), goldVote), sum(labels, goldVote));
  const precision = ratio(sum(right, vote), sum(counted, vote));
  const recall = recallOf(gold);
  const near = replies.flatMap((reply) => reply.ok.map((miss) => ({ ...miss, reply })));
  const tripped = near.filter((n) => findings.some((f) => f.reply === n.reply && touches(f, n) && sameJudgement(n.category, f.category)));
  const clean = replies.filter((reply) => reply.labels.length === 0);
  return {
    findings: findings.length,
    precision,
    recall,
    recallClear: recallOf(gold.filter((g) => g.severity >= 2)),
    recallSerious: recallOf(gold.filter((g) => g.severity >= 3)),
    f1: precision && recall ? (2 * precision * recall) / (precision + recall) : 0,
    categoryRight: { n: right.filter((f) => hits(f).some((g) => sameJudgement(g.category, f.category))).length, of: right.length },
    nearMissesTripped: { n: tripped.length, of: near.length },
    cleanRepliesFlagged: { n: clean.filter((reply) => findings.some((f) => f.reply === reply)).length, of: clean.length },
    recallByCategory: shares(gold, (g) => (g.whole ? `${g.category} (whole)` : g.category), isFound),
    recallByGenre: shares(gold, (g) => g.reply.genre, isFound),
    precisionByRule: shares(counted, (f) => f.ruleId, (f) => right.includes(f)),
    missed: gold.filter((g) => !isFound(g)).map((g) => ({ id: g.reply.id, what: g.category, text: g.whole ? '(the whole reply)' : words(g) })),
    wrong: wrong.map((f) => ({ id: f.reply.id, what: f.ruleId, text: words(f) })),
    tripped: tripped.map((n) => ({ id: n.reply.id, what: n.category, text: words(n) })),
  };
}

function sameJudgement(label: Category, finding: Category): boolean {
  return label === finding || (alike[label]?.includes(finding) ?? false);
}

/** A finding hits a label of words that it touches, unless it is a net over far more; a label of the whole reply by its category. */
function hit(finding: Found, label: Gold): boolean {
  if (label.whole) return sameJudgement(label.category, finding.category);
  return touches(finding, label) && finding.end - finding.start <= Math.max(160, 3 * (label.end - label.start));
}

function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same words in the same category are one piece of evidence, however many replies have them. */
function votes<T extends Range & { category: Category; reply: LabelledReply; whole?: boolean }>(list: readonly T[]): (item: T) => number {
  const key = (item: T): string => `${item.category} ${item.whole ? item.reply.id : words(item).toLowerCase()}`;
  const counts = new Map<string, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return (item) => 1 / counts.get(key(item))!;
}

function words({ reply, start, end }: Range & { reply: LabelledReply }): string {
  return reply.text.slice(start, end).replace(/\s+/g, ' ').trim();
}

function sum<T>(list: readonly T[], weight: (item: T) => number): number {
  return list.reduce((total, item) => total + weight(item), 0);
}

function ratio(n: number, of: number): number | null {
  return of > 0 ? n / of : null;
}

function shares<T>(list: readonly T[], key: (item: T) => string, counts: (item: T) => boolean): Map<string, Share> {
  const result = new Map<string, Share>();
  for (const name of [...new Set(list.map(key))].sort()) {
    const members = list.filter((item) => key(item) === name);
    result.set(name, { n: members.filter(counts).length, of: members.length });
  }
  return result;
}
