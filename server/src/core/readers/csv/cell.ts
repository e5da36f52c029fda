import type { TextEdit } from '../../model.ts';
import { applyEdits, widen } from '../shapes/write-scalar.ts';
import { MappedTextBuilder, type MappedText } from '../../text/source-map.ts';
import { readRecord, type Cell, type CsvRecord, type Delimiter } from './record.ts';

/** The text of a sound cell: its marks are gone, a doubled one is one, and each line break is `\n`. */
export function cellText(source: string, cell: Cell): MappedText {
  const value = new MappedTextBuilder();
  const end = cell.quoted ? cell.end - 1 : cell.end;
  let at = cell.quoted ? cell.start + 1 : cell.start;
  if (cell.quoted) {
    const special = /""|\r\n?/g;
    special.lastIndex = at;
    for (let found = special.exec(source); found && found.index < end; found = special.exec(source)) {
      value.add(source.slice(at, found.index), at, found.index);
      at = found.index + found[0].length;
      value.add(found[0] === '""' ? '"' : '\n', found.index, at);
    }
  }
  value.add(source.slice(at, end), at, end);
  return value.done();
}

/** How the file that a cell stands in is written. */
export interface CsvStyle {
  readonly delimiter: Delimiter;
  /** Its line end, for a cell that holds none of its own. */
  readonly newline: string;
}

/**
 * Writes `newText` in place of `value.text[start, end)` of the record's nth cell. A mark inside quotes is doubled, and a bare
 * cell that needs marks gets them, which is one edit over the whole cell: half of a pair must never be applied alone.
 */
export function writeCell(source: string, record: CsvRecord, nth: number, value: MappedText, start: number, end: number, newText: string, style: CsvStyle): readonly TextEdit[] | { readonly refused: string } {
  const cell = record.cells[nth]!;
  const plain = newText.replace(/\r\n?/g, '\n');
  const wanted = value.text.slice(0, start) + plain + value.text.slice(end);
  if (wanted === value.text) return [];
  if (readAsFormula(wanted) && !readAsFormula(value.text)) return { refused: `A cell that begins with “${wanted.trimStart()[0]}” is taken for a formula by spreadsheets; please change it by hand.` };
  const newline = /\r\n?|\n/.exec(source.slice(cell.start, cell.end))?.[0] ?? style.newline;
  const encoded = (text: string): string => text.replaceAll('"', '""').replaceAll('\n', newline);
  let edit: TextEdit;
  if (cell.quoted || !needsQuotes(wanted, style.delimiter)) {
    const { start: from, end: to, sourceStart, sourceEnd } = value.text === '' ? emptyPlace(cell) : widen(value, start, end);
    const text = value.text.slice(from, start) + plain + value.text.slice(end, to);
    edit = { start: sourceStart, end: sourceEnd, newText: cell.quoted ? encoded(text) : text };
  } else {
    edit = { start: cell.start, end: cell.end, newText: `"${encoded(wanted)}"` };
  }
  return readsBack(source, record, nth, wanted, edit, style.delimiter) ? [edit] : { refused: 'This cell cannot hold the new text without changing the cells around it; please change it by hand.' };
}

function emptyPlace(cell: Cell): { start: number; end: number; sourceStart: number; sourceEnd: number } {
  const at = cell.quoted ? cell.start + 1 : cell.start;
  return { start: 0, end: 0, sourceStart: at, sourceEnd: at };
}

/** A text that opens with a mark would be read as a quoted one; elsewhere a mark only confuses other programs, so it counts too. */
function needsQuotes(text: string, delimiter: Delimiter): boolean {
  return text.includes(delimiter) || /["\r\n]/.test(text);
}

function readAsFormula(text: string): boolean {
  return /^\s*[=+@-]/.test(text);
}

function readsBack(source: string, record: CsvRecord, nth: number, wanted: string, edit: TextEdit, delimiter: Delimiter): boolean {
  const now = applyEdits(source, [edit]);
  const after = readRecord(now, 0, delimiter);
  return after.end === now.length && after.unclosed === null && after.cells.length === record.cells.length
    && after.cells.every((cell, i) => cell.stray === null && cellText(now, cell).text === (i === nth ? wanted : cellText(source, record.cells[i]!).text));
}
