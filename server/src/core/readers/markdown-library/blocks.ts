import { afterBlanks, lineEnd } from '../../markup/characters.ts';
import { fenceEnd, fenceLength } from '../../markup/markdown-lines.ts';
import { bulletEnd, isDecoration } from '../../markup/text-lines.ts';

export type BlockKind = 'heading' | 'fence' | 'quote' | 'paragraph' | 'list' | 'rule' | 'comment' | 'table';

/** One block of a Markdown file: offsets of its lines, the last newline left out. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** Level of a heading (1 to 6), length of a fence, else 0. */
  readonly size: number;
  /** Text of a heading, language of a fence, else ''. */
  readonly label: string;
  /** What stands between the lines of a fence; else the block itself. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

/** Cuts a Markdown file, from `from` on, into its blocks; a shallow scan that knows lines and no nesting. */
export function blocksOf(text: string, from = 0): Block[] {
  const blocks: Block[] = [];
  const end = text.length;
  let at = from;
  while (at < end) {
    const stop = lineEnd(text, at, end);
    const first = afterBlanks(text, at, stop);
    if (first >= stop) {
      at = stop + 1;
      continue;
    }
    const block = blockAt(text, at, first, stop);
    blocks.push(block);
    at = block.end + 1;
  }
  return blocks;
}

function blockAt(text: string, at: number, first: number, stop: number): Block {
  const fence = fenceLength(text, first, stop);
  if (fence > 0) {
    const close = fenceEnd(text, first, fence, stop);
    const isClosed = close < text.length || isFenceLine(text, text.lastIndexOf('\n', close - 1) + 1, close, text.charCodeAt(first), fence);
    const innerEnd = isClosed ? text.lastIndexOf('\n', close - 1) : close;
    return { kind: 'fence', start: at, end: close, size: fence, label: text.slice(first + fence, stop).trim(), innerStart: Math.min(stop + 1, close), innerEnd: Math.max(Math.min(stop + 1, close), innerEnd) };
  }
  const plain = (kind: BlockKind, until: number, size = 0, label = ''): Block => ({ kind, start: at, end: until, size, label, innerStart: at, innerEnd: until });
  if (text.startsWith('<!--', first)) {
    const close = text.indexOf('-->', first);
    return plain('comment', close === -1 ? text.length : lineEnd(text, close, text.length));
  }
  const heading = text.charCodeAt(first) === 35 && /^(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t\r]*$/.exec(text.slice(first, stop));
  if (heading) return plain('heading', stop, heading[1]!.length, headingText(heading[2] ?? ''));
  if (isDecoration(text, first, stop) && !isDashes(text, first, stop)) return plain('rule', stop);
  if (text.charCodeAt(first) === 62) return plain('quote', run(text, stop, (line) => line === 62));
  if (text.charCodeAt(first) === 124) return plain('table', run(text, stop, (line) => line === 124));
  if (bulletEnd(text, first, stop) !== -1) return plain('list', paragraphEnd(text, stop));
  const next = afterBlanks(text, stop + 1, text.length);
  const nextStop = lineEnd(text, next, text.length);
  const under = stop < text.length && text.lastIndexOf('\n', next) === stop ? underline(text, next, nextStop) : 0;
  if (under > 0) return plain('heading', nextStop, under, headingText(text.slice(first, stop)));
  return plain('paragraph', paragraphEnd(text, stop));
}

/** `--` alone begins a signature in a mail, no rule. */
function isDashes(text: string, first: number, stop: number): boolean {
  return text.slice(first, stop).trim() === '--';
}

function underline(text: string, first: number, stop: number): number {
  if (text.charCodeAt(first) !== 61 && text.charCodeAt(first) !== 45) return 0;
  const line = text.slice(first, stop).trim();
  return /^=+$/.test(line) ? 1 : /^-{3,}$/.test(line) ? 2 : 0;
}

function isFenceLine(text: string, from: number, to: number, sign: number, length: number): boolean {
  let i = afterBlanks(text, from, to);
  let signs = 0;
  while (i < to && text.charCodeAt(i) === sign) { i++; signs++; }
  return signs >= length && afterBlanks(text, i, to) === to;
}

function run(text: string, stop: number, goesOn: (first: number) => boolean): number {
  while (stop < text.length) {
    const next = lineEnd(text, stop + 1, text.length);
    const first = afterBlanks(text, stop + 1, next);
    if (first >= next || !goesOn(text.charCodeAt(first))) break;
    stop = next;
  }
  return stop;
}

function paragraphEnd(text: string, stop: number): number {
  while (stop < text.length) {
    const next = lineEnd(text, stop + 1, text.length);
    const first = afterBlanks(text, stop + 1, next);
    if (first >= next || fenceLength(text, first, next) > 0 || (text.charCodeAt(first) === 35 && /^#{1,6}(?:\s|$)/.test(text.slice(first, Math.min(next, first + 7))))) break;
    if (isDecoration(text, first, next) && !isDashes(text, first, next)) break;
    stop = next;
  }
  return stop;
}

/** A heading's words without the marks of emphasis and the pictures around them, except those that say "not so". */
export function headingText(label: string): string {
  return label.replace(/\*\*|__|`/g, '').replace(/^(?:(?![❌👎])[\s\p{Extended_Pictographic}\uFE0F\u200D])+(?=\S)|(?:(?![❌👎])[\s\p{Extended_Pictographic}\uFE0F\u200D])+$/gu, '').replace(/:\s*$/, '').trim();
}
