import type { Range } from '../model.ts';

/** Marks that only stress what stands between them: where that goes, they may go with it. */
const stress = /\*{1,3}|_{1,3}|~~|<\/?(?:b|i|u|em|strong|span|font|small|big|mark)(?:\s[^<>]*)?>|\{color(?::[^{}]*)?\}/giy;

interface Mark extends Range { readonly text: string }

/** What stands between the pieces of a replaced stretch. */
export interface Between {
  /** Pairs of marks with everything inside the stretch: left alone they would stand around nothing. */
  readonly empty: readonly Range[];
  /** True where more than stress stands there on both sides: a link would be lost. */
  readonly losesLink: boolean;
}

/** Looks at the markup inside a replaced stretch of `text`; `gaps` are the ranges that are no prose, ascending. */
export function betweenPieces(text: string, gaps: readonly Range[]): Between {
  const open: Mark[] = [];
  const empty: Range[] = [];
  let others = 0;
  for (const gap of gaps) {
    let at = gap.start;
    while (at < gap.end) {
      stress.lastIndex = at;
      const found = stress.exec(text);
      if (!found || found.index + found[0].length > gap.end) {
        if (/\S/.test(text.slice(at, gap.end))) others++;
        break;
      }
      const mark: Mark = { start: at, end: at + found[0].length, text: found[0] };
      const partner = open.at(-1);
      if (partner && closes(partner.text, mark.text)) {
        empty.push({ start: partner.start, end: partner.end }, { start: mark.start, end: mark.end });
        open.pop();
      } else open.push(mark);
      at = mark.end;
    }
  }
  return { empty, losesLink: others >= 2 };
}

/** The marks right around a range, where they stress nothing else; they go with it. */
export function marksAround(text: string, range: Range): readonly Range[] {
  const before = /(?:\*{1,3}|_{1,3}|~~|<(?:b|i|u|em|strong)>)$/i.exec(text.slice(Math.max(0, range.start - 10), range.start))?.[0];
  if (!before) return [];
  stress.lastIndex = range.end;
  const after = stress.exec(text)?.[0];
  return after && closes(before, after) ? [{ start: range.start - before.length, end: range.start }, { start: range.end, end: range.end + after.length }] : [];
}

/** Length of the marks that end here what they stress: what is added goes behind them. */
export function closingMarks(text: string, at: number): number {
  return at > 0 && /\S/.test(text[at - 1]!) ? /^(?:\*{1,3}|_{1,3}|~~|<\/(?:b|i|u|em|strong|span|font|small|big|mark)>)*(?![A-Za-z0-9])/i.exec(text.slice(at))?.[0].length ?? 0 : 0;
}

function closes(opening: string, closing: string): boolean {
  if (opening.startsWith('<')) return !opening.startsWith('</') && closing.toLowerCase() === `</${/[a-z]+/i.exec(opening)![0].toLowerCase()}>`;
  if (opening.startsWith('{')) return closing.toLowerCase() === '{color}';
  return opening === closing;
}
