import { listed } from '../../core/config/nearest.ts';
import type { Summary } from '../checked.ts';

/** A run in a sentence or two. */
export function summarise(summary: Summary): string {
  const sentences: string[] = [];
  const found = [
    counted(summary.error, 'error', 'errors'),
    counted(summary.warning, 'warning', 'warnings'),
    counted(summary.info, 'suggestion', 'suggestions'),
    counted(summary.hint, 'hint', 'hints'),
  ].filter((part) => part !== null);
  const checked = counted(summary.responses, 'reply', 'replies');
  if (checked === null) sentences.push(summary.unreadable > 0 ? 'No replies were checked.' : 'No replies found here. A file that is named is always checked: replylint check FILE.');
  else if (found.length === 0) sentences.push(`${checked} checked, and nothing in ${summary.responses === 1 ? 'it' : 'them'} that should make an angry customer angrier.`);
  else sentences.push(`${checked} checked, ${summary.affected} could escalate: ${listed(found)}.`);

  if (summary.fixed > 0) sentences.push(`${counted(summary.fixed, 'place was', 'places were')} mended.`);
  if (summary.fixable > 0) sentences.push(`${summary.fixable} can be fixed with --fix.`);
  if (summary.suggested > 0) sentences.push(`${summary.suggested}${summary.fixable > 0 ? ' more' : ''} can be fixed with --fix-suggestions.`);
  if (summary.unreadable > 0) sentences.push(`${summary.unreadable} could not be read in full: the reason is above.`);
  return sentences.join(' ');
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}
