import type { Range } from '../model.ts';
import { OPAQUE, type ProseText } from '../markup/inline.ts';
import { Flag, Sign, type Words } from '../prose/words.ts';
import { whenAsked } from '../text/letters.ts';
import type { Detected } from './detectors.ts';

/** Swear words as they are disguised; the longer forms first, so that the first that fits is the whole word. */
const strong = words(
  'motherfucking motherfucker fucking fuckers fucker fucked fucks fuckin fuck bullshit horseshit dipshit shitting shithead shitty shits shit ' +
    'assholes asshole arseholes arsehole asses ass bitches bitching bitchy bitch bastards bastard cunts cunt dickheads dickhead dick ' +
    'wankers wanker wank twats twat bollocks whores whore slut prick pussy nigger niggers nigga faggot fag retard retarded',
);
const mild = words('goddamned goddamn damned damnit dammit damn crappy crap pissed pissing piss arse hell');

/** Signs that stand for the letter they look like, as regular expressions. */
const alike: Readonly<Record<string, string>> = { '@': '[aeiou]', '$': 's', '!': '[il]', '|': '[il]', '€': 'e' };
/** Signs that stand for any letter. */
const hiding = '*#%^';
/** Marks that hide a letter inside a word only: at its end they are a mark of its sentence. */
const inside = '-–_';

/** Words that lose so much behind one sign that footnotes and part numbers would fit them too. */
const short = new Set(['ass', 'asses', 'fag', 'hell', 'dick', 'arse']);

/** A word that swears behind signs, such as `f***` or `a$$hole`: those that no reply may hold, or the mild ones. */
export function findMaskedSwearing(prose: ProseText, read: Words, kind: 'strong' | 'mild'): Detected[] {
  if (!(read.signs & Sign.mask)) return [];
  const { text } = prose;
  const [list, tails] = kind === 'strong' ? [strong, true] : [mild, false];
  const found = signedWords(text).filter(({ start, end }) => isMasked(text.slice(start, end), list, tails));
  // A row of signs may stand for any of them, so it counts with the mild ones.
  if (kind === 'mild') found.push(...signRows(text));
  return found.filter((range) => !isQuoted(text, read, range)).sort((a, b) => a.start - b.start).map((range) => ({ ...range, rewrites: [] }));
}

function words(list: string): readonly string[] {
  return list.split(' ');
}

const sign = /[@$!|€*#%^_–-]/;
const written = whenAsked(() => /(?<![\p{L}\p{N}@$*#%^|€_\\/.-])[\p{L}@$][\p{L}@$!|€*#%^_–-]*[\p{L}@$*#%^](?![\p{L}\p{N}_/\\=]|[@.]\p{L})/gu);

/** What was asked last: both kinds ask about the same text. */
let last: { readonly text: string; readonly found: readonly Range[] } = { text: '', found: [] };

/** The words with signs in them, each between spaces that hold such a sign: a look at all of the text is dear. */
function signedWords(text: string): readonly Range[] {
  if (last.text === text) return last.found;
  const found: Range[] = [];
  for (let at = text.search(sign); at >= 0; ) {
    let [start, end] = [at, at + 1];
    while (start > 0 && !isGap(text.charCodeAt(start - 1))) start--;
    while (end < text.length && !isGap(text.charCodeAt(end))) end++;
    const piece = text.slice(start, end);
    for (const match of piece.matchAll(written())) if (sign.test(match[0])) found.push({ start: start + match.index, end: start + match.index + match[0].length });
    const next = text.slice(end).search(sign);
    at = next < 0 ? -1 : end + next;
  }
  last = { text, found };
  return found;
}

function isMasked(written: string, list: readonly string[], tails: boolean): boolean {
  const lower = written.toLowerCase();
  const [, tail = ''] = /([*#%^]+)$/.exec(lower) ?? [];
  const body = lower.slice(0, lower.length - tail.length);
  if (tail && /^\p{L}+$/u.test(body)) return tails && isBeheaded(written, body, tail);
  const mask = maskOf(lower);
  return mask !== null && list.some((word) => mask.pattern.test(word) && (!short.has(word) || mask.surelyHides));
}

/** A first letter and the stars that may follow it. */
const alone: Readonly<Record<string, RegExp>> = { f: /^\*{3,6}$/, F: /^\*{3,6}$/, s: /^\*{3}$/, c: /^\*{3}$/, b: /^\*{4}$/ };

/** Letters and then nothing but signs: `f***`, `sh**`, `fuc*`. One capital and stars is how people's names are shortened. */
function isBeheaded(written: string, body: string, tail: string): boolean {
  if (body.length === 1) return alone[written[0]!]?.test(tail) ?? false;
  if (tail.length === 1) return /^(?:fuc|shi|cun|bitc|bullshi)$/.test(body);
  return /^(?:fu|fuc|sh|shi|cu|cun|bi|bit|bitc|bull|bullsh|mother|motherf)$/.test(body) && /^\*+$/.test(tail);
}

/** What hides behind a masked word: a pattern for it, and whether enough is hidden to take it for a short word. */
interface Mask {
  readonly pattern: RegExp;
  readonly surelyHides: boolean;
}

/** Each sign stands for a letter, and each letter for itself; three signs or more may stand for any number. Null where nothing is masked. */
function maskOf(lower: string): Mask | null {
  // A hyphen between two words hides nothing, unless the first of them is how a swear word begins.
  if (/^\p{L}+[-–_]\p{L}+$/u.test(lower) && !/^(?:f|sh|b|c|d|tw|cr|p|wh|sl|pr)[-–_]/.test(lower)) return null;
  const signs = [...lower];
  let hidden = 0;
  let pattern = '';
  for (const [at, sign] of signs.entries()) {
    if (/\p{L}/u.test(sign)) pattern += sign;
    else {
      hidden++;
      const looks = alike[sign];
      if (looks) pattern += looks;
      else if (hiding.includes(sign) || (inside.includes(sign) && at > 0 && at < signs.length - 1)) pattern += '\\p{L}';
      else return null;
    }
  }
  if (hidden === 0 || hidden === signs.length) return null;
  const loose = pattern.replace(/(?:\\p\{L\}){3,}/g, (run) => `\\p{L}{2,${run.length}}`);
  return { pattern: new RegExp(`^${loose}$`, 'u'), surelyHides: hidden >= 2 && /[$*]{2}/.test(lower) };
}

/** Four signs or more in a row, of three kinds or more, that stand for swearing; a list of the signs that a password takes is none. */
function signRows(text: string): Range[] {
  const found: Range[] = [];
  if (!/[@#$%&*!^?]{4}/.test(text)) return found;
  const row = /(?<![\p{L}\p{N}\p{S}\p{P}])[@#$%&*!^?]{4,}(?![\p{L}\p{N}\p{S}])/gu;
  for (let match = row.exec(text); match; match = row.exec(text)) {
    const kinds = new Set(match[0].replace(/[!?]/g, ''));
    if (kinds.size < 2 || new Set(match[0]).size < 3) continue;
    const around = text.slice(Math.max(0, match.index - 120), match.index + match[0].length + 60);
    if (/password|passphrase|symbol|special|character|punctuation|\bsigns?\b|\bkeys?\b|regex/i.test(around)) continue;
    const sentenceMark = /(?<=[#$%&*@^])[!?]$/.test(match[0]) && match[0].length > 4 ? 1 : 0;
    found.push({ start: match.index, end: match.index + match[0].length - sentenceMark });
  }
  return found;
}

/** White space, which no masked word holds. */
function isGap(code: number): boolean {
  return code <= 32 || code === 0x2029;
}

/** Inside quotation marks it is mentioned and not used. */
function isQuoted(text: string, read: Words, { start, end }: Range): boolean {
  for (let w = 0; w < read.count; w++) if (read.start[w]! < end && read.end[w]! > start && read.flags[w]! & Flag.quoted) return true;
  return /["“”«»]/.test(text[start - 1] ?? '') || text.slice(start, end).includes(OPAQUE);
}
