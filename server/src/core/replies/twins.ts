import { BREAK, OPAQUE, type ProseText } from '../markup/inline.ts';
import type { Fix, Range } from '../model.ts';
import { whenAsked } from '../text/letters.ts';
import type { LocalFinding } from './check.ts';

/** A word in small letters, or null for a placeholder, an address or code, which each notation writes in its own way. */
interface Token extends Range {
  readonly word: string | null;
}

const piece = whenAsked(() => new RegExp(`${OPAQUE}|[\\p{L}\\p{M}\\p{N}]+`, 'gu'));
const listNumber = new RegExp(`(?:^|[\\n${BREAK}])[ \\t]*\\d{1,3}[.)](?=\\s)`, 'g');
/** So many words may stand where the other text has something of its own, such as code. */
const reach = 12;

function tokensOf({ text }: ProseText): Token[] {
  // The numbers of a list are drawn by the browser in one text and written out in the other.
  const plain = text.replace(listNumber, (found) => ' '.repeat(found.length));
  return [...plain.matchAll(piece())].map((found) => ({
    word: found[0] === OPAQUE ? null : found[0].normalize('NFC').toLowerCase(), start: found.index, end: found.index + found[0].length,
  }));
}

/**
 * Where `twin` says something else than `counts`: a range of the twin's prose, null where both say the same. Markup, spaces,
 * placeholders and addresses do not matter.
 */
export function twinDrift(counts: ProseText, twin: ProseText): Range | null {
  const a = tokensOf(counts);
  const b = tokensOf(twin);
  const first = difference(a, b);
  if (first === null) return null;
  if (b.length === 0) return null;
  const last = b.length - 1 - (difference([...a].reverse(), [...b].reverse()) ?? 0);
  const at = Math.min(first, b.length - 1);
  return { start: b[at]!.start, end: b[Math.max(at, last)]!.end };
}

/** Index of the first token of `b` that does not go with `a`; null where all do. */
function difference(a: readonly Token[], b: readonly Token[]): number | null {
  let i = 0;
  let j = 0;
  for (;;) {
    let wild = false;
    while (i < a.length && a[i]!.word === null) [i, wild] = [i + 1, true];
    while (j < b.length && b[j]!.word === null) [j, wild] = [j + 1, true];
    if (i === a.length && j === b.length) return null;
    if (i < a.length && j < b.length && a[i]!.word === b[j]!.word) {
      i++;
      j++;
      continue;
    }
    if (!wild) return j;
    const inB = next(b, j, a[i]?.word);
    const inA = next(a, i, b[j]?.word);
    if (inB === null && inA === null) return j;
    if (inB !== null && (inA === null || inB - j <= inA - i)) j = inB;
    else i = inA!;
  }
}

/** Where a word, or the end, comes within reach. */
function next(tokens: readonly Token[], from: number, word: string | null | undefined): number | null {
  for (let at = from; at <= Math.min(tokens.length, from + reach); at++) if ((at === tokens.length ? undefined : tokens[at]!.word) === word) return at;
  return null;
}

/** The fixes of a finding, each with the same change in a twin where the same fault stands there once and is mended alike. */
export function fixesInBoth(finding: LocalFinding, findings: readonly LocalFinding[], twin: readonly LocalFinding[]): Fix[] {
  const fixes = finding.fixes();
  const alike = (other: LocalFinding): boolean => other.rule.id === finding.rule.id && other.text === finding.text;
  const there = twin.filter(alike);
  if (there.length !== 1 || findings.filter(alike).length !== 1) return fixes;
  const theirs = there[0]!.fixes();
  return fixes.map((fix) => {
    const same = theirs.find(({ title }) => title === fix.title);
    return same ? { ...fix, edits: [...fix.edits, ...same.edits].sort((x, y) => x.start - y.start) } : fix;
  });
}
