import type { Fix, Range, RefusedFix } from '../model.ts';
import { Flag, type Sentence, type Words } from '../prose/words.ts';
import type { Hit } from '../rules/finder.ts';
import type { RewriteEntry } from '../rules/rule.ts';
import { buildFix, type FixGround, refusedFix } from './build.ts';
import { clausePlaces } from './clause.ts';
import { type CaptureText, markedText, type RewritePlace } from './rewrite.ts';

/** The prose range of the words `[first, last)`, never half a written word. */
export function surface({ words }: { readonly words: Words }, first: number, last: number): Range {
  while (first > 0 && words.flags[first]! & Flag.joined) first--;
  return { start: words.start[first]!, end: words.end[last - 1]! };
}

/** What a hit gives its rewrites: where they go, what they may quote, and which words are the fault. */
interface Task {
  readonly place: RewritePlace;
  /** Where a rewrite that is a sentence may go instead: beside the reader's name, or into the clause of the fault. */
  readonly unaddressed: readonly RewritePlace[];
  readonly clauses: () => readonly RewritePlace[];
  /** Does the sentence end in a mark, as a heading does not? */
  readonly marked: boolean;
  readonly capture: CaptureText;
  readonly fault: string;
}

type Tried = Fix | { readonly refused: string };

/** The places for a rewrite, best first: its own, or beside the reader's name, or the clause of the fault. */
function* placesFor(task: Task, hit: Hit, template: string): Generator<RewritePlace> {
  // What comes before the sentence comes after its greeting.
  if (leads(template)) yield* task.unaddressed;
  yield task.place;
  if (leads(template) || template === '' || !(hit.replace === 'sentence' || /[.!?]$/.test(template))) return;
  yield* task.unaddressed;
  if (!template.includes('{sentence}')) yield* task.clauses();
}

/** Does a template put something before the sentence that it keeps? */
const leads = (template: string): boolean => /\S\s*\{sentence\}/.test(template);

/** One rewrite in the first place that takes it. */
function tryRewrite(ground: FixGround, task: Task, hit: Hit, entry: RewriteEntry): Tried {
  if (leads(entry.text) && !task.marked) return { refused: 'The line is no sentence that another could stand before.' };
  let first: Tried | null = null;
  for (const place of placesFor(task, hit, entry.text)) {
    const capture: CaptureText = (name) => (name === 'sentence' && hit.replace === 'sentence' ? markedText(ground.prose, place) : task.capture(name));
    const fix = buildFix(ground, place, entry, capture, task.fault);
    if (!('refused' in fix)) return fix;
    first ??= fix;
  }
  return first!;
}

/** The fixes of a hit, best first. */
export function fixesOfHit(ground: FixGround, hit: Hit): Fix[] {
  const task = taskOf(ground, hit);
  const fixes: Fix[] = [];
  for (const entry of task ? hit.rewrites : []) {
    const fix = tryRewrite(ground, task!, hit, entry);
    if (!('refused' in fix) && !fixes.some(({ title }) => title === fix.title)) fixes.push(fix);
  }
  return fixes;
}

/** The first rewrite of a hit that is right in itself, where the file does not take it; null where none is. */
export function refusedFixOfHit(ground: FixGround, hit: Hit): RefusedFix | null {
  const task = taskOf(ground, hit);
  return task && refusedFix(ground, task.place, hit.rewrites, task.capture, task.fault);
}

/** Why a hit has no fix: for each of its rewrites, what stands against it. Empty where one is offered. */
export function whyNoFix(ground: FixGround, hit: Hit): readonly { readonly text: string; readonly refused: string }[] {
  const task = taskOf(ground, hit);
  if (!task) return [{ text: '', refused: 'There is no such place to write in.' }];
  if (hit.rewrites.length === 0) return [{ text: '', refused: 'The rule has no rewrite.' }];
  const tried = hit.rewrites.map((entry) => ({ text: entry.text, fix: tryRewrite(ground, task, hit, entry) }));
  return tried.every(({ fix }) => 'refused' in fix) ? tried.flatMap(({ text, fix }) => ('refused' in fix ? [{ text, refused: fix.refused }] : [])) : [];
}

function taskOf(ground: FixGround, hit: Hit): Task | null {
  const { words, prose } = ground;
  const sentence = words.sentences[words.sentence(hit.first)]!;
  const around: Readonly<Record<string, readonly [number, number]>> = { sentence: [sentence.first, sentence.last], before: [sentence.first, hit.first], after: [hit.last, sentence.last] };
  const capture = (name: string): string | null => {
    const at = hit.captures.get(name) ?? around[name];
    if (!at) return null;
    if (at[1] > at[0]) return markedText(prose, { start: words.start[at[0]]!, end: words.end[at[1] - 1]! });
    return Object.hasOwn(around, name) ? '' : null;
  };
  const whole = bodyOf(prose.text, words, sentence);
  const place = placeOf(ground, hit, whole);
  const fault = hit.named.map((word) => prose.text.slice(words.start[word], words.end[word])).join(' ');
  return place && { place: { ...place, sentence: whole }, unaddressed: withoutAddress(prose.text, whole), clauses: () => clausePlaces(words, sentence, hit.first, hit.last), marked: sentence.mark !== '' || /[:;,]/.test(prose.text[whole.end] ?? ''), capture, fault };
}

/** A sentence without its final mark, closing brackets and quotes with what they close. */
function bodyOf(prose: string, words: Words, sentence: Sentence): Range {
  const start = words.start[sentence.first]!;
  const end = words.end[sentence.last - 1]!;
  const closing = /^[)\]"'”’`*_]+/.exec(prose.slice(end, sentence.body))?.[0] ?? '';
  const text = prose.slice(start, end + closing.length);
  const balanced = text.split(/[([]/).length === text.split(/[)\]]/).length && text.split(/["“”]/).length % 2 === 1 && text.split('`').length % 2 === 1;
  return { start, end: closing !== '' && balanced ? end + closing.length : end };
}

function placeOf(ground: FixGround, hit: Hit, sentence: Range): Range | null {
  const { words } = ground;
  if (hit.replace === 'sentence') return sentence;
  if (hit.replace === 'match') {
    // Half of a contraction cannot be replaced on its own.
    const cut = (hit.last < words.count && words.flags[hit.last]! & Flag.joined) || words.flags[hit.first]! & Flag.joined;
    return cut ? null : surface(ground, hit.first, hit.last);
  }
  const at = hit.captures.get(hit.replace);
  if (!at) return null;
  if (at[1] > at[0]) return surface(ground, at[0], at[1]);
  // A capture of no words is a place between two.
  const between = at[0] < words.count ? words.start[at[0]]! : words.end[at[0] - 1]!;
  return { start: between, end: between };
}

/** The sentence without the name that it calls out to, where it does: "Hi Sam, …". */
function withoutAddress(prose: string, sentence: Range): RewritePlace[] {
  const text = prose.slice(sentence.start, sentence.end);
  const opening = /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\s[^,.;:!?]{0,40}|\uFFFC)[,:]\s+/i.exec(text)?.[0].length ?? 0;
  const closing = /,\s*\uFFFC\s*$/.exec(text.slice(opening))?.[0].length ?? 0;
  return opening + closing > 0 && text.length - opening - closing > 8 ? [{ start: sentence.start + opening, end: sentence.end - closing, sentence }] : [];
}
