import type { Audience, Markup } from '../../model.ts';
import type { Reader } from '../reader.ts';
import { columnName, columnsOf, type Column } from './columns.ts';
import { csvReader } from './reader.ts';
import { tableOf, tableWithoutHeader } from './table.ts';

/** What a person says of a table: names of its columns as the header has them, or their numbers (`1`) where it has none. */
export interface ColumnMapping {
  /** Id of the format to report. */
  readonly format: string;
  readonly customer: readonly string[];
  readonly internal?: readonly string[];
  readonly label?: readonly string[];
  /** Told from each cell where nothing is said. */
  readonly markup?: Markup;
}

/** A reader for a table whose columns a person named; null where the text has no such customer column. */
export function mappedCsvReader(text: string, mapping: ColumnMapping): Reader | null {
  const all = [...mapping.customer, ...(mapping.internal ?? []), ...(mapping.label ?? [])];
  const table = all.length > 0 && all.every((name) => /^[1-9]\d?$/.test(name))
    ? tableWithoutHeader(text, numbered(Math.max(...all.map(Number)), mapping))
    : tableOf(text, (header) => {
      const columns = columnsOf(header).map((column) => mapped(column, column.name, mapping));
      return columns.some((column) => column.audience === 'customer') ? columns : null;
    });
  return table && csvReader(mapping.format, table);
}

function numbered(count: number, mapping: ColumnMapping): Column[] {
  return Array.from({ length: count }, (_, i) => {
    const name = String(i + 1);
    const column = mapped({ name, audience: null, role: 'body', markup: 'text', twinOf: null }, name, mapping);
    // The first label is what the reply is called.
    return mapping.label?.[0] === name ? { ...column, name: 'title' } : column;
  });
}

function mapped(column: Column, name: string, { customer, internal = [], label = [], markup }: ColumnMapping): Column {
  const lists: readonly (readonly [Audience, readonly string[]])[] = [['customer', customer], ['internal', internal], ['label', label]];
  const audience = lists.find(([, names]) => names.some((given) => columnName(given) === name))?.[0] ?? null;
  if (audience === null) return { ...column, audience: null, twinOf: null };
  const role = audience === 'customer' && name === 'subject' ? 'subject' : 'body';
  return { name: column.name, audience, role, markup: audience === 'label' ? 'text' : markup ?? 'seen', twinOf: null };
}
