import { addressesReader, isCodeLanguage, looksLikeReply } from '../prose/reply-likeness.ts';
import type { Block } from './blocks.ts';
import { isRemark, unquoted, type LibraryItem } from './found.ts';
import { labelOf, marksBadExample, marksCustomer, subjectOf } from './labels.ts';
import { quotedAt } from './quoted.ts';
import { titleOf, type Section } from './sections.ts';
import type { Shape } from './split.ts';

/** The replies of a section that are set off from the notes around them: fences, block quotes, paragraphs in quotes. */
export function explicitReplies(text: string, section: Section, isCertain: boolean): LibraryItem[] {
  const items: LibraryItem[] = [];
  let label = '';
  let subjectStart = -1;
  const add = (shape: Shape, start: number, end: number, said: string, fence = ''): void => {
    const isBad = marksBadExample(said) || (said === '' && marksBadExample(section.title));
    const from = shape !== 'fence' && subjectStart !== -1 ? subjectStart : start;
    items.push({ start: from, end, context: { shape, title: titleOf(section, labelOf(said) ?? ''), audience: isBad ? 'internal' : 'customer', fence } });
  };
  const isReply = (words: string): boolean => looksLikeReply(words) && (isCertain || addressesReader(words)) && !marksCustomer(labelOf(label) ?? '');
  for (let i = 0; i < section.blocks.length; i++) {
    const block = section.blocks[i]!;
    const own = block.kind === 'paragraph' ? text.slice(block.start, block.end) : '';
    if (block.kind === 'fence') {
      if (!isCodeLanguage(block.label) && isReply(text.slice(block.innerStart, block.innerEnd))) {
        const [start, end] = withoutQuotes(text, block.innerStart, block.innerEnd);
        add('fence', start, end, label, fenceOf(text, block));
      }
    } else if (block.kind === 'quote' && section.level > 0) {
      const words = unquoted(text.slice(block.start, block.end));
      if (!isRemark(words) && isReply(words)) add('quote', block.start, block.end, label);
    } else {
      const quoted = quotedAt(text, section.blocks, i);
      if (quoted && isReply(text.slice(quoted.start, quoted.end))) {
        add('quoted', quoted.start, quoted.end, quoted.label || label);
        i += quoted.blocks - 1;
      }
    }
    label = own !== '' && labelOf(own) !== null ? own : '';
    subjectStart = own !== '' && subjectOf(own) !== null ? block.start : -1;
  }
  return items;
}

function fenceOf(text: string, block: Block): string {
  return text.slice(block.start, block.innerStart).trim().slice(0, block.size);
}

/** A fence may hold one text in quotation marks: the marks are the library's, not the reply's. */
function withoutQuotes(text: string, start: number, end: number): [number, number] {
  const words = text.slice(start, end);
  const found = /^\s*["“]([^"“”]*)["”]\s*$/.exec(words);
  if (!found) return [start, end];
  const from = start + words.search(/["“]/) + 1;
  return [from, from + found[1]!.length];
}
