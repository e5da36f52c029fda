import { IncomingReader } from '../incoming/incoming.ts';
import type { Incoming, Range, StepState } from '../model.ts';
import type { ProseText } from '../markup/inline.ts';
import { Vocabulary } from '../prose/vocabulary.ts';
import { Words } from '../prose/words.ts';
import { type ReplyTraits, RuleFinder, type Sightings } from '../rules/finder.ts';
import type { Shown } from '../rules/shown-cues.ts';
import type { FrameworkTables } from './compile.ts';
import { shippedIncoming } from './shipped.ts';
import type { CompiledFramework, CompiledShowing, CompiledStep, Need, Position } from './framework.ts';

/** How one step stands in a text. Evidence counts in the prose. */
export interface CoveredStep {
  readonly step: CompiledStep;
  readonly state: StepState;
  /** One sentence for the writer. */
  readonly why: string;
  readonly evidence: readonly Range[];
  /** Where words that supply it belong: a prose offset, and whether they come after the paragraph there or before it. */
  readonly room: Room;
}

export interface Room {
  readonly at: number;
  readonly side: 'after' | 'before';
  /** Where the sentences of the body end, from `at` on: words may stand after any of them. */
  readonly ends: readonly number[];
  /** Where the sign-off begins, which nothing may follow; null where there is none. */
  readonly signOff: number | null;
}

/** A stretch of prose that a rule found at fault. */
export interface Flagged extends Range {
  readonly ruleId: string;
  readonly title: string;
  /** False for a mere hint: it makes a counterfeit of the steps that say so, and nothing else. */
  readonly counts: boolean;
}

/** A reply's steps, and the message it answers. */
export interface Covered {
  readonly steps: readonly CoveredStep[];
  readonly incoming: Incoming | null;
}

/** Judges texts by frameworks: which step is shown, where, and what is still missing. */
export class Coverage {
  private readonly vocabulary: Vocabulary;
  private readonly finder: RuleFinder;

  private readonly incoming: IncomingReader;

  constructor({ tables }: FrameworkTables) {
    this.vocabulary = new Vocabulary(tables.words);
    this.finder = new RuleFinder(tables, this.vocabulary);
    this.incoming = new IncomingReader(shippedIncoming(), this.finder, this.vocabulary);
  }

  /** The steps of one framework in a reply's prose; `message` is what it answers, as plain text. */
  cover(framework: CompiledFramework, prose: ProseText, traits: ReplyTraits, flagged: readonly Flagged[], message?: string): Covered {
    const words = new Words().read(prose.text, this.vocabulary);
    const seen = this.finder.look(words);
    const text = new TextAtHand(this.finder, words, seen, prose);
    const incoming = message === undefined ? null : this.incoming.hold(message, prose.text, text.opening);
    const covered: CoveredStep[] = [];
    for (const step of framework.steps) {
      const judged = coverStep(step, text, traits, flagged);
      covered.push({ ...(incoming ? heldAgainst(incoming, judged) : judged), room: roomFor(step, step === framework.steps.at(-1), text, covered) });
    }
    return { steps: covered, incoming };
  }
}

/** An opening comes after the salutation, a closing and the last step before the sign-off, anything else after the steps before it. */
function roomFor(step: CompiledStep, isLast: boolean, text: TextAtHand, before: readonly CoveredStep[]): Room {
  const { sentences } = text.words;
  const room = ({ at, side }: Pick<Room, 'at' | 'side'>): Room => ({
    at, side, ends: sentences.slice(text.first, text.last).flatMap(({ end }) => (end > at ? [end] : [])), signOff: sentences[text.last]?.start ?? null,
  });
  const told = before.flatMap(({ evidence }) => evidence.map(({ end }) => end));
  if (step.place === 'closing' || isLast || sentences.length === 0) return room({ at: sentences[text.last - 1]?.end ?? 0, side: 'after' });
  if (step.place !== 'opening' && told.length > 0) return room({ at: Math.max(...told), side: 'after' });
  return room(text.first > 0 ? { at: sentences[text.first - 1]!.end, side: 'after' } : { at: sentences[0]!.start, side: 'before' });
}

/** One text with its cues and its parts. */
class TextAtHand {
  readonly words: Words;
  readonly prose: ProseText;
  private readonly finder: RuleFinder;
  private readonly seen: Sightings;
  /** Sentences `[first, last)` between the salutation and the sign-off. */
  readonly first: number;
  readonly last: number;

  constructor(finder: RuleFinder, words: Words, seen: Sightings, prose: ProseText) {
    this.finder = finder;
    this.words = words;
    this.seen = seen;
    this.prose = prose;
    const greetings = new Set(finder.cue(seen, 'greeting'));
    const signOff = finder.cue(seen, 'sign-off').filter((at) => at >= words.sentences.length - 4);
    // A headline may stand above the salutation.
    this.first = Math.max(0, [0, 1, 2].findIndex((at) => greetings.has(at)));
    while (greetings.has(this.first) && this.first + 1 < words.sentences.length) this.first++;
    this.last = Math.max(this.first + 1, signOff[0] ?? words.sentences.length);
  }

  /** Is the cue shown in a sentence that does not show the other? */
  shows(cue: string, without?: string): boolean {
    const taken = without === undefined ? null : new Set(this.finder.cue(this.seen, without));
    return this.finder.cue(this.seen, cue).some((at) => !taken?.has(at));
  }

  /** Does a stretch of prose begin where a step has its place? */
  isAt({ start }: Range, place: Position): boolean {
    const at = this.words.sentences.findIndex(({ end }) => start < end);
    return at < 0 || this.inPlace(at, place);
  }

  private inPlace(sentence: number, place: Position): boolean {
    const length = this.last - this.first;
    switch (place) {
      case 'anywhere': return true;
      case 'opening': return sentence <= this.first + 1;
      case 'first-half': return sentence < this.first + Math.ceil(length / 2);
      case 'closing': return sentence >= this.last - Math.max(2, Math.ceil(length / 3));
    }
  }

  /** The first two sentences after the salutation. */
  get opening(): Range {
    const { sentences } = this.words;
    const first = sentences[this.first];
    return first ? { start: first.start, end: (sentences[this.first + 1] ?? first).end } : { start: 0, end: 0 };
  }

  /** Where a showing stands, as prose ranges. */
  find(showing: CompiledShowing): Range[] {
    if (showing.variable) return this.variables(showing.variable, showing.place);
    const sentences = (cue: string | undefined): ReadonlySet<number> | null => (cue === undefined ? null : new Set(this.finder.cue(this.seen, cue)));
    const beside = sentences(showing.beside);
    const without = sentences(showing.without);
    const fits = ({ sentence }: Shown): boolean => this.inPlace(sentence, showing.place) && (beside?.has(sentence) ?? true) && !without?.has(sentence)
      && (showing.question === undefined || showing.question === (this.words.sentences[sentence]!.mark === '?'));
    return this.finder.shown(this.seen, showing.cue!).filter(fits).map(({ first, last }) => ({ start: this.words.start[first]!, end: this.words.end[last - 1]! }));
  }

  private variables(names: readonly string[], place: Position): Range[] {
    return this.prose.opaques.filter(({ kind, text, start }) => {
      if (kind !== 'placeholder' && kind !== 'fill-in') return false;
      const name = text.toLowerCase();
      const at = this.words.sentences.findIndex((sentence) => start < sentence.end);
      return names.some((part) => name.includes(part)) && at >= this.first && this.inPlace(at, place);
    });
  }
}

type Judged = Omit<CoveredStep, 'room'>;

/** What a reply shows weighs little where it passes over what the customer wrote. */
function heldAgainst({ questions, echoed }: Incoming, judged: Judged): Judged {
  const open = questions.find(({ answered }) => !answered);
  switch (judged.step.incoming) {
    case 'matter':
      return judged.state === 'met' && !echoed ? { ...judged, state: 'weak', why: 'The opening doesn’t name what this customer wrote about.' } : judged;
    case 'questions':
      if (open) return { ...judged, state: judged.state === 'met' ? 'weak' : 'missing', why: `This question is still open: “${open.text}”` };
      return judged;
    default: return judged;
  }
}

function coverStep(step: CompiledStep, text: TextAtHand, traits: ReplyTraits, flagged: readonly Flagged[]): Judged {
  const of = (state: StepState, why: string, evidence: readonly Range[] = []): Judged => ({ step, state, why, evidence });
  const taken = (range: Range): boolean => flagged.some((each) => each.counts && overlaps(each, range));
  const shown = step.shown.flatMap((showing) => text.find(showing));
  const sound = merged(shown.filter((range) => !taken(range)));
  if (sound.length > 0) return of('met', step.what, sound);
  const halves = step.half.map((showing) => text.find(showing).filter((range) => !taken(range))).filter((found) => found.length > 0);
  const half = merged(halves.flat());
  // Two halves make a whole, where they are not the same words.
  if (halves.length > 1 && half.length > 1) return of('met', step.what, half);
  if (!needed(step.needed, text, traits)) return of('not-needed', step.idle);
  const counterfeit = flagged.find((each) => step.counterfeit?.includes(each.ruleId) && text.isAt(each, step.place));
  const spoilt = counterfeit ?? flagged.find((each) => each.counts && shown.some((range) => overlaps(each, range)));
  if (spoilt) return of('weak', `This takes it back: ${spoilt.title.charAt(0).toLowerCase()}${spoilt.title.slice(1)}.`, [{ start: spoilt.start, end: spoilt.end }]);
  if (halves.length > 0) return of('weak', `This is a beginning. You could ${step.could}.`, half);
  return of('missing', `You could ${step.could}.`);
}

function needed(needs: readonly Need[] | undefined, text: TextAtHand, { kind, purpose, channel }: ReplyTraits): boolean {
  return needs?.some((need) => (need.kind?.includes(kind) ?? true) && (need.purpose?.includes(purpose) ?? true) && (need.channel?.includes(channel) ?? true)
    && (need.shown?.some((cue) => text.shows(cue, need.without)) ?? true) && !(need.notShown?.some((cue) => text.shows(cue)) ?? false)) ?? true;
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Ranges in the order of the text, those that overlap as one. */
function merged(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = out.at(-1);
    if (before && range.start < before.end) out[out.length - 1] = { start: before.start, end: Math.max(before.end, range.end) };
    else out.push({ start: range.start, end: range.end });
  }
  return out;
}
