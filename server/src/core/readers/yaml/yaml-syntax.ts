import type { TextEdit } from '../../model.ts';
import { MappedTextBuilder, type MappedText } from '../../text/source-map.ts';
import { shift } from '../shapes/shift.ts';
import type { Part, Syntax } from '../shapes/syntax.ts';
import type { ScalarTree, Tree } from '../shapes/tree.ts';
import { blockHeader, blockIndent } from './block-scalars.ts';
import { blockStyleTree } from './block-style.ts';
import { encodeDoubleQuoted } from './flow-scalars.ts';
import { decodeScalar, LazyScalar } from './lazy-scalar.ts';
import { recover } from './recover.ts';
import { parseClean } from './yaml-tree.ts';
import { widen } from '../shapes/write-scalar.ts';

export const yamlSyntax: Syntax = {
  parse,

  parsePart(source: string, part: Part) {
    const isEntry = part.what === 'entry' || part.what === 'entries';
    const { root, single } = rootOf(source, part, isEntry);
    if (isEntry) {
      const map = root?.kind === 'map' ? root : null;
      return { tree: map, exact: single && map !== null && covers(map.entries, source) && (part.what === 'entries' || map.entries.length === 1) };
    }
    if (part.what === 'element' || part.flow) {
      const list = root?.kind === 'list' ? root : null;
      return { tree: list?.elements[0]?.value ?? null, exact: single && list !== null && list.elements.length === 1 && covers(list.elements, source) };
    }
    return { tree: root, exact: single && root !== null && covers([root], source) };
  },

  decode(source: string, scalar: ScalarTree) {
    if (scalar instanceof LazyScalar && scalar.isFrom(source)) return scalar.decoded();
    const decoded = decodeScalar(source, scalar);
    if (decoded.text === scalar.value) return decoded;
    // The library reads it another way: the text stands for its source as a whole.
    const whole = new MappedTextBuilder();
    whole.add(String(scalar.value), scalar.start, scalar.end);
    return whole.done();
  },

  *rewrites(source: string, scalar: ScalarTree, value: MappedText, start: number, end: number, newText: string): Iterable<readonly TextEdit[]> {
    const first = source[scalar.start];
    const isBlock = !scalar.flow && (first === '|' || first === '>');
    if (value.text !== '') {
      const at = widen(value, start, end);
      const text = value.text.slice(at.start, start) + newText + value.text.slice(end, at.end);
      const edit = (written: string): TextEdit[] => [{ start: at.sourceStart, end: at.sourceEnd, newText: written }];
      if (isBlock) {
        for (const written of blockTexts(source, scalar, text)) yield edit(written);
      } else if (first === '"') {
        yield edit(encodeDoubleQuoted(text));
      } else if (!/[\n\r\u0085\u2028\u2029]/.test(text)) {
        yield edit(first === "'" ? text.replace(/'/g, "''") : text);
      }
    }
    if (!isBlock) {
      const wanted = value.text.slice(0, start) + newText + value.text.slice(end);
      yield [{ start: scalar.start, end: scalar.end, newText: `"${encodeDoubleQuoted(wanted)}"` }];
    }
  },
};

function parse(text: string): ReturnType<Syntax['parse']> {
  const tree = blockStyleTree(text);
  return tree === null ? parseAny(text) : { roots: [tree], problems: [] };
}

/** With the library, and line by line where it finds errors. */
function parseAny(text: string): ReturnType<Syntax['parse']> {
  const clean = parseClean(text);
  if (clean.problems.length === 0) return clean;
  const recovered = recover(text);
  return recovered.problems.length > 0 ? recovered : { roots: recovered.roots, problems: clean.problems.slice(0, 1) };
}

function rootOf(source: string, part: Part, isEntry: boolean): { root: Tree | null; single: boolean } {
  const tree = part.flow ? null : blockStyleTree(source, part.column);
  if (tree !== null) return { root: tree, single: true };
  // The column is kept by spaces, so that the lines after the first stand where they stood.
  const before = part.flow ? (isEntry ? '{' : '[') : ' '.repeat(part.column);
  const after = part.flow ? (isEntry ? '}' : ']') : '';
  const { roots, problems } = parseAny(before + source + after);
  return { root: roots[0] ? shift(roots[0], -before.length) : null, single: problems.length === 0 && roots.length === 1 };
}

function covers(parts: readonly { readonly start: number; readonly end: number }[], source: string): boolean {
  return parts[0]?.start === 0 && parts.at(-1)!.end === source.length;
}

/** How a text may be laid out in a block scalar: line breaks as they are, or one more of each where lines are folded. */
function* blockTexts(source: string, scalar: ScalarTree, text: string): Iterable<string> {
  if (/[\r\u0085\u2028\u2029]/.test(text)) return;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const margin = ' '.repeat(blockIndent(source, scalar.start, scalar.end, scalar.indent));
  const laidOut = (more: number): string => text.replace(/\n+/g, (found) => eol.repeat(found.length + more) + margin);
  if (!text.includes('\n')) {
    yield text;
    return;
  }
  const folded = blockHeader(source, scalar.start, scalar.end).folded;
  for (const written of folded ? [laidOut(1), laidOut(0)] : [laidOut(0)]) {
    // At the end of a line the next one brings its own margin.
    if (text.endsWith('\n')) yield written.slice(0, written.length - margin.length);
    yield written;
  }
}
