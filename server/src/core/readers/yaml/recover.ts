import type { Problem } from '../reader.ts';
import type { Element, Entry, Tree } from '../shapes/tree.ts';
import { sentenceFor } from './problems.ts';
import { parseClean } from './yaml-tree.ts';

/** A line with something on it. `start` is its first character that is no space. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/**
 * Reads a YAML text that does not parse: cut by line and indentation, each piece is parsed alone, and a piece that does
 * not parse is cut again. What is left over is reported and the rest stands.
 */
export function recover(text: string): { readonly roots: readonly (Tree | null)[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const roots: (Tree | null)[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) roots.push(block(text, lines, problems));
    lines = [];
  };
  for (const line of linesOf(text)) {
    if (line.indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(line.start, line.start + 4))) close();
    else lines.push(line);
  }
  close();
  return { roots, problems };
}

const startsElement = /-(?:[ \t]|$)/my;
const startsEntry = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s#'"\-[\]{},&*!|>%@`][^\n]*?|-[^\s][^\n]*?)\s*:(?=\s|$)/my;

function starts(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function block(text: string, lines: readonly Line[], problems: Problem[]): Tree | null {
  const indent = lines[0]!.indent;
  const isList = starts(startsElement, text, lines[0]!.start);
  const pattern = isList ? startsElement : startsEntry;
  const pieces: Line[][] = [];
  for (const line of lines) {
    if (line.indent === indent && starts(pattern, text, line.start)) pieces.push([line]);
    else if (pieces.length > 0) pieces.at(-1)!.push(line);
    else return broken(text, lines, problems);
  }
  const start = lines[0]!.start;
  const end = lines.at(-1)!.end;
  if (isList) return { kind: 'list', flow: false, elements: pieces.map((piece) => element(text, piece, problems)), start, end };
  return { kind: 'map', flow: false, entries: pieces.map((piece) => entry(text, piece, problems)), start, end };
}

function element(text: string, piece: readonly Line[], problems: Problem[]): Element {
  const tree = alone(text, piece).tree;
  if (tree?.kind === 'list' && tree.elements.length === 1) return tree.elements[0]!;
  const [first, ...rest] = piece;
  const inner = /-[ \t]*/my;
  inner.lastIndex = first!.start;
  inner.exec(text);
  const at = inner.lastIndex;
  const inside = at < first!.end ? [{ start: at, end: first!.end, indent: first!.indent + at - first!.start }, ...rest] : rest;
  return { value: inside.length > 0 && (rest.length > 0 || at < first!.end) ? nested(text, inside, piece, problems) : null, start: first!.start, end: piece.at(-1)!.end };
}

function entry(text: string, piece: readonly Line[], problems: Problem[]): Entry {
  const tree = alone(text, piece).tree;
  if (tree?.kind === 'map' && tree.entries.length === 1) return tree.entries[0]!;
  const [first, ...rest] = piece;
  startsEntry.lastIndex = first!.start;
  const key = startsEntry.exec(text)?.[0] ?? '';
  const after = text.slice(first!.start + key.length, first!.end);
  const value = rest.length > 0 && /^\s*(?:[&!][^\s]*\s*)*(?:#.*)?$/.test(after) ? nested(text, rest, piece, problems) : broken(text, piece, problems);
  return { key: key.replace(/\s*:$/, '').replace(/^(['"])(.*)\1$/, '$2'), value, start: first!.start, end: piece.at(-1)!.end };
}

/** The lines inside a piece that did not parse; cut further only where they are a list or a map of their own. */
function nested(text: string, lines: readonly Line[], piece: readonly Line[], problems: Problem[]): Tree | null {
  const start = lines[0]!.start;
  if (starts(startsElement, text, start) || starts(startsEntry, text, start)) return block(text, lines, problems);
  return broken(text, piece, problems);
}

function broken(text: string, lines: readonly Line[], problems: Problem[]): null {
  const astray = lines.slice(1).find((line) => line.indent < lines[0]!.indent);
  if (astray) {
    problems.push({ message: sentenceFor('BAD_INDENT'), offset: astray.start });
    return null;
  }
  const found = alone(text, lines).problems[0];
  problems.push(found ?? { message: 'This does not fit here; the text may need quotation marks.', offset: lines[0]!.start });
  return null;
}

/** The lines as a text of their own, each at its column. The tree is null where they do not parse. */
function alone(text: string, lines: readonly Line[]): { tree: Tree | null; problems: readonly Problem[] } {
  const { start, indent } = lines[0]!;
  const { roots, problems } = parseClean(' '.repeat(indent) + text.slice(start, lines.at(-1)!.end), start - indent);
  return { tree: problems.length === 0 && roots.length === 1 ? roots[0]! : null, problems };
}

function* linesOf(text: string): Iterable<Line> {
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found + 1;
    let indent = 0;
    while (text[at + indent] === ' ') indent++;
    const first = text[at + indent];
    if (first !== undefined && first !== '#' && first !== '\n' && first !== '\r' && at + indent < end) yield { start: at + indent, end, indent };
    at = end;
  }
}
