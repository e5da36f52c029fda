import type { Range } from '../model.ts';
import { OPAQUE, type ProseText } from '../markup/inline.ts';

/** A rewrite of a stretch of prose. `text` holds OPAQUE for each placeholder that it keeps. */
export interface Rewrite extends Range {
  readonly text: string;
  readonly fillIns: number;
}

/** A gap in a rewrite's text: `[what goes here]`. */
const gap = /\[[^\][]+\]/g;

/** What a template's `{name}` stands for, its placeholders marked; null where the capture took no part. */
export type CaptureText = (name: string) => string | null;

/** Each placeholder of a text has a mark of its own while a rewrite moves words about: a private character. */
const firstMark = 0xe000;
const marks = /[\uE000-\uF8FF]/g;

/** A stretch of prose as a capture's text: its placeholders marked with their place among all of the text. */
export function markedText(prose: ProseText, range: Range): string {
  let index = prose.opaques.findIndex((opaque) => opaque.start >= range.start);
  return prose.text.slice(range.start, range.end).replaceAll(OPAQUE, () => String.fromCharCode(firstMark + index++));
}

/**
 * Fills a rewrite's template and fits it into its sentence: the capital letter, the punctuation around it, and, where the
 * template is empty, the spaces and comma that would be left behind. Null where the words do not fit.
 */
export function fitRewrite(prose: ProseText, place: Range, template: string, capture: CaptureText): Rewrite | null {
  let missing = false;
  let text = template.replace(/\{([a-z][a-z0-9-]*)\}/g, (_, name: string, at: number) => {
    const value = capture(name);
    if (value === null) missing = true;
    return at === 0 || /[.!?]\s*$/.test(template.slice(0, at)) ? (value ?? '') : withoutCapital(value ?? '');
  });
  if (missing) return null;
  // Every placeholder stays, in its order.
  if ((text.match(marks) ?? []).join('') !== (markedText(prose, place).match(marks) ?? []).join('')) return null;
  text = text.replace(marks, OPAQUE).trim();
  const fillIns = template.match(gap)?.length ?? 0;
  let { start, end } = place;
  const old = prose.text.slice(start, end);
  const capital = startsCapital(old) || (/^I(?![A-Za-z\u00C0-\u024F])/.test(old.trimStart()) && atSentenceStart(prose.text, start));

  if (text.trim() === '') {
    // A sentence that goes takes its full stop along.
    const mark = /^[.!?]+/.exec(prose.text.slice(end))?.[0];
    if (mark && atSentenceStart(prose.text, start)) {
      end += mark.length;
      const gapAfter = /^[ \t\n]*/.exec(prose.text.slice(end))![0].length;
      if (/[^\u2029]/.test(prose.text[end + gapAfter] ?? '\u2029')) end += gapAfter;
      else start -= /[ \t\n]*$/.exec(prose.text.slice(0, start))![0].length;
      return { start, end, text: '', fillIns };
    }
    const after = /^(?:\s*,)?[ \t\n]*/.exec(prose.text.slice(end))![0].length;
    const next = prose.text[end + after];
    if (next !== undefined && /[A-Za-z0-9\u00C0-\u024F]/.test(next)) {
      const recapitalise = capital && atSentenceStart(prose.text, start) && next !== next.toUpperCase();
      end += after + (recapitalise ? 1 : 0);
      text = recapitalise ? next.toUpperCase() : '';
    } else if (next !== undefined && /[\uFFFC("'“‘]/.test(next)) {
      end += after;
      text = '';
    } else {
      const before = /(?:,\s*)?[ \t\n]*$/.exec(prose.text.slice(0, start))![0].length;
      start -= before;
      text = '';
    }
    return { start, end, text, fillIns };
  }

  // What was shouted says nothing about capitals, so the rewrite's own stand.
  if (/^[^A-Za-z\u00C0-\u024F]*[A-Z\u00C0-\u00DE]{2}/.test(old)) text = text.trim();
  else if (capital) text = text[0]!.toUpperCase() + text.slice(1);
  else if (/^[A-Z][a-z']/.test(text) && !/^(?:I|I'[a-z]+)\b/.test(text) && (/^[a-z\u00DF-\u00FF]/.test(old) || !atSentenceStart(prose.text, start))) text = text[0]!.toLowerCase() + text.slice(1);
  if (/^[,;:]/.test(text)) start -= /\s*$/.exec(prose.text.slice(0, start))![0].length;
  const following = prose.text[end] ?? '';
  if (/[?!]$/.test(text) && following === '.') end++;
  else if (/[.!?]$/.test(text) && /[.!?,;:]/.test(following)) text = text.slice(0, -1);
  if (doubles(text, prose.text, start, end)) return null;
  return { start, end, text, fillIns };
}

/** Words that are written with a capital only where they open a sentence. */
const common = new Set('we you your our the this that these those it there please if to as in on for my a an all any no not when once after before since because while until unless do did is are was were have has can could will would should may'.split(' '));

/** A capture that opened its sentence, for a place inside another. */
function withoutCapital(text: string): string {
  const first = /^[A-Z][a-z]*(?![A-Za-z\u00C0-\u024F])/.exec(text)?.[0] ?? '';
  return common.has(first.toLowerCase()) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

function startsCapital(text: string): boolean {
  const first = /[A-Za-z0-9\u00C0-\u024F\uFFFC]/.exec(text)?.[0] ?? '';
  return first !== first.toLowerCase() && !/^I(?:$|[^A-Za-z\u00C0-\u024F])/.test(text.trimStart());
}

/** Is there nothing but spaces, bullets or quotes between `at` and the end of the sentence before? */
function atSentenceStart(text: string, at: number): boolean {
  return /(?:^|[.!?:\u2029][)"'”’]*\s*|\u2029\s*|\n\s*)["'“‘(]*$/.test(text.slice(Math.max(0, at - 12), at)) || at === 0;
}

/** Would a word stand twice where the rewrite meets its surroundings? */
function doubles(text: string, prose: string, start: number, end: number): boolean {
  const word = /[A-Za-z0-9\u00C0-\u024F']+/;
  const wordAtEnd = /([A-Za-z0-9\u00C0-\u024F']+)\s*$/;
  const first = new RegExp(`^\\s*(${word.source})`).exec(text)?.[1]?.toLowerCase();
  const last = wordAtEnd.exec(text)?.[1]?.toLowerCase();
  const before = wordAtEnd.exec(prose.slice(Math.max(0, start - 40), start))?.[1]?.toLowerCase();
  const after = /^\s*([A-Za-z0-9\u00C0-\u024F']+)/.exec(prose.slice(end, end + 40))?.[1]?.toLowerCase();
  return (first !== undefined && first === before) || (last !== undefined && last === after);
}

/** One replacement in a text, `start` to `end` in UTF-16 units. */
export interface ProseEdit extends Range {
  readonly newText: string;
}

/**
 * The least edits that turn the prose of a rewrite's place into its text without touching a placeholder: the text
 * between placeholders is compared piece by piece. Null where a placeholder would be lost, added or moved.
 */
export function proseEdits(prose: ProseText, rewrite: Rewrite): ProseEdit[] | null {
  // A deletion that hands its capital on is two edits: the words go, one letter changes.
  const handedOn = rewrite.end - rewrite.start > 1 && rewrite.text.length === 1 && prose.text[rewrite.end - 1]!.toUpperCase() === rewrite.text;
  if (handedOn) {
    const gone = proseEdits(prose, { ...rewrite, end: rewrite.end - 1, text: '' });
    return gone && [...gone, { start: rewrite.end - 1, end: rewrite.end, newText: rewrite.text }];
  }
  const oldParts = prose.text.slice(rewrite.start, rewrite.end).split(OPAQUE);
  const newParts = rewrite.text.split(OPAQUE);
  if (oldParts.length !== newParts.length) return null;
  const edits: ProseEdit[] = [];
  let at = rewrite.start;
  oldParts.forEach((old, index) => {
    const now = newParts[index]!;
    if (old !== now) {
      let head = 0;
      while (head < old.length && head < now.length && old[head] === now[head]) head++;
      let tail = 0;
      while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
      // Whole words change, so that a person can read the edit, and no surrogate pair is cut.
      while (head > 0 && /[A-Za-z0-9\u00C0-\u024F\uD800-\uDFFF']/.test(old[head - 1]!)) head--;
      while (tail > 0 && /[A-Za-z0-9\u00C0-\u024F\uD800-\uDFFF']/.test(old[old.length - tail]!)) tail--;
      edits.push({ start: at + head, end: at + old.length - tail, newText: now.slice(head, now.length - tail) });
    }
    at += old.length + 1;
  });
  return edits;
}
