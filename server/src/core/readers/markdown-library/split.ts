import type { Range } from '../../model.ts';
import { isBodyLabel, isInstruction, subjectOf } from './labels.ts';

/** How a reply is set off in its file. */
export type Shape = 'fence' | 'quote' | 'quoted' | 'section' | 'whole';

export interface ReplyParts {
  readonly subject: Range | null;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Parts a reply's text into its subject line and its body; what only tells people when to use it belongs to neither. */
export function splitReply(source: string, shape: Shape): ReplyParts {
  let subject: Range | null = null;
  let at = 0;
  const mayInstruct = shape === 'section' || shape === 'whole';
  let bodyEnd = source.trimEnd().length;
  for (;;) {
    const stop = lineEnd(source, at);
    const line = source.slice(at, stop);
    const found: Range | null = subject === null ? subjectOf(line) : null;
    if (found) subject = { start: at + found.start, end: at + found.end };
    else if (line.trim() !== '' && !isBodyLabel(line)) {
      if (!mayInstruct || !isInstruction(line)) break;
      const paragraph = paragraphEnd(source, at);
      if (paragraph >= bodyEnd) break;
      at = paragraph;
      continue;
    }
    if (stop >= source.length) return { subject, bodyStart: source.length, bodyEnd };
    at = stop + 1;
  }
  if (mayInstruct) at = afterBodyLabel(source, at) ?? at;
  if (subject !== null && shape === 'quoted') at += /^[\s*_]*["“„]?/.exec(source.slice(at))![0].length;
  else if (mayInstruct) [at, bodyEnd] = withoutQuotes(source, at, bodyEnd);
  return { subject, bodyStart: at, bodyEnd };
}

/** A `Template:` line after a few lines of notes. */
function afterBodyLabel(source: string, from: number): number | null {
  let at = from;
  for (let lines = 0; lines < 12 && at < source.length; lines++) {
    const stop = lineEnd(source, at);
    if (/^[\s*_]*(?:template|body|reply|response)[\s*_]*:[\s*_]*$/i.test(source.slice(at, stop))) {
      const words = source.slice(stop).search(/\S/);
      return words === -1 ? null : stop + words;
    }
    at = stop + 1;
  }
  return null;
}

function withoutQuotes(source: string, start: number, end: number): [number, number] {
  return /^["“][^"“”]*["”]$/.test(source.slice(start, end)) ? [start + 1, end - 1] : [start, end];
}

function lineEnd(source: string, at: number): number {
  const newline = source.indexOf('\n', at);
  return newline === -1 ? source.length : newline;
}

function paragraphEnd(source: string, at: number): number {
  const blank = /\n[ \t\r]*\n/.exec(source.slice(at));
  return blank ? at + blank.index + blank[0].length : source.length;
}
