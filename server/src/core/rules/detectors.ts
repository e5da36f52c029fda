import type { Range } from '../model.ts';
import type { ProseText } from '../markup/inline.ts';
import { Flag, Sign, type Words } from '../prose/words.ts';
import { alarming, beforeInput, everyday, festive, gapNames, hurrying, joyful, reassuringAfterNot } from './loud-words.ts';

/** A fault seen in characters: its place in the prose, and the text that could stand there instead, if any. */
export interface Detected extends Range {
  readonly rewrites: readonly string[];
}

/** Capitals that are names and not shouting. */
export const abbreviations = new Set(
  ('FAQ PDF URL API SMS PIN CVV VAT GST IBAN BIC USA USD EUR GBP UK EU NHS DVLA HMRC IRS ATM VIP CEO CEST CET GMT UTC EST PST BST HTML CSS JSON YAML HTTP HTTPS SSL TLS VPN DNS IP ID OK AM PM USB WIFI LED TV ' +
    'NASA IKEA DHL UPS FEDEX USPS DPD SAP AWS IBM SQL PHP CSV XML SDK IOS NFC GPS GDPR KYC AML OTP SKU RMA SLA ETA TBC TBD ASAP FYI ' +
    'CTN B/L GPU CPU RAM SSD ROM ROMS DLC README TODO WIP LGTM MIT GNU LTS CI CD PR PRS SEO POS ERP CRM').split(' '),
);

/** Words in capitals where a person would hear shouting. */
export function findCapitals(prose: ProseText, words: Words): Detected[] {
  const found: Detected[] = [];
  if (!(words.present & Flag.capitals)) return found;
  for (const sentence of words.sentences) {
    let heading: boolean | null = null;
    for (let first = sentence.first; first < sentence.last; first++) {
      if (!loud(words, first)) continue;
      const alone = (heading ??= isHeading(words, sentence.first, sentence.last));
      let last = first + 1;
      while (last < sentence.last && (words.flags[last]! & (Flag.capitals | Flag.digit) || isShort(words, last)) && !(words.flags[last]! & Flag.comma)) last++;
      while (last > first + 1 && !loud(words, last - 1)) last--;
      const from = opening(words, first, sentence.first);
      const shouted = count(words, first, last);
      const one = text(words, first);
      if (!(words.flags[first]! & Flag.quoted) && !isFestive(words, first, last) && !isGap(words, first, last) && !reassures(words, first, last) && !isLabel(words, first, last) && ((shouted >= 2 && !alone) || (shouted === 1 && last === first + 1 && everyday.has(one) && !alone && !isInput(words, first, sentence.first)))) {
        const start = words.start[from]!;
        const end = words.end[last - 1]!;
        found.push({ start, end, rewrites: [quieter(prose.text.slice(start, end), from === sentence.first)] });
      }
      first = last - 1;
    }
  }
  return found;
}

const text = (words: Words, word: number): string => words.text.slice(words.start[word], words.end[word]);

/** A word in capitals of three letters or more that is no abbreviation, or a loud short one. */
function loud(words: Words, word: number): boolean {
  if (!(words.flags[word]! & Flag.capitals) || words.flags[word]! & (Flag.digit | Flag.joined)) return false;
  const written = text(words, word);
  // The label of a callout box, such as [!WARNING].
  if (/\[!$/.test(words.text.slice(Math.max(0, words.start[word]! - 2), words.start[word]))) return false;
  // Joined by a low line it is a name in code, such as ERR_TIMED_OUT.
  if (words.text[words.start[word]! - 1] === '_' || words.text[words.end[word]!] === '_') return false;
  return !abbreviations.has(written) && (written.length >= 3 || everyday.has(written)) && /[AEIOUY]/.test(written) && !/-/.test(written);
}

/** Do the words do nothing but celebrate? One alone, such as NEW, does not. */
function isFestive(words: Words, first: number, last: number): boolean {
  let strong = false;
  for (let w = first; w < last; w++) {
    if (!festive.has(text(words, w))) return false;
    if (text(words, w).length > 4) strong = true;
  }
  return strong || last - first > 1;
}

/** Is it a gap such as APPLICANT NAME, and no sentence? */
function isGap(words: Words, first: number, last: number): boolean {
  if (last - first < 2 || last - first > 3 || !gapNames.has(text(words, last - 1))) return false;
  for (let w = first; w < last; w++) if (everyday.has(text(words, w))) return false;
  return true;
}

/** Is it the NOT of "this does NOT mean"? */
function reassures(words: Words, first: number, last: number): boolean {
  return last === first + 1 && last < words.count && text(words, first) === 'NOT' && reassuringAfterNot.has(text(words, last));
}

/** Is it one of several labels in a filled-in form, such as NEXT STEPS: and IMPACT:? */
function isLabel(words: Words, first: number, last: number): boolean {
  if (words.text[words.end[last - 1]!] !== ':' || (words.text.match(/[A-Z]{4,}:/g) ?? []).length < 2) return false;
  for (let w = first; w < last; w++) if (alarming.has(text(words, w))) return false;
  return true;
}

/** Is the word what somebody is told to type or press? */
function isInput(words: Words, word: number, from: number): boolean {
  return word > from && !hurrying.has(text(words, word)) && beforeInput.has(text(words, word - 1).toLowerCase());
}

/** The short words in capitals before a shout belong to it: the DO of DO NOT. */
function opening(words: Words, first: number, from: number): number {
  while (first > from && !(words.flags[first]! & Flag.comma) && isShort(words, first - 1) && text(words, first - 1) !== 'I') first--;
  return first;
}

function isShort(words: Words, word: number): boolean {
  const written = text(words, word);
  return written.length <= 2 && written === written.toUpperCase() && /^[A-Z]+$/.test(written);
}

function count(words: Words, first: number, last: number): number {
  let n = 0;
  for (let w = first; w < last; w++) if (loud(words, w)) n++;
  return n;
}

/** A line that is nothing but capitals and has no full stop is a heading, unless it raises an alarm. */
function isHeading(words: Words, first: number, last: number): boolean {
  const sentence = words.sentences[words.sentence(first)]!;
  if (sentence.mark !== '' || last - first > 5) return false;
  for (let w = first; w < last; w++) if (alarming.has(text(words, w)) && last - first > 1) return false;
  for (let w = first; w < last; w++) if (words.id[w] !== 1 && !(words.flags[w]! & Flag.capitals) && !/^\P{L}+$/u.test(text(words, w))) return false;
  return true;
}

function quieter(shout: string, opens: boolean): string {
  const low = shout.toLowerCase().replace(/\bi\b/g, 'I');
  return opens ? low[0]!.toUpperCase() + low.slice(1) : low;
}

/** More than one mark where one says it: `!!`, `???`, `?!`. */
export function findPunctuation(prose: ProseText, words: Words): Detected[] {
  const found: Detected[] = [];
  if (!(words.signs & Sign.row)) return found;
  const run = /[!?]{2,}/g;
  for (let match = run.exec(prose.text); match; match = run.exec(prose.text)) {
    // Marks alone in their line belong to no words.
    if (/(?:^|[.]\s|\n|\u2029\s*)$/.test(prose.text.slice(Math.max(0, match.index - 4), match.index))) continue;
    if (!match[0].includes('?') && joyful.test(prose.text.slice(Math.max(0, match.index - 100), match.index))) continue;
    found.push({ start: match.index, end: match.index + match[0].length, rewrites: [match[0].includes('?') ? '?' : '!'] });
  }
  return found;
}

/** A gap that somebody meant to fill before sending, and the style it is written in. */
export interface Leftover extends Detected {
  readonly style: 'brackets' | 'double-brackets' | 'angle' | 'braces' | 'capitals' | 'underscores' | 'marker';
  readonly written: string;
}

/** The fill-ins of a text, each with its style. */
export function findLeftovers(prose: ProseText): Leftover[] {
  return prose.opaques.filter((opaque) => opaque.kind === 'fill-in').map(({ start, end, text: written }) => ({ start, end, rewrites: [], written, style: styleOf(written) }));
}

function styleOf(written: string): Leftover['style'] {
  if (/^#?\[\[/.test(written)) return 'double-brackets';
  if (/^#?\[/.test(written)) return 'brackets';
  if (/^[@#]?</.test(written)) return 'angle';
  if (/^\{/.test(written)) return 'braces';
  if (/^#?_+$/.test(written)) return 'underscores';
  if (/^(?:TODO|TBC|TBD|#?X{3,}|lorem)/i.test(written)) return 'marker';
  return 'capitals';
}

