import type { Markup, TextEdit } from '../model.ts';
import type { Room } from '../frameworks/coverage.ts';
import type { Platform } from '../platforms/platform.ts';
import type { FieldText } from './read-reply.ts';
import { escapeAroundVariables } from './step-words.ts';

/** Edits, in the item's text, that put words as a paragraph of their own where there is room for them, in the field's markup. */
export function insertParagraph({ field, prose, layer }: FieldText, room: Room, words: string, platform: Platform | null): readonly TextEdit[] | { readonly refused: string } {
  const value = field.value.text;
  const near = prose.map.range(Math.max(0, room.side === 'after' ? room.at - 1 : room.at), room.side === 'after' ? room.at : room.at + 1);
  const paragraphs = words.split(/\n\s*\n/).map((paragraph) => escapeAroundVariables(paragraph.trim(), layer, platform));
  const { at, text } = room.side === 'after' ? after(value, near.end, paragraphs, field.markup) : before(value, near.start, paragraphs, field.markup);
  return field.write(at, at, text);
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function after(value: string, from: number, paragraphs: readonly string[], markup: Markup): Insertion {
  if (markup === 'html') {
    const block = /<\/(p|div|li|td|h[1-6])\s*>|<br\s*\/?>/i.exec(value.slice(from));
    if (!block) return { at: value.length, text: paragraphs.map((each) => `<br><br>${each}`).join('') };
    if (!block[1]) return { at: from + block.index, text: paragraphs.map((each) => `<br><br>${each}`).join('') };
    const at = from + block.index + block[0].length;
    const tag = block[1].toLowerCase() === 'div' ? 'div' : 'p';
    return { at, text: paragraphs.map((each) => `${lineBefore(value, at)}<${tag}>${each}</${tag}>`).join('') };
  }
  const end = /\n[ \t]*\n|\s*$/.exec(value.slice(from))!;
  return { at: from + end.index, text: paragraphs.map((each) => `\n\n${each}`).join('') };
}

function before(value: string, start: number, paragraphs: readonly string[], markup: Markup): Insertion {
  if (markup === 'html') {
    const block = /<(p|div)\b[^<>]*>\s*$/i.exec(value.slice(0, start));
    if (!block) return { at: start, text: paragraphs.map((each) => `${each}<br><br>`).join('') };
    const tag = block[1]!.toLowerCase();
    return { at: block.index, text: paragraphs.map((each) => `<${tag}>${each}</${tag}>${lineBefore(value, block.index)}`).join('') };
  }
  return { at: start, text: paragraphs.map((each) => `${each}\n\n`).join('') };
}

/** A file that writes each block on a line of its own gets the new one on its own line too. */
function lineBefore(value: string, at: number): string {
  const line = value.lastIndexOf('\n', at - 1);
  return line >= 0 && /^\s*</.test(value.slice(line + 1)) ? /^\n[ \t]*/.exec(value.slice(line))![0] : '';
}
