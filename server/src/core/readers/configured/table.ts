import type { FormatSetting } from '../../config/config.ts';
import { columnName, titleNames, type Column } from '../csv/columns.ts';
import { csvReader } from '../csv/reader.ts';
import { tableOf, tableWithoutHeader } from '../csv/table.ts';
import type { Candidate, Reader } from '../reader.ts';
import { names } from './shape.ts';

/** A table whose columns a config names by their heads, or, where it has none, by their numbers from 1; null where none of them is there. */
export function configuredTable({ text }: Candidate, setting: FormatSetting): Reader | null {
  const byNumber = [setting.customer, setting.internal, setting.label].every((group) => names(group).every((name) => /^[1-9]\d{0,2}$/.test(name)));
  const widest = Math.max(0, ...names(setting.customer).map(Number), ...names(setting.internal).map(Number), ...names(setting.label).map(Number));
  const table = byNumber
    ? tableWithoutHeader(text, columns(Array.from({ length: widest }, (_, i) => String(i + 1)), setting))
    : tableOf(text, (header) => {
      const found = columns(header, setting);
      return found.some((column) => column.audience === 'customer') ? found : null;
    });
  return table && csvReader('configured', table);
}

function columns(header: readonly string[], setting: FormatSetting): Column[] {
  const heads = header.map(columnName);
  const at = (group: FormatSetting['customer']): number[] => names(group).map((name) => heads.indexOf(columnName(name))).filter((index) => index !== -1);
  const groups = { customer: at(setting.customer), internal: at(setting.internal), label: at(setting.label) };
  return heads.map((head, i): Column => {
    const audience = (['customer', 'internal', 'label'] as const).find((group) => groups[group].includes(i)) ?? null;
    // The table's reader takes a reply's title from columns of certain names.
    const name = groups.label[0] === i ? titleNames[0]! : titleNames.includes(head) ? '' : head;
    return { name, audience, role: 'body', markup: audience === 'customer' ? setting.markup ?? 'seen' : 'text', twinOf: null };
  });
}
