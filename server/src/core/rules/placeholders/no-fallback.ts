import type { FixGround } from '../../fixes/build.ts';
import type { Opaque } from '../../markup/inline.ts';
import { soundsLikeName, variableOf } from '../../platforms/names.ts';
import { type Parts, partsOf } from '../../platforms/parts.ts';
import type { Platform } from '../../platforms/platform.ts';
import { withFallback } from '../../platforms/write.ts';
import type { PlaceholderChange, PlaceholderFault } from './fault.ts';

/** What greets, at the start of a line or a sentence, up to the name. */
const greets = /(?:^|[\u2029\n]|[.!?]\s)[\s*_]*(?<word>hi|hello|hey|hiya|howdy|dear|good (?:morning|afternoon|evening|day)|greetings)(?: there| again)?,?\s+$/i;
const startsLine = /(?:^|[\u2029\n])[\s*_]*$/;
/** What may follow the name in a greeting. */
const ends = /^\s*(?:[,!.:;–—-]|\u2029|\n|$)/;

/** Names in a greeting that leave a hole where they are not known. */
export function findNoFallback({ prose, field }: FixGround, platform: Platform | null): PlaceholderFault[] {
  const found: PlaceholderFault[] = [];
  for (const opaque of prose.opaques) {
    if (opaque.kind !== 'placeholder') continue;
    const parts = partsOf(opaque.text);
    if (!parts || (parts.fallback !== null && parts.fallback !== '') || !isPerson(parts, platform)) continue;
    const before = prose.text.slice(Math.max(0, opaque.start - 60), opaque.start);
    const after = prose.text.slice(opaque.end, opaque.end + 40);
    const word = greets.exec(before)?.groups?.['word'] ?? (startsLine.test(before) && /^,/.test(after) ? '' : null);
    if (word === null || !ends.test(after)) continue;
    if (isInBranch(field.value.text, prose.map.range(opaque.start, opaque.end).start)) continue;
    // An empty fallback is a slip on every platform; the rest depends on what an empty value prints there.
    const sure = platform !== null || parts.fallback === '';
    found.push({ start: opaque.start, end: opaque.end, ...(!sure && { level: 'hint' as const }), changes: changesFor(opaque, parts, word, platform, { prose, field }) });
  }
  return found;
}

function isPerson({ name, open }: Parts, platform: Platform | null): boolean {
  if (name === '' || (platform && !platform.syntax.some((signs) => signs.open === open && signs.holds === 'value'))) return false;
  const variable = platform && variableOf(platform, name);
  if (variable) return variable['person-name'];
  return platform?.['own-names'] !== true && soundsLikeName(name);
}

/** Does an `if` that is still open stand before this place? */
function isInBranch(text: string, at: number): boolean {
  let depth = 0;
  for (const [, open] of text.slice(0, at).matchAll(/\{[{%]-?\s*(?:(#?(?:if|unless|case)\b)|\/?(?:end)?(?:if|unless|case)\b)/g)) depth += open ? 1 : -1;
  return depth > 0;
}

function changesFor(opaque: Opaque, parts: Parts, word: string, platform: Platform | null, { prose, field }: Pick<FixGround, 'prose' | 'field'>): PlaceholderChange[] {
  const filler = /^dear$/i.test(word) ? 'customer' : 'there';
  const title = `Say “${filler}” where the name is not known`;
  if (word !== '') {
    const own = platform && withFallback(platform, parts.name, filler, field.markup, parts.open);
    if (parts.fallback === '' && /fallback\s*[=:]\s*(?=%?\}$)/.test(opaque.text)) return [{ title, edits: [{ ...at(opaque), newText: opaque.text.replace(/(fallback\s*[=:])\s*(?=%?\}$)/, `$1${filler}`) }] }];
    const plain = platform && `${parts.open}${parts.name}${parts.close}`;
    // A filter stays; where the form has no place for it, a person has to look.
    if (own && parts.filtered) return own.includes(`%}${plain}{%`) ? [{ title, edits: [{ ...at(opaque), newText: own.replace(`%}${plain}{%`, () => `%}${opaque.text}{%`) }] }] : [];
    if (own) return [{ title, edits: [{ ...at(opaque), newText: own }] }];
  }
  return platform === null ? [] : withoutName(opaque, word, prose.text);
}

/** A greeting that needs no name, for platforms where an empty value cannot be helped. */
function withoutName(opaque: Opaque, word: string, prose: string): PlaceholderChange[] {
  const low = word.toLowerCase();
  if (word === '') return [{ title: 'Greet without the name', byHand: true, edits: [{ ...at(opaque), newText: 'Hello' }] }];
  if (/^(?:hi|hello|hey|hiya|howdy)$/.test(low)) return [{ title: 'Greet without the name', byHand: true, edits: [{ ...at(opaque), newText: 'there' }] }];
  const start = prose.toLowerCase().lastIndexOf(low, opaque.start);
  if (/\uFFFC/.test(prose.slice(start, opaque.start))) return [];
  return [{ title: 'Greet without the name', byHand: true, edits: [{ start, end: opaque.end, newText: low === 'dear' ? 'Hello' : word }] }];
}

const at = ({ start, end }: Opaque): { start: number; end: number } => ({ start, end });
