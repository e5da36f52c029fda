import { atomAt, startsAtom } from './placeholders.ts';
import { entityAt } from './entities.ts';
import { indexWithin, isSpace, isWord } from './characters.ts';

const inlineMacros = new Set(['color', 'anchor']);
const blockMacros = new Set(['panel', 'quote', 'tip', 'info', 'note', 'warning', 'section', 'column', 'expand', 'toc', 'csv', 'div', 'center']);
const unseen = new Set(['code', 'noformat', 'html']);

/** The `{macro}` at `at`; one that shows code runs to its own end. Null where the brace opens no macro. */
export function macroEnd(text: string, at: number): { end: number; isBlock: boolean } | null {
  let i = at + 1;
  while (isWord(text.charCodeAt(i)) && i - at < 12) i++;
  const name = text.slice(at + 1, i);
  const next = text.charCodeAt(i);
  if (next !== 125 && next !== 58) return null;
  const close = next === 125 ? i : indexWithin(text, 125, i, Math.min(text.length, at + 300));
  if (close === -1) return null;
  if (unseen.has(name)) {
    const over = text.indexOf(`{${name}}`, close + 1);
    return { end: over === -1 ? close + 1 : over + name.length + 2, isBlock: true };
  }
  if (inlineMacros.has(name)) return { end: close + 1, isBlock: false };
  return blockMacros.has(name) ? { end: close + 1, isBlock: true } : null;
}

/** A plain text as Jira writes it; placeholders and gaps stay whole. */
export function escapeJira(text: string): string {
  let out = '';
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const isMacro = code === 123 && macroEnd(text, i) !== null;
    const atom = !isMacro && code < 128 && startsAtom[code] === 1 ? atomAt(text, i, i, text.length) : null;
    if (atom && atom.start === i && atom.kind !== 'absent' && atom.kind !== 'apart') {
      out += text.slice(i, atom.end);
      i = atom.end;
      continue;
    }
    if (isMarkup(text, i, code)) out += '\\';
    out += code === 38 && entityAt(text, i, text.length) !== null ? '&amp;' : text[i]!;
    i++;
  }
  return out;
}

function isMarkup(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  switch (code) {
    case 123: case 125: case 124: return true;
    case 91: {
      const close = text.indexOf(']', at);
      const bar = text.indexOf('|', at);
      return bar !== -1 && bar < close;
    }
    case 42: case 95: case 43: case 94: case 126: return !isWord(before) !== !isWord(after) || at === 0;
    case 45: return (at === 0 || isSpace(before)) && !isSpace(after) && after !== 45 && text.indexOf('-', at + 1) !== -1;
    case 35: return at === 0 && isSpace(after);
    default: return false;
  }
}
