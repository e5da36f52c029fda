import type { TextEdit } from '../../model.ts';
import type { MappedText } from '../../text/source-map.ts';
import type { Part, Syntax } from './syntax.ts';
import type { ScalarTree, Tree } from './tree.ts';

const refusal = 'This place cannot hold the new text without changing the text around it; please change it by hand.';

/**
 * Writes `newText` in place of `value.text[start, end)`. Each way that the syntax offers is tried on the part's text: it
 * counts only if everything reads back as before and the value as it should.
 */
export function writeScalar(
  syntax: Syntax, source: string, part: Part, tree: Tree, scalar: ScalarTree, value: MappedText,
  start: number, end: number, newText: string,
): readonly TextEdit[] | { readonly refused: string } {
  const wanted = value.text.slice(0, start) + newText + value.text.slice(end);
  if (wanted === value.text) return [];
  for (const edits of syntax.rewrites(source, scalar, value, start, end, newText)) {
    const after = syntax.parsePart(applyEdits(source, edits), part);
    if (after.tree !== null && after.exact && sameExcept(tree, after.tree, scalar, wanted)) return edits;
  }
  return { refused: refusal };
}

/** Edits are ascending and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let last = 0;
  for (const edit of edits) {
    out += text.slice(last, edit.start) + edit.newText;
    last = edit.end;
  }
  return out + text.slice(last);
}

function sameExcept(before: Tree | null, after: Tree | null, changed: ScalarTree, wanted: string): boolean {
  if (before === null || after === null) return before === after;
  if (before.kind === 'scalar') return after.kind === 'scalar' && after.value === (before === changed ? wanted : before.value);
  if (before.kind === 'map') {
    return after.kind === 'map' && after.entries.length === before.entries.length
      && before.entries.every((entry, i) => entry.key === after.entries[i]!.key && sameExcept(entry.value, after.entries[i]!.value, changed, wanted));
  }
  return after.kind === 'list' && after.elements.length === before.elements.length
    && before.elements.every((element, i) => sameExcept(element.value, after.elements[i]!.value, changed, wanted));
}

/** A range of a decoded text widened so that it cuts no escape, and the stretch of the source that it stands for. */
export function widen(value: MappedText, start: number, end: number): { start: number; end: number; sourceStart: number; sourceEnd: number } {
  const { map, text } = value;
  const sameRun = (i: number): boolean => {
    if (i <= 0 || i >= text.length) return false;
    const a = map.range(i - 1, i);
    const b = map.range(i, i + 1);
    return a.start === b.start && a.end === b.end;
  };
  let from = start;
  let to = end;
  while (sameRun(from)) from--;
  while (sameRun(to)) to++;
  if (from < to) {
    const source = map.range(from, to);
    return { start: from, end: to, sourceStart: source.start, sourceEnd: source.end };
  }
  const point = from < text.length ? map.range(from, from + 1).start : map.range(text.length - 1, text.length).end;
  return { start: from, end: to, sourceStart: point, sourceEnd: point };
}
