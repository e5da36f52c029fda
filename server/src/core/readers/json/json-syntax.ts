import { decodeJsonString, encodeJsonString } from './json-string.ts';
import { parseJson } from './json-tree.ts';
import { shift } from '../shapes/shift.ts';
import type { Part, Syntax } from '../shapes/syntax.ts';
import type { ScalarTree } from '../shapes/tree.ts';
import { widen } from '../shapes/write-scalar.ts';
import type { TextEdit } from '../../model.ts';
import type { MappedText } from '../../text/source-map.ts';

export const jsonSyntax: Syntax = {
  parse(text) {
    const { root, problems } = parseJson(text);
    return { roots: root === null ? [] : [root], problems };
  },

  parsePart(source: string, part: Part) {
    if (part.what === 'value' || part.what === 'element') {
      const { root, problems } = parseJson(source);
      return { tree: root, exact: root !== null && problems.length === 0 && root.start === 0 && root.end === source.length };
    }
    const { root, problems, end } = parseJson(`{${source}}`);
    const map = root?.kind === 'map' ? shift(root, -1) : null;
    const first = map?.kind === 'map' ? map.entries[0] : undefined;
    const last = map?.kind === 'map' ? map.entries.at(-1) : undefined;
    return { tree: map, exact: problems.length === 0 && end === source.length + 2 && first?.start === 0 && last?.end === source.length };
  },

  decode(source: string, scalar: ScalarTree) {
    return decodeJsonString(source, scalar.start, scalar.end);
  },

  *rewrites(source: string, scalar: ScalarTree, value: MappedText, start: number, end: number, newText: string): Iterable<readonly TextEdit[]> {
    const written = source.slice(scalar.start, scalar.end);
    // A file that escapes all but ASCII goes on doing so.
    const ascii = /\\u(?!00[01])[0-9a-fA-F]{4}/.test(written) && /^[\x00-\x7F]*$/.test(written);
    if (value.text === '') {
      yield [{ start: scalar.start + 1, end: scalar.end - 1, newText: encodeJsonString(newText, ascii) }];
      return;
    }
    const at = widen(value, start, end);
    const whole = value.text.slice(at.start, start) + newText + value.text.slice(end, at.end);
    yield [{ start: at.sourceStart, end: at.sourceEnd, newText: encodeJsonString(whole, ascii) }];
  },
};
