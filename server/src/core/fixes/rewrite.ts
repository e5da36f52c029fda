import type { Range } from '../model.ts';
import { OPAQUE, type ProseText } from '../markup/inline.ts';
import { articleBefore } from './article.ts';
import { atSentenceStart, startsCapital } from './capital.ts';
import { deleteWords } from './deletion.ts';
import { endSentence, gapDangles, joinsClause, joinSentence } from './joints.ts';
import { type CaptureText, fillTemplate, type Wording } from './template.ts';

export type { CaptureText } from './template.ts';

/** A rewrite of a stretch of prose. `text` holds OPAQUE for each placeholder that it keeps. */
export interface Rewrite extends Range {
  readonly text: string;
  readonly fillIns: number;
}

/** Where a rewrite goes: the words it replaces, in the sentence (without its final mark) that they stand in. */
export interface RewritePlace extends Range {
  readonly sentence?: Range;
  /** The rewrite stands as a sentence of its own after what is left of the old one. */
  readonly parts?: boolean;
}

/** A gap in a rewrite's text: `[what goes here]`. */
const gap = /\[[^\][]+\]/g;

/** Each placeholder of a text has a mark of its own while a rewrite moves words about: a private character. */
const firstMark = 0xe000;
const marks = /[\uE000-\uF8FF]/g;
const wordChar = /[A-Za-z0-9\u00C0-\u024F]/;

/** A stretch of prose as a capture's text: its placeholders marked with their place among all of the text. */
export function markedText(prose: ProseText, range: Range): string {
  let index = prose.opaques.findIndex((opaque) => opaque.start >= range.start);
  return prose.text.slice(range.start, range.end).replaceAll(OPAQUE, () => String.fromCharCode(firstMark + index++));
}

/**
 * Fills a rewrite's template and fits it into its sentence: the capital letter, the punctuation and articles around it, and,
 * where the template is empty, what would be left behind. Null where the words do not fit.
 */
export function fitRewrite(prose: ProseText, place: RewritePlace, template: string, capture: CaptureText, verbs: Pick<Wording, 'voice' | 'verbs' | 'pattern' | 'find'> = { verbs: {}, pattern: [], find: () => null }): Rewrite | null {
  const sentence = place.sentence ?? sentenceAround(prose.text, place);
  const loud = isShouted(prose.text.slice(sentence.start, sentence.end));
  const quoted: CaptureText = loud ? (name) => capture(name)?.toLowerCase() ?? null : capture;
  const filled = fillTemplate(template, quoted, { ...verbs, replaced: prose.text.slice(place.start, place.end), before: prose.text.slice(sentence.start, place.start), reply: prose.text });
  if (filled === null) return null;
  // Every placeholder stays, in its order.
  if ((filled.match(marks) ?? []).join('') !== (markedText(prose, place).match(marks) ?? []).join('')) return null;
  const text = filled.replace(marks, OPAQUE).trim();
  const fillIns = template.match(gap)?.length ?? 0;
  const shouted = text === '' || place.parts || !loud ? null : shoutedSentence(prose.text, place, sentence);
  const fitted = text === '' ? deleteWords(prose.text, place, sentence) : text === '.' ? endSentence(prose.text, place, sentence) : replaceWords(prose.text, place, sentence, text);
  if (fitted && shouted && fillIns === 0) return { start: sentence.start, end: sentence.end, text: shouted(text), fillIns };
  return fitted && { ...withArticle(prose.text, fitted), fillIns };
}

/** Is all of a sentence in capitals? */
function isShouted(sentence: string): boolean {
  return /[A-Z]{4}/.test(sentence) && /\s\S+\s/.test(sentence) && !/[a-z\u00DF-\u00FF]/.test(sentence);
}

/**
 * Where all of a sentence is in capitals, a rewrite of some of its words must not leave the others shouting: gives the whole
 * sentence for the new words. Null where the sentence is not shouted, or where all of it is replaced.
 */
function shoutedSentence(prose: string, place: Range, sentence: Range): ((words: string) => string) | null {
  const [before, after] = [prose.slice(sentence.start, place.start), prose.slice(place.end, Math.max(place.end, sentence.end))];
  if (!/[A-Z]{4}/.test(before + after) || prose.slice(sentence.start, sentence.end).includes(OPAQUE)) return null;
  return (words) => {
    // A request that became a statement has no "please" before it.
    if (/^\s*(?:please|kindly)\s*$/i.test(before) && /^(?:we|I|it|there|what|here)\b/i.test(words)) return words + after.toLowerCase();
    const quiet = `${before.toLowerCase()}${before.trim() === '' ? words : words[0]!.toLowerCase() + words.slice(1)}${after.toLowerCase()}`.replace(/\bi\b/g, 'I');
    return quiet[0]!.toUpperCase() + quiet.slice(1);
  };
}

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

type Fitted = Omit<Rewrite, 'fillIns'>;

/** Puts words into the place of others. */
function replaceWords(prose: string, place: RewritePlace, sentence: Range, words: string): Fitted | null {
  if (place.parts) return nextSentence(prose, place, words);
  let { start, end } = place;
  // A bracket whose other half goes, goes too.
  const open = count(prose.slice(start, end), /[([]/g) - count(prose.slice(start, end), /[)\]]/g) - (count(words, /[([]/g) - count(words, /[)\]]/g));
  if (open > 1 || open < 0 || (open === 1 && !/[)\]]/.test(prose[end] ?? ''))) return null;
  end += open;
  let text = words;
  const old = prose.slice(start, end);
  const insertion = start === end;
  const opens = atSentenceStart(prose, start);
  const capital = insertion ? opens && startsCapital(prose.slice(end)) : startsCapital(old) || (/^I(?![A-Za-z\u00C0-\u024F])/.test(old.trimStart()) && opens);

  // What was shouted says nothing about capitals, so the rewrite's own stand.
  if (!/^[^A-Za-z\u00C0-\u024F]*[A-Z\u00C0-\u00DE]{2}/.test(old)) {
    if (capital) text = text[0]!.toUpperCase() + text.slice(1);
    else if (/^[A-Z][a-z']/.test(text) && !/^(?:I|I'[a-z]+)\b/.test(text) && (/^[a-z\u00DF-\u00FF]/.test(old) || !opens)) text = text[0]!.toLowerCase() + text.slice(1);
  }
  // "…, and it's that" goes on with "and" where the new words are a clause too.
  const glue = /^(?:and|but|so)\s/i.exec(old)?.[0] ?? '';
  if (glue !== '' && !opens && joinsClause(text)) text = glue + text;
  const joint = joinSentence(text, prose.slice(Math.min(sentence.start, start), start), prose.slice(end, Math.max(sentence.end, end)));
  if (!joint) return null;
  text = joint.text + joint.add;
  end += joint.drop;

  // "Please" goes with the request that it belonged to.
  const please = /(?:\b(?:please|kindly)|\bdo)\s+$/i.exec(prose.slice(sentence.start, start));
  if (please && /^(?:we|I|you|it|there|what|here|the)\b/i.test(text)) {
    start = sentence.start + please.index;
    if (startsCapital(please[0])) text = text[0]!.toUpperCase() + text.slice(1);
  }
  if (joint.drop === 0 && gapDangles(text, prose.slice(end))) return null;
  if (/^[,;:]/.test(text)) {
    start -= /[,;:]?[ \t\n]*$/.exec(prose.slice(0, start))![0].length;
  }
  const following = prose[end] ?? '';
  // A line that ends in an address had no full stop for a reason.
  if (following === '' || following === '\u2029') text = text.replace(/(?<=\uFFFC)\.$/, '');
  if ((/[?!]$/.test(text) && following === '.') || (/[A-Za-z\]]\.$/.test(text) && following === '?')) end++;
  else if (/[.!?]$/.test(text) && /[.!?,;:]/.test(following)) text = text.slice(0, -1);
  else if (following === ',' && /(?:^|\s)(?:and|but|so|because|that)$/i.test(text)) end++;
  else if (/[,;:]$/.test(text) && /^\s*[.,;:!?)]/.test(prose.slice(end))) text = text.slice(0, -1);
  if (insertion && wordChar.test(following) && capital && !/^(?:I\b|[A-Z]{2})/.test(prose.slice(end))) {
    text += ` ${following.toLowerCase()}`;
    end++;
  } else if (/[\w\]\uFFFC,;:.!?]$/.test(text) && /[A-Za-z0-9\u00C0-\u024F\uFFFC]/.test(following) && joint.drop === 0 && !touches(prose, place.end)) text += ' ';
  if (start > 0 && wordChar.test(prose[start - 1]!) && /^[\w[\uFFFC]/.test(text) && !touches(prose, place.start)) text = ` ${text}`;
  return doubles(text, prose, start, end) ? null : { start, end, text };
}

/** Ends the sentence where a place begins, and puts the words there as the next one. */
function nextSentence(prose: string, { start, end }: Range, words: string): Fitted {
  const mark = /^[.!?]+/.exec(prose.slice(end))?.[0] ?? '';
  const closed = /[.!?]$/.test(words) ? words : `${words}${mark === '!' ? '!' : '.'}`;
  return { start, end: end + mark.length, text: `. ${closed[0]!.toUpperCase()}${closed.slice(1)}` };
}

/** Is there a word on both sides of an offset, without a space between: is it inside a written word? */
function touches(prose: string, at: number): boolean {
  return at > 0 && /[A-Za-z0-9\u00C0-\u024F'’]/.test(prose[at - 1]!) && /[A-Za-z0-9\u00C0-\u024F'’]/.test(prose[at] ?? '');
}

/** Makes the articles right where other words follow them now. */
function withArticle(prose: string, fitted: Fitted): Fitted {
  let { start, text } = fitted;
  const own = /(^|[^A-Za-z'’-])(an?)$/i.exec(text.trimEnd());
  const rest = prose.slice(fitted.end);
  if (own) {
    const right = articleBefore(rest);
    if (right && right !== own[2]!.toLowerCase()) text = text.trimEnd().slice(0, -own[2]!.length) + likeCase(own[2]!, right) + text.slice(text.trimEnd().length);
  }
  const before = /(?:^|[^A-Za-z0-9'’\uFFFC-])(an?)(\s+)$/i.exec(prose.slice(0, start));
  if (before) {
    const right = articleBefore(text.trim() === '' ? rest : text);
    if (right && right !== before[1]!.toLowerCase()) {
      text = likeCase(before[1]!, right) + before[2]! + text;
      start -= before[1]!.length + before[2]!.length;
    }
  }
  return { start, end: fitted.end, text };
}

const likeCase = (old: string, article: string): string => (/^[A-Z]/.test(old) ? article[0]!.toUpperCase() + article.slice(1) : article);

/** The sentence around a place, where nobody says which it is. */
function sentenceAround(prose: string, place: Range): Range {
  const before = Math.max(...[...prose.slice(0, place.start).matchAll(/^|[.!?]\s+|\u2029/g)].map((found) => found.index + found[0].length));
  const after = /[.!?](?=\s|$)|\u2029|$/.exec(prose.slice(place.end))!;
  return { start: before, end: place.end + after.index };
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
