import type { Range } from '../../core/model.ts';
import { cells, type Cell } from './width.ts';

/** A line of the source, cut to fit, and a second line that marks the span in it. */
export interface Excerpt {
  readonly before: string;
  readonly span: string;
  readonly after: string;
  /** As many spaces as `before` is wide, then a mark under each column of the span. */
  readonly mark: string;
}

const ellipsis = '…';
/** Lines can be whole files (minified JSON): look no further than this around a span. */
const horizon = 500;

/** The line where a span begins, cut around it to `room` columns. A span over several lines is marked on its first. */
export function excerpt(text: string, { start, end }: Range, room: number): Excerpt {
  const near = Math.max(0, start - horizon);
  const lineStart = Math.max(near, text.lastIndexOf('\n', start - 1) + 1, text.lastIndexOf('\r', start - 1) + 1);
  const far = text.slice(start, start + 2 * horizon).search(/[\r\n]/);
  const lineEnd = far === -1 ? Math.min(text.length, start + 2 * horizon) : start + far;
  const line = cells(text.slice(lineStart, lineEnd), lineStart);

  const first = Math.max(0, line.findIndex(({ offset }) => offset >= start));
  const afterLast = line.findIndex(({ offset }) => offset >= end);
  const last = Math.max(first + 1, afterLast === -1 ? line.length : afterLast);
  const indent = line.findIndex(({ shown }) => shown.trim() !== '');
  const window = around(line, first, last, Math.max(0, Math.min(indent, first)), room);

  const cutLeft = window.from > indent && indent !== -1 && window.from > 0;
  const cutRight = window.to < line.length || (far === -1 && lineEnd < text.length);
  const before = (cutLeft ? ellipsis : '') + join(line.slice(window.from, first));
  const span = join(line.slice(first, Math.min(last, window.to)));
  const spanWidth = sum(line.slice(first, Math.min(last, window.to)));
  return {
    before,
    span,
    after: join(line.slice(Math.min(last, window.to), window.to)).trimEnd() + (cutRight || end > lineEnd ? ellipsis : ''),
    mark: ' '.repeat(sum(line.slice(window.from, first)) + (cutLeft ? 1 : 0)) + '~'.repeat(Math.max(1, spanWidth)),
  };
}

/** Grows a window from the span to both sides, the left one a third of the room, and lets it begin with a whole word. */
function around(line: readonly Cell[], first: number, last: number, indent: number, room: number): { from: number; to: number } {
  const space = room - 2;
  let from = first;
  let to = first;
  let used = 0;
  while (to < last && used + line[to]!.width <= space) used += line[to++]!.width;
  const rest = sum(line.slice(to));
  const left = Math.max(Math.floor((space - used) / 3), space - used - rest);
  let taken = 0;
  while (from > indent && taken + line[from - 1]!.width <= left) taken += line[--from]!.width;
  used += taken;
  while (to < line.length && used + line[to]!.width <= space) used += line[to++]!.width;
  if (from > indent && line[from - 1]!.shown.trim() !== '') {
    const wordEnd = line.findIndex(({ shown }, i) => i >= from && i < first && shown.trim() === '');
    if (wordEnd !== -1) from = wordEnd + 1;
  }
  return { from, to };
}

function join(part: readonly Cell[]): string {
  return part.map(({ shown }) => shown).join('');
}

function sum(part: readonly Cell[]): number {
  return part.reduce((total, { width }) => total + width, 0);
}
