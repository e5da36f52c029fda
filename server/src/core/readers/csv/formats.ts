import type { Candidate, Format, Reader } from '../reader.ts';
import { namesReplies } from '../shapes/file-names.ts';
import { columnsOf, hasCustomerText, hasForeign, hasTitle, type Column } from './columns.ts';
import { csvReader, hasSentences } from './reader.ts';
import { isRegular, tableOf } from './table.ts';

const names = /\.(?:csv|tsv)$/i;

/** Exports whose columns tell where they come from are of the same format as that helpdesk's other files. */
function formatOf(columns: readonly Column[]): string {
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => columns.some((column) => column.name === name));
  if (has('name', 'keywords', 'content')) return 'zammad-text-modules';
  if (has('name', 'message', 'channel')) return 'salesforce-quick-text';
  return 'csv';
}

/** Tables that say by their header that they hold replies, and have a sentence in one of them. */
export const csv: Format = {
  id: 'csv',
  recognise: ({ path, text }) => readerFor(path, text, (columns) => hasTitle(columns) && (!hasForeign(columns) || namesReplies(path)), true),
};

/** Tables that a person named: then a text for the customer is enough. */
export const namedCsv: Format = {
  id: 'csv',
  recognise: ({ path, text }: Candidate) => readerFor(path, text, () => true, false),
};

function readerFor(path: string, text: string, fits: (columns: readonly Column[]) => boolean, mustSay: boolean): Reader | null {
  if (!names.test(path)) return null;
  const table = tableOf(text, (header) => {
    const columns = columnsOf(header);
    return hasCustomerText(columns) && fits(columns) ? columns : null;
  });
  if (table === null || (mustSay && !(isRegular(text, table) && hasSentences(text, table)))) return null;
  return csvReader(formatOf(table.columns), table);
}
