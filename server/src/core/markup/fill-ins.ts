import { isHtmlName } from './html-names.ts';
import { afterBlanks, endsParagraph, isDigit, isLetter, isUpper, isWord, NEWLINE } from './characters.ts';
import type { Atom } from './placeholders.ts';

/** How far a gap may reach: long agent instructions are gaps too, a stray bracket is not. */
const reach = 800;

/** BBCode tags print nothing; most of their names are also what people write into a gap, so the closing tag decides. */
const bbcode = new Set(['b', 'i', 'u', 's', 'url', 'img', 'quote', 'code', 'color', 'size', 'list', 'center', 'email', 'font', 'spoiler']);

/** `[requester_first_name]`: a name that a program fills, as many home-grown exports write it. */
const fieldName = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;
/** `[text|https://…]`, `[someone@example.com]`, `[help/on-topic]`: other people's ways to write a link. */
const addressInside = /\|(?:https?:|mailto:|www\.)|^\S+@\S+\.\S+$|^\/?[\w-]+(?:\/[\w-]+)+$/;

/** `[#%{ticket.number}]`: the number that a helpdesk prints into its subjects. */
const ticketNumber = /#\s?[%#$]?\{/;

/** `[Customer Name]`, `[if it was late: …]`, `[[name]]`; no link, footnote, check box, citation or callout. */
export function bracketAt(text: string, at: number, end: number): Atom | null {
  if (text.charCodeAt(at + 1) === 91) {
    const close = closingBracket(text, at, end);
    if (close === -1 || text.charCodeAt(close - 1) !== 93) return null;
    return { start: at, end: close + 1, kind: startsAddress(text, afterBlanks(text, at + 2, close)) ? 'link' : 'placeholder' };
  }
  const close = closingBracket(text, at, end);
  if (close <= at + 1) return null;
  const first = text.charCodeAt(at + 1);
  if (first === 94 || first === 33 || first === 123 || first === 60 || first === 37 || first === 36) return null;
  const after = text.charCodeAt(close + 1);
  if (after === 40 || after === 91 || (after === 58 && text.charCodeAt(close + 2) === 32 && startsAddress(text, close + 3))) return null;
  if (text.charCodeAt(close + 1) === 32 && text.charCodeAt(close + 2) === 40 && startsAddress(text, afterBlanks(text, close + 3, end))) return null;
  if (startsAddress(text, at + 1)) return { start: at, end: close + 1, kind: 'link' };
  const tag = bbcodeAt(text, at, close);
  if (tag) return tag;
  const content = text.slice(at + 1, close);
  if (ticketNumber.test(content)) return null;
  if (fieldName.test(content)) return { start: at, end: close + 1, kind: 'placeholder' };
  if (addressInside.test(content)) return { start: at, end: close + 1, kind: 'link' };
  return saysSomething(text, at + 1, close) ? { start: at, end: close + 1, kind: 'fill-in' } : null;
}

/** The bracket that closes the one at `at`, nested ones counted, within the paragraph; -1 if there is none. */
export function closingBracket(text: string, at: number, end: number): number {
  const stop = Math.min(end, at + reach);
  let depth = 0;
  for (let i = at; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === 91 && ++depth > 5) return -1;
    else if (code === 93 && --depth === 0) return i;
    else if (code === NEWLINE && endsParagraph(text, i)) return -1;
  }
  return -1;
}

function bbcodeAt(text: string, at: number, close: number): Atom | null {
  const closing = text.charCodeAt(at + 1) === 47;
  let i = closing ? at + 2 : at + 1;
  const from = i;
  while (i < close && isLetter(text.charCodeAt(i))) i++;
  if (i === from || (i < close && text.charCodeAt(i) !== 61)) return null;
  const name = text.slice(from, i).toLowerCase();
  if (!bbcode.has(name)) return null;
  const paired = closing || text.slice(close, close + 2000).toLowerCase().includes(`[/${name}]`);
  return paired ? { start: at, end: close + 1, kind: 'absent' } : null;
}

/** At least one letter, and more than a check mark, a numeral or the way writers mark an omission. */
function saysSomething(text: string, start: number, end: number): boolean {
  if (end - start === 1) return isUpper(text.charCodeAt(start));
  if (end - start === 3 && text.startsWith('sic', start)) return false;
  for (let i = start; i < end; i++) if (isLetter(text.charCodeAt(i)) || text.charCodeAt(i) >= 0xc0 && text.charCodeAt(i) < 0x2000) return true;
  return text.charCodeAt(start) === 95;
}

/** `<name>`, `<insert issue>`: an angle bracket around words that are no HTML tag; an autolink is a link. */
export function angleAt(text: string, at: number, end: number): Atom | null {
  const first = text.charCodeAt(at + 1);
  if (!isLetter(first) && first !== 47) return null;
  const stop = Math.min(end, at + 80);
  let i = at + 1;
  let words = first !== 47;
  for (; i < stop && text.charCodeAt(i) !== 62; i++) {
    const code = text.charCodeAt(i);
    if (code === 60 || code === NEWLINE) return null;
    if (!isWord(code) && !" -'’.,/#&".includes(text[i]!)) words = false;
  }
  if (i >= stop) return startsAddress(text, at + 1) ? linkTo(text, at, end) : null;
  if (startsAddress(text, at + 1)) return { start: at, end: i + 1, kind: 'link' };
  const content = text.slice(at + 1, i);
  if (content.includes('@') && !content.includes(' ')) return { start: at, end: i + 1, kind: 'link' };
  const name = /^\/?([A-Za-z][\w:]*)/.exec(content)?.[1] ?? '';
  if (isHtmlName(name) && (content.length === name.length || /^\/|^\w+\s*\/?$|=|^\w+\s+\w+\s*=/.test(content))) return null;
  return words ? { start: at, end: i + 1, kind: 'fill-in' } : null;
}

function linkTo(text: string, at: number, end: number): Atom | null {
  const close = text.indexOf('>', at);
  return close === -1 || close >= end || close - at > 2000 || /\s/.test(text.slice(at, close)) ? null : { start: at, end: close + 1, kind: 'link' };
}

export function startsAddress(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 104 && (text.startsWith('http://', at) || text.startsWith('https://', at))) || (code === 119 && text.startsWith('www.', at)) || (code === 109 && text.startsWith('mailto:', at));
}

/** `____`: a line to write on. */
export function underscoresAt(text: string, at: number, end: number): Atom | null {
  let i = at;
  while (i < end && text.charCodeAt(i) === 95) i++;
  if (i - at < 3 || (at > 0 && isWord(text.charCodeAt(at - 1))) || (i < end && isWord(text.charCodeAt(i)))) return null;
  return { start: at, end: i, kind: 'fill-in' };
}

const gaps = new Set(['TBC', 'TBD', 'TODO', 'FIXME']);
const what = 'EMAIL|EMAILADDRESS|FIRST|LAST|FULL|USER|CUSTOMER|CLIENT|COMPANY|AGENT|ORDER|TICKET|CASE|PRODUCT|INVOICE|PHONE|ACCOUNT|TRACKING|YOUR|RECIPIENT|INSERT|DUE|START|END|STORE|BRAND|TEAM|REFUND';
const part = 'ADDRESS|NAME|NUMBER|ID|DATE|LINK|URL|AMOUNT|EMAIL|PHONE|TITLE|HERE';
/** Capitals run together, with or without underscores, that name a piece of data: EMAILADDRESS, ORDER_NUMBER. */
const dataName = new RegExp(`^(?:(?:${what})_?)+(?:_?(?:${part}))+$`);

/** A gap in capitals (`XXXX`, `TBC`, `FIRSTNAME`), or the typesetter's filler text. */
export function capitalsAt(text: string, at: number, end: number): Atom | null {
  const next = text.charCodeAt(at + 1);
  if (next === 111) return text.startsWith('Lorem ipsum', at) ? { start: at, end: at + 11, kind: 'fill-in' } : null;
  if (!isUpper(next) || (at > 0 && isWord(text.charCodeAt(at - 1)))) return null;
  let i = at + 2;
  while (i < end && (isUpper(text.charCodeAt(i)) || text.charCodeAt(i) === 95)) i++;
  if (i - at < 3 || i > end || isDigit(text.charCodeAt(i)) || isLetter(text.charCodeAt(i))) return null;
  const word = text.slice(at, i);
  const isGap = /^X+$/.test(word) || gaps.has(word) || (word.length >= 6 && dataName.test(word));
  return isGap ? { start: at, end: i, kind: 'fill-in' } : null;
}
