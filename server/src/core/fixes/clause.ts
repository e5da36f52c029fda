import { Flag, type Sentence, type Words } from '../prose/words.ts';
import { commonVerb } from './common-verbs.ts';
import type { RewritePlace } from './rewrite.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const joins = words('and but so because as since while whilst although though which yet or');
const subjects = words("i we you it they he she there this that these those none nobody nothing everyone everybody our your my the a an all it's that's we're you're i'm they're there's we've you've i've we'll you'll i'll it'll no what who anyone somebody someone please");
/** What opens half a sentence: it cannot stand alone. */
const needsMore = words('if when whenever whether once while whilst as since because although though unless until before after had should were either both whether not neither despite in on at for with without given considering than to having being');
const auxiliaries = words("am is are was were be been has have had do does did can could will would shall should may might must isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't haven't hasn't it's that's we're you're i'm they're there's we've you've i've we'll you'll i'll");

/**
 * Places for a whole sentence where the fault is one clause of several: the clause alone, the rest standing as a sentence of its
 * own. Nearest first; none where the rest could not stand.
 */
export function clausePlaces(text: Words, sentence: Sentence, first: number, last: number): RewritePlace[] {
  const whole = { start: text.start[sentence.first]!, end: text.end[sentence.last - 1]! };
  const word = (at: number): string => text.text.slice(text.start[at], text.end[at]).toLowerCase().replace(/’/g, "'");
  const opensClause = (at: number): boolean => at < sentence.last && subjects.has(word(at));
  /** Does a clause begin at this word: after a comma, or after "and we"? */
  const boundary = (at: number): boolean => (text.flags[at]! & Flag.comma) !== 0 || (joins.has(word(at)) && opensClause(at + 1));
  const hasVerb = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (auxiliaries.has(word(at)) || commonVerb(word(at))) return true;
    return false;
  };
  const balanced = (from: number, to: number): boolean => {
    const part = text.text.slice(text.start[from], text.end[to - 1]);
    return part.split(/[([]/).length === part.split(/[)\]]/).length;
  };
  const between = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const places: RewritePlace[] = [];
  for (let at = first; at > sentence.first + 2 && places.length < 3; at--) {
    if (!boundary(at) || needsMore.has(word(sentence.first)) || !hasVerb(sentence.first, at) || !balanced(sentence.first, at)) continue;
    places.push({ start: text.end[at - 1]!, end: whole.end, sentence: whole, parts: true });
  }
  for (let at = last; at < sentence.last - 2 && places.length < 5; at++) {
    const from = joins.has(word(at)) ? at + 1 : at;
    // "… that you know and you will write": both hang on "that".
    const hangs = (text.flags[at]! & Flag.comma) === 0 && between(sentence.first, at).some((each) => needsMore.has(word(each)) || word(each) === 'that');
    if (!boundary(at) || hangs || !opensClause(from) || !hasVerb(from, sentence.last) || !balanced(from, sentence.last)) continue;
    places.push({ start: whole.start, end: text.end[at - 1]!, sentence: whole });
  }
  return places;
}
