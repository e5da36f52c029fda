import { atomAt, startsAtom } from './placeholders.ts';
import { closingBracket } from './fill-ins.ts';
import { entityAt } from './entities.ts';
import { isLetter, isSpace, isWord } from './characters.ts';

/** A plain text as Markdown writes it: a backslash before what would be markup there; placeholders and gaps stay whole. */
export function escapeMarkdown(text: string): string {
  let out = '';
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const atom = code < 128 && startsAtom[code] === 1 ? atomAt(text, i, i, text.length) : null;
    if (atom && atom.start === i && atom.kind !== 'absent' && atom.kind !== 'apart') {
      out += text.slice(i, atom.end);
      i = atom.end;
      continue;
    }
    if (isMarkup(text, i, code)) out += '\\';
    out += text[i]!;
    i++;
  }
  return out;
}

function isMarkup(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const startsLine = at === 0 || before === 10;
  switch (code) {
    case 92: return after > 32 && after < 127 && !isWord(after);
    case 96: case 124: return true;
    case 42: return !(isSpace(before) && isSpace(after)) || startsLine;
    case 95: return !(isWord(before) && isWord(after)) && !(isSpace(before) && isSpace(after));
    case 126: return after === 126 || before === 126;
    case 60: return isLetter(after) || after === 47 || after === 33 || after === 63;
    case 38: return entityAt(text, at, text.length) !== null;
    case 91: return isLinkLike(text, at);
    case 35: case 62: return startsLine && (code === 62 || after === 35 || isSpace(after));
    case 43: case 45: return startsLine && (isSpace(after) || after === code);
    case 46: case 41: return /(?:^|\n)\d{1,9}$/.test(text.slice(Math.max(0, at - 10), at)) && isSpace(after);
    default: return false;
  }
}

function isLinkLike(text: string, at: number): boolean {
  const close = closingBracket(text, at, text.length);
  return close !== -1 && (text.charCodeAt(close + 1) === 40 || text.charCodeAt(close + 1) === 91);
}
