import type { Field, Item, Problem, Reader, Reply } from '../reader.ts';
import { readsLikeProse } from '../shapes/prose.ts';
import { cellText, writeCell } from './cell.ts';
import { draftOf, type DraftRecord } from './draft.ts';
import { readRecord, recordsFrom, type CsvRecord } from './record.ts';
import type { Table } from './table.ts';

/** What an item of a table carries with it. */
interface Context {
  /** All that decides how its record reads. */
  readonly head: string;
  readonly format: string;
  /** How many cells it has: the delimiter was chosen by that. */
  readonly cells: number;
  /** Whether it is a reason to take the file for one of replies. */
  readonly weight: string;
  /** True for a record that the delimiter itself was told from. */
  readonly first: boolean;
}

/** One item for each record, so that an edit in a record reads that record again and no other. */
export function csvReader(format: string, table: Table): Reader {
  return {
    format,
    items(text) {
      const items: Item[] = [];
      const problems: Problem[] = [];
      for (const record of recordsFrom(text, table.body, table.delimiter)) {
        if (record.unclosed !== null) problems.push({ message: unclosedMessage, offset: record.unclosed });
        else items.push({ start: record.start, end: record.end, context: contextOf(format, table, text.slice(record.start, record.end), record.start === 0) });
      }
      return { items, problems };
    },
    read(source) {
      const record = readRecord(source, 0, table.delimiter);
      const stray = record.cells.find((cell) => cell.stray !== null)?.stray ?? null;
      if (stray !== null) return { reply: null, problems: [{ message: strayMessage, offset: stray }] };
      return { reply: replyOf(table, source, record), problems: [] };
    },
    isStillOneItem(source, item) {
      const record = readRecord(source, 0, table.delimiter);
      if (record.end !== source.length || record.unclosed !== null || source === '') return false;
      const before = item.context as Context;
      const now = contextOf(format, table, source, before.first);
      return !before.first && now.cells === before.cells && now.weight === before.weight;
    },
  };
}

const unclosedMessage = 'The quotation mark here opens a cell that nothing closes, so the rest of the file is part of it. Put a second mark at the end of the cell’s text.';
const strayMessage = 'This quotation mark ends the cell, but its text goes on. Write two marks ("") where one is meant in the text.';

function contextOf(format: string, table: Table, source: string, first: boolean): Context {
  const record = readRecord(source, 0, table.delimiter);
  return { head: table.head, format, cells: record.cells.length, weight: weightOf(table, source, record), first };
}

function soundTexts(source: string, record: CsvRecord): string[] | null {
  if (record.unclosed !== null || record.cells.some((cell) => cell.stray !== null)) return null;
  return record.cells.map((cell) => cellText(source, cell).text);
}

function weightOf(table: Table, source: string, record: CsvRecord): string {
  const texts = soundTexts(source, record);
  const draft = texts && draftOf(table, texts);
  return draft === null ? 'none' : says(draft, texts!) ? 'prose' : 'words';
}

function says(draft: DraftRecord, texts: readonly string[]): boolean {
  return draft.fields.some((field) => field.audience !== 'label' && field.role !== 'twin' && readsLikeProse(texts[field.cell]!));
}

/** True where at least one record has a sentence to say. */
export function hasSentences(text: string, table: Table): boolean {
  for (const record of recordsFrom(text, table.body, table.delimiter)) {
    const source = text.slice(record.start, record.end);
    if (weightOf(table, source, readRecord(source, 0, table.delimiter)) === 'prose') return true;
  }
  return false;
}

function replyOf(table: Table, source: string, record: CsvRecord): Reply | null {
  const values = record.cells.map((cell) => cellText(source, cell));
  const draft = draftOf(table, values.map((value) => value.text));
  if (draft === null) return null;
  const plain = draft.fields.map(({ cell, role, audience, markup }): Field => {
    const value = values[cell]!;
    const { start, end, quoted } = record.cells[cell]!;
    return {
      role, audience, markup, value, start: quoted ? start + 1 : start, end: quoted ? end - 1 : end,
      write: (from, to, newText) => writeCell(source, record, cell, value, from, to, newText, table),
    };
  });
  const fields = plain.map((field, i) => {
    const { role, cell } = draft.fields[i]!;
    const counts = role === 'twin' && plain[draft.fields.findIndex((other) => other.cell === table.columns[cell]!.twinOf)];
    return counts ? { ...field, twinOf: counts } : field;
  });
  return { id: draft.id, title: draft.title, tags: draft.tags, declared: draft.declared, fields };
}
