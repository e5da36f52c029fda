import type { Fix } from '../../core/index.ts';
import { harmless } from '../display.ts';

/** The sentence that a fix changes, as it is and as it would be. */
export interface Rewritten {
  readonly before: string;
  readonly after: string;
}

const horizon = 400;
const blockTag = String.raw`<\/?(?:p|div|br|hr|li|ul|ol|t[dhr]|table|h[1-6]|blockquote)\b[^>]*>`;
const marker = String.raw`(?:[-*#]+|\d+[.)])[ \t]`;
const key = String.raw`(?:- )?["']?[\w.-]+["']?:(?=\s)`;

/** Where a sentence can begin: after another one, a blank line (escaped ones too), a list mark, a tag, a key, or a quote that opens a value. */
const beginning = new RegExp(
  [String.raw`[.!?…]['"”’)*_]*[ \t\n]+[ \t>]*(?:${marker}+)?`, String.raw`(?:^|\n)[ \t>]*\n[ \t>]*`, String.raw`(?:^|\n)[ \t>]*${marker}+`, String.raw`(?:^|\n)[ \t]*${key}[ \t]*(?:[|>][-+\d]*)?\s*`, String.raw`\\[nr]`, `${blockTag}\\s*`, String.raw`(?<!\\)"`].join('|'),
  'g',
);
const ending = new RegExp(
  [String.raw`[.!?…]+['”’)*_]*(?=\s|$|\\[nr]|<|\\?")`, `(?=${[String.raw`\n[ \t>]*(?:\n|$)`, String.raw`\n[ \t>]*${marker}`, String.raw`\n[ \t]*${key}`, String.raw`\\[nr]`, blockTag, String.raw`(?<!\\)"`].join('|')})`].join('|'),
);
const inlineTag = /<\/?(?:strong|em|b|i|u|a|span|code|font|small)\b[^>]*>/gi;

/** Null where the fix takes the whole sentence away. */
export function rewritten(text: string, fix: Fix): Rewritten | null {
  const first = fix.edits[0];
  const last = fix.edits.at(-1);
  if (!first || !last) return null;
  // A name before a colon, as in front matter, is no part of a sentence.
  if (fix.edits.length === 1 && /(?:^|\n)$/.test(text.slice(0, first.start)) && /^:\s/.test(text.slice(first.end))) {
    return { before: oneLine(text.slice(first.start, first.end)), after: oneLine(first.newText) };
  }
  const from = Math.max(0, first.start - horizon);
  let start = from;
  for (const match of text.slice(from, first.start).matchAll(beginning)) start = from + match.index + match[0].length;
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

/** As one would read it: without tags inside the sentence, without the line breaks and quote marks of its file. */
function oneLine(source: string): string {
  return harmless(source.replace(inlineTag, '').replace(/\n[ \t]*>+/g, ' ').replace(/\s+/g, ' ').trim());
}
