import type { Range } from '../model.ts';
import { OPAQUE } from '../markup/inline.ts';

/** Opens a clause that can stand as a sentence of its own. */
const clauseStart = /^(?:(?:I|we|you|it|they|he|she|there|this is|that is|these are|those are|please|our|your|the|here)\b|it['’]|I['’]|that['’]s)/i;
/** Carries a sentence on after a gap or a full clause. */
const carriesOn = /^(?:and|but|or|nor|so|because|if|when|whenever|while|as|since|until|unless|before|after|once|although|though|whereas|which|who|where|instead|too|also|either|again|yet|rather than)\b/i;
/** Follows a noun without belonging to what was there before. */
const followsNoun = /^(?:by|via|from|with|to|about|on|at|in|for|regarding|through|over|during|under|per|whether|that|how|what|using|between|following|depending)\b/i;
/** A gap that a whole clause will fill: nothing of the old phrase can follow. */
const clauseGap = /\[[^\][]*\b(?:reason|option|options|steps?|action|cause|answer|happens|happened|found|see|know|address|meaning|point|doing what|details?|facts|passage|condition|result|detail)\b[^\][]*\]$/i;
const reasonOnly = /^(?:because|since|so that|if|when|whenever|unless|until|while|before|after|once|as soon as)\b/i;
/** What a sentence may have before its first clause: a greeting, a word to catch the ear. */
const overture = /^(?:(?:hi|hello|hey|dear|sorry|look|ok|okay|well|so|and|but|also|yes|no|unfortunately|sadly|however|thanks|thank you)\b[^,]{0,40},?\s*|[^A-Za-z0-9]*)$/i;
/** The reader's name at the end of a sentence. */
const address = /^\s*,\s*(?:\uFFFC|[A-Z][A-Za-z\u00C0-\u024F]+)\s*$/;
/** A template that is a clause: somebody does something in it. */
const ownClause = /^(?:I|we|you|it|there|here)(?:['’]\w+)?\s|^(?:what|the)\s.*\s(?:is|are|was|were)\s/i;

/** Does the rewrite's last gap meet words that belonged to what it replaces? `after` follows it in the text. */
export function gapDangles(text: string, after: string): boolean {
  if (!/\]$/.test(text) || /^\[[^\][]*\]$/.test(text)) return false;
  const rest = after.replace(/^[\s"'”’)]+/, '');
  if (rest === '' || /^[^A-Za-z0-9\u00C0-\u024F]/.test(rest) && rest[0] !== OPAQUE) return false;
  return !carriesOn.test(rest) && !(!clauseGap.test(text) && followsNoun.test(rest));
}

/** Is this a clause of its own, which needs a word to join it to another? */
export function joinsClause(text: string): boolean {
  return ownClause.test(text) && !/[.!?]$/.test(text);
}

/** How a rewrite and the rest of its sentence join. */
export interface Joint {
  /** The rewrite, its end made to fit. */
  readonly text: string;
  /** Characters of the rest that go, and what comes in their place. */
  readonly drop: number;
  readonly add: string;
}

/**
 * Joins a rewrite that is a whole sentence with what is left of the sentence it goes into: `before` and `after`, without
 * its final mark. Null where they cannot be joined.
 */
export function joinSentence(text: string, before: string, after: string): Joint | null {
  const closed = /[A-Za-z].*[.!?]["”’)]?$/s.test(text);
  const alone = !/[A-Za-z0-9\u00C0-\u024F\uFFFC]/.test(after);
  if (closed && !overture.test(before.trimStart())) return null;
  if (alone) return { text, drop: 0, add: '' };
  if (closed && address.test(after)) return /\.$/.test(text) ? { text: text.slice(0, -1), drop: 0, add: '' } : null;
  const mark = /^\s*([,;:–—]|-(?=\s))\s*/.exec(after);
  const glue = /^\s*(?:[,;:–—]\s*)?(and|but|so)\s+/i.exec(after);
  const clause = (at: number): boolean => clauseStart.test(after.slice(at));
  // "Relax, it's only …": two sentences now.
  if (mark && clause(mark[0].length) && (closed || (ownClause.test(text) && overture.test(before.trimStart())))) return parted(text, after, mark[0].length);
  if (!closed) return { text, drop: 0, add: '' };
  const rest = after.trimStart();
  if (/\.$/.test(text) && reasonOnly.test(rest)) return { text: text.slice(0, -1), drop: 0, add: '' };
  if (!glue) return null;
  // "Calm down and read …" goes on as a request of its own; "and" opens no sentence, "but" and "so" may.
  const word = glue[1]!.toLowerCase();
  if (word === 'and' && (clause(glue[0].length) || before.trim() === '')) return parted(text, after, glue[0].length);
  if (word !== 'and' && clause(glue[0].length)) return parted(text, after, glue[0].length - glue[1]!.length - /\s+$/.exec(glue[0])![0].length);
  return null;
}

function parted(text: string, after: string, drop: number): Joint {
  const next = after[drop];
  return next === undefined ? { text, drop, add: '' } : { text: /[.!?]["”’)]?$/.test(text) ? text : `${text}.`, drop: drop + 1, add: ` ${next.toUpperCase()}` };
}

/**
 * Ends a sentence where a place stands and lets the rest be the next one: "I see that, but we …" with a rewrite of "." is
 * "I see that. We …". Null where the rest could not stand alone.
 */
export function endSentence(prose: string, place: Range, sentence: Range): { readonly start: number; readonly end: number; readonly text: string } | null {
  const start = place.start - /[ \t\n]*[,;:–—]?[ \t\n]*$/.exec(prose.slice(sentence.start, place.start))![0].length;
  const end = place.end + /^[ \t\n]*[,;:–—]?[ \t\n]*/.exec(prose.slice(place.end, sentence.end))![0].length;
  const rest = prose.slice(end, sentence.end);
  if (!/[A-Za-z]/.test(prose.slice(sentence.start, start)) || !/^[A-Za-z\uFFFC]/.test(rest) || !/\S\s+\S+\s+\S/.test(rest)) return null;
  return rest[0] === OPAQUE ? { start, end, text: '. ' } : { start, end: end + 1, text: `. ${rest[0]!.toUpperCase()}` };
}
