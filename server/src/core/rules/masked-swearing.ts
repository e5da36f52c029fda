import type { Range } from '../model.ts';
import { OPAQUE, type ProseText } from '../markup/inline.ts';
import { Flag, type Words } from '../prose/words.ts';
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
  let any = signed.get(prose);
  if (any === undefined) signed.set(prose, (any = anySign.test(prose.text)));
  if (!any) return [];
  const found = maskedWords(prose.text, kind === 'strong' ? strong : mild, kind === 'strong');
  // A row of signs may stand for any of them, so it counts with the mild ones.
  if (kind === 'mild') found.push(...signRows(prose.text));
  return found.filter((range) => !isQuoted(prose.text, read, range)).sort((a, b) => a.start - b.start).map((range) => ({ ...range, rewrites: [] }));
}

/** Texts that were looked at, and whether they hold such a sign: both kinds ask. */
const signed = new WeakMap<ProseText, boolean>();

function words(list: string): readonly string[] {
  return list.split(' ');
}

/** Nothing to look at without one of these: most texts need no closer look, and that look is dear. */
const anySign = /[A-Za-z@$][-!|€*#%^_–@$]+[A-Za-z*#%^@$]|[@$][A-Za-z]|[A-Za-z][*#%^]|[@#$%&*!^?]{4}/;

function maskedWords(text: string, list: readonly string[], tails: boolean): Range[] {
  const found: Range[] = [];
  const written = /(?<![\p{L}\p{N}@$*#%^|€_\\/.-])[\p{L}@$][\p{L}@$!|€*#%^_–-]*[\p{L}@$*#%^](?![\p{L}\p{N}_/\\=]|[@.]\p{L})/gu;
  for (let match = written.exec(text); match; match = written.exec(text)) {
    if (!/[@$!|€*#%^_–-]/.test(match[0])) continue;
    if (isMasked(match[0], list, tails)) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function isMasked(written: string, list: readonly string[], tails: boolean): boolean {
  const lower = written.toLowerCase();
  const letters = [...lower].filter((sign) => /\p{L}/u.test(sign)).length;
  const [, tail = ''] = /([*#%^]+)$/.exec(lower) ?? [];
  const body = lower.slice(0, lower.length - tail.length);
  if (tail && /^\p{L}+$/u.test(body)) return tails && isBeheaded(written, body, tail);
  return list.some((word) => fits(lower, word, letters));
}

/** A first letter and the stars that may follow it. */
const alone: Readonly<Record<string, RegExp>> = { f: /^\*{3,6}$/, F: /^\*{3,6}$/, s: /^\*{3}$/, c: /^\*{3}$/, b: /^\*{4}$/ };

/** Letters and then nothing but signs: `f***`, `sh**`, `fuc*`. One capital and stars is how people's names are shortened. */
function isBeheaded(written: string, body: string, tail: string): boolean {
  if (body.length === 1) return alone[written[0]!]?.test(tail) ?? false;
  if (tail.length === 1) return /^(?:fuc|shi|cun|bitc|bullshi)$/.test(body);
  return /^(?:fu|fuc|sh|shi|cu|cun|bi|bit|bitc|bull|bullsh|mother|motherf)$/.test(body) && /^\*+$/.test(tail);
}

/** Does each sign stand for a letter of the word, and each letter for itself? Three signs or more may stand for any number. */
function fits(lower: string, word: string, letters: number): boolean {
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
      else return false;
    }
  }
  if (letters === 0 || hidden === 0 || (short.has(word) && (hidden < 2 || !/[$*]{2}/.test(lower)))) return false;
  if (/[-–_]/.test(lower) && /^\p{L}+[-–_]\p{L}+$/u.test(lower) && !/^(?:f|sh|b|c|d|tw|cr|p|wh|sl|pr)$/.test(lower.split(/[-–_]/)[0]!)) return false;
  const loose = pattern.replace(/(?:\\p\{L\}){3,}/g, (run) => `\\p{L}{2,${run.length}}`);
  return new RegExp(`^${loose}$`, 'u').test(word);
}

/** Four signs or more in a row, of three kinds or more, that stand for swearing; a list of the signs that a password takes is none. */
function signRows(text: string): Range[] {
  const found: Range[] = [];
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

/** Inside quotation marks it is mentioned and not used. */
function isQuoted(text: string, read: Words, { start, end }: Range): boolean {
  for (let w = 0; w < read.count; w++) if (read.start[w]! < end && read.end[w]! > start && read.flags[w]! & Flag.quoted) return true;
  return /["“”«»]/.test(text[start - 1] ?? '') || text.slice(start, end).includes(OPAQUE);
}
