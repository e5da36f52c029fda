import type { Fix } from '../../core/index.ts';
import { harmless } from '../display.ts';

/** The sentence that a fix changes, as it is and as it would be. */
export interface Rewritten {
  readonly before: string;
  readonly after: string;
}

const horizon = 400;
/** Where a sentence can begin: after another, on a new line (escaped ones too), after a tag, at the start of a quoted value. */
const beginning = /(?:[.!?…]["'”’)*_]*[ \t]+|\n[ \t]*(?:[-*>#]+[ \t]+)*|\\[nr]|>\s*|(?<!\\)"|:\s+[|>][-+]?\s*\n)/g;
const ending = /[.!?…]+["'”’)*_]*(?=\s|$|\\[nr]|<|\\?")|(?=\n|\\[nr]|<|(?<!\\)")/;

/** Null where the fix takes the whole sentence away. */
export function rewritten(text: string, fix: Fix): Rewritten | null {
  const first = fix.edits[0];
  const last = fix.edits.at(-1);
  if (!first || !last) return null;
  const lead = text.slice(Math.max(0, first.start - horizon), first.start);
  let start = first.start - lead.length;
  for (const match of lead.matchAll(beginning)) start = first.start - lead.length + match.index + match[0].length;
  const tail = text.slice(last.end, last.end + horizon);
  const done = /[.!?…]["'”’)]*$/.test(text.slice(last.start, last.end));
  const stop = done ? null : ending.exec(tail);
  const end = last.end + (done ? 0 : stop ? stop.index + stop[0].length : tail.length);

  let after = '';
  let at = start;
  for (const edit of fix.edits) {
    after += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  after = oneLine(after + text.slice(at, end));
  return after === '' ? null : { before: oneLine(text.slice(start, end)), after };
}

function oneLine(source: string): string {
  return harmless(source.replace(/\s+/g, ' ').trim());
}
