/**
 * How well replies are held against the messages they answer: our own forty pairs, labelled before anything judged them.
 * Run by `npm run quality`; `npx tsx test/quality/incoming/score.ts --show` lists what differs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { createLinter, type Incoming } from '../../../server/src/core/index.ts';

interface Pair {
  readonly id: string;
  readonly message: string;
  readonly reply: string;
  readonly echoed: boolean;
  readonly questions: readonly { readonly text: string; readonly answered: boolean }[];
  readonly warnings: readonly string[];
}

/** The same question, however it was cut. */
function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => text.toLowerCase().replace(/[^a-z0-9 ]/g, '').trim()) as [string, string];
  return x.includes(y) || y.includes(x);
}

class Count {
  private right = 0;
  private readonly wrong: string[] = [];
  private readonly missed: string[] = [];
  private readonly name: string;

  constructor(name: string) { this.name = name; }

  add(found: boolean, labelled: boolean, what: string): void {
    if (found && labelled) this.right++;
    else if (found) this.wrong.push(what);
    else if (labelled) this.missed.push(what);
  }

  get precision(): number { return this.right / (this.right + this.wrong.length); }

  print(show: boolean): void {
    const recall = this.right / (this.right + this.missed.length);
    console.log(`${this.name}: precision ${this.precision.toFixed(2)}, recall ${recall.toFixed(2)} (${this.right} right, ${this.wrong.length} false, ${this.missed.length} missed)`);
    if (show) for (const [word, list] of [['false', this.wrong], ['missed', this.missed]] as const) for (const what of list) console.log(`  ${word}: ${what}`);
  }
}

/** Counts over all pairs. */
export function scoreIncoming(): { readonly unechoed: Count; readonly unanswered: Count; readonly warnings: Count } {
  const { pairs } = parse(readFileSync(join(import.meta.dirname, 'pairs.yaml'), 'utf8')) as { pairs: Pair[] };
  const linter = createLinter();
  const counts = { unechoed: new Count('matter not named'), unanswered: new Count('question not answered'), warnings: new Count('warning signs') };
  for (const { id, message, reply, echoed, questions, warnings } of pairs) {
    const text = `---\n${stringify({ kind: 'full', 'in-reply-to': message })}---\n${reply}\n`;
    const incoming: Incoming = linter.open({ path: 'pair.reply.md', text, named: true }).checklists('leaps')[0]!.checklist!.incoming!;
    counts.unechoed.add(!incoming.echoed, !echoed, id);
    for (const question of questions) {
      const found = incoming.questions.find((each) => same(each.text, question.text));
      counts.unanswered.add(found?.answered === false, !question.answered, `${id}: ${question.text}`);
    }
    for (const extra of incoming.questions) if (!extra.answered && !questions.some((question) => same(extra.text, question.text))) counts.unanswered.add(true, false, `${id}: ${extra.text}`);
    const shown = new Set(incoming.warnings.map((sign) => sign.id));
    for (const sign of new Set([...shown, ...warnings])) counts.warnings.add(shown.has(sign), warnings.includes(sign), `${id}: ${sign}`);
  }
  return counts;
}

if (process.argv[1] === import.meta.filename) for (const count of Object.values(scoreIncoming())) count.print(process.argv.includes('--show'));
