import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Checklist, createLinter, type Range } from '../../server/src/core/index.ts';
import { snippets } from '../../server/src/core/snippets/shipped.ts';
import { editorText, exampleText, gapText, type Snippet, tabStops } from '../../server/src/core/snippets/snippet.ts';

/** Judgements about a whole reply that a single step, or a note for colleagues, cannot pass. */
const needsAWholeReply = ['closing-no-next-step', 'apology-without-repair', 'missing-empathy', 'refusal-without-option', 'order-bad-news'];

const linter = createLinter({ 'min-level': 'hint' });
const situations = [
  'late delivery', 'damaged or wrong item', 'refund granted', 'refund denied', 'double charge', 'outage in progress', 'outage over', 'account locked', 'data incident',
  'cancelled order', 'appointment double-booked', 'missed call-back', 'abusive customer boundary', 'public review answer', 'social comment moved to private', 'chat wait',
  "I don't know yet", 'wrong information given', 'feature declined', 'price rise', 'compensation choices', 'feedback request', 'internal note', 'after-action note',
];

const cues = join(import.meta.dirname, '../../server/cues/en');
const cueExamples = readdirSync(cues).flatMap((name) => (parse(readFileSync(join(cues, name), 'utf8')) as { examples?: string[] }).examples ?? []);

/** A snippet as a file of ours, with the front matter that says what it is. */
function asFile({ channel, purpose, kind }: Snippet, words: string): { path: string; text: string; named: true } {
  const front = ['kind: full', ...(channel ? [`channel: ${channel}`] : []), ...(purpose ? [`purpose: ${purpose}`] : [])];
  return { path: `${kind}.reply.md`, text: `---\n${front.join('\n')}\n---\n${words}\n`, named: true };
}

function checklist(snippet: Snippet, words: string, framework: string): Checklist {
  return linter.open(asFile(snippet, words)).checklists(framework)[0]!.checklist!;
}

/** The text without the sentences that these ranges stand in. */
function without(text: string, ranges: readonly Range[]): string {
  const sentences = [...text.matchAll(/\S[^\n]*?(?:[.?!:]+(?=\s|$)|(?=\n)|$)/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const gone = sentences.filter((sentence) => ranges.some((range) => range.start < sentence.end && sentence.start < range.end));
  return gone.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

describe('snippets', () => {
  it('are sixty or more, with a whole reply or note for every situation', () => {
    assert.ok(snippets().length >= 60, `${snippets().length} snippets`);
    for (const situation of situations) assert.ok(snippets().some((snippet) => snippet.situation === situation), situation);
  });

  it('supply every step of every framework', () => {
    for (const { id, steps } of linter.frameworks()) for (const step of steps) assert.ok(snippets().some((snippet) => snippet.steps?.includes(`${id}/${step.id}`)), `${id}/${step.id}`);
  });

  for (const snippet of snippets()) {
    it(`${snippet.id} passes every rule`, () => {
      const file = asFile(snippet, exampleText(snippet));
      const found = linter.lint(file).findings.filter(({ ruleId }) => snippet.kind === 'reply' || !needsAWholeReply.includes(ruleId));
      assert.deepEqual(found.map(({ ruleId, text }) => `${ruleId}: ${text}`), []);
    });

    for (const claim of snippet.steps ?? []) {
      it(`${snippet.id} supplies ${claim}`, () => {
        const [framework, step] = claim.split('/') as [string, string];
        const found = checklist(snippet, exampleText(snippet), framework).steps.find(({ id }) => id === step)!;
        assert.equal(found.state, 'met');
      });
    }

    if (snippet.kind !== 'reply') continue;
    it(`${snippet.id} has every LEAPS step that it needs, and without one of them lacks exactly that`, () => {
      const words = exampleText(snippet);
      const whole = checklist(snippet, words, 'leaps');
      assert.deepEqual(whole.steps.filter(({ state }) => state === 'weak' || state === 'missing').map(({ id }) => id), [], 'the full score');
      const file = asFile(snippet, words);
      for (const step of whole.steps.filter(({ state }) => state === 'met')) {
        const text = without(file.text, step.evidence);
        const less = linter.open({ ...file, text }).checklists('leaps')[0]!.checklist!;
        const lost = whole.steps.filter(({ id, state }) => state === 'met' && less.steps.find((each) => each.id === id)!.state !== 'met').map(({ id }) => id);
        assert.deepEqual(lost, [step.id], text);
      }
    });
  }

  it('leave what belongs to one case to a gap', () => {
    const number = /\d|\b(?:three|four|five|six|seven|eight|nine|ten)\b|(?<!\bthe )\btwo\b(?! (?:people|places|things|ways))/i;
    for (const { id, words } of snippets()) assert.doesNotMatch(words.replace(/\{[^{}]+\}/g, ''), number, id);
  });

  it('are written with gaps, with examples, or for an editor', () => {
    const snippet: Snippet = { id: 'a', title: 'A', kind: 'step', words: 'Hi {name = Sam}, costs $5 {what = a} for {name = Sam}.\n' };
    assert.equal(exampleText(snippet), 'Hi Sam, costs $5 a for Sam.');
    assert.equal(gapText(snippet, (name) => (name === 'name' ? '{{user}}' : null)), 'Hi {{user}}, costs $5 [what] for {{user}}.');
    assert.equal(editorText(snippet), 'Hi ${1:[name]}, costs \\$5 ${2:[what]} for ${1:[name]}.$0');
    assert.deepEqual(tabStops(snippet).map(({ name }) => name), ['name', 'what', 'name']);
  });
});

describe('padding', () => {
  it('with the examples of every cue, in any order, is worth no more than the middling snippet', () => {
    const share = ({ met, of }: Checklist): number => met / of;
    const replies = snippets().filter(({ kind }) => kind === 'reply').map((snippet) => share(checklist(snippet, exampleText(snippet), 'leaps'))).sort((a, b) => a - b);
    const median = replies[Math.floor(replies.length / 2)]!;
    fc.assert(fc.property(fc.shuffledSubarray(cueExamples, { minLength: 1 }), (sentences) => {
      const padded = linter.open({ path: 'a.reply.md', text: `---\nkind: full\n---\n${sentences.join(' ')}\n`, named: true }).checklists('leaps')[0]!.checklist!;
      assert.ok(share(padded) <= median);
      assert.ok(padded.met <= padded.of);
    }), { numRuns: 100 });
  });
});
