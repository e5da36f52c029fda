/**
 * How well the LEAPS checklist judges: its states against labels that were set before any cue was written. Run by `npm run quality`
 * where the sets of real replies are there: `npx tsx test/quality/leaps/score.ts FOLDER`, the folder that holds responses.jsonl.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createLinter, type StepState } from '../../../server/src/core/index.ts';

interface LabelledReply { readonly id: string; readonly genre: string; readonly text: string }

const labels = parse(readFileSync(join(import.meta.dirname, 'labels.yaml'), 'utf8')) as Record<string, Record<string, StepState>>;
const folder = process.argv[2]!;
const replies = new Map(readFileSync(join(folder, 'responses.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as LabelledReply).map((reply) => [reply.id, reply]));

const linter = createLinter();
const pairs = Object.entries(labels).flatMap(([id, steps]) => {
  const { text, genre } = replies.get(id)!;
  // A tracker's and a forum's replies are comments; every one of them was labelled as a full reply.
  const path = `${/^(?:maintainer|forum-mod|game-support)$/.test(genre) ? '.github/' : ''}${id}.reply.md`;
  const [response] = linter.open({ path, text: `---\nkind: full\n---\n${text}`, named: true }).checklists('leaps');
  return Object.entries(steps).map(([step, wanted]) => ({ id, step, wanted, got: response?.checklist?.steps.find((each) => each.id === step)?.state ?? 'missing' }));
});

const both = pairs.filter(({ wanted, got }) => wanted === 'met' && got === 'met').length;
const wanted = pairs.filter((pair) => pair.wanted === 'met').length;
const got = pairs.filter((pair) => pair.got === 'met').length;

/** Cohen's kappa of the two judgements, each seen through `as`. */
function kappa(as: (state: StepState) => string): number {
  const share = (holds: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(holds).length / pairs.length;
  const agreed = share((pair) => as(pair.wanted) === as(pair.got));
  const states = [...new Set(pairs.flatMap((pair) => [as(pair.wanted), as(pair.got)]))];
  const chance = states.reduce((sum, state) => sum + share((pair) => as(pair.wanted) === state) * share((pair) => as(pair.got) === state), 0);
  return (agreed - chance) / (1 - chance);
}

if (process.argv.includes('--show')) for (const pair of pairs) if (pair.wanted !== pair.got) console.log(`${pair.id} ${pair.step}: labelled ${pair.wanted}, judged ${pair.got}`);
console.log(`${Object.keys(labels).length} replies, ${pairs.length} steps. Met: precision ${(both / got).toFixed(2)}, recall ${(both / wanted).toFixed(2)}, F1 ${((2 * both) / (got + wanted)).toFixed(2)}.`);
console.log(`Cohen's kappa: ${kappa((state) => (state === 'met' ? 'met' : 'not met')).toFixed(2)} for met or not, ${kappa((state) => state).toFixed(2)} over all four states.`);
