import { lineEnd } from '../../markup/characters.ts';
import { opensAsMessage } from '../prose/reply-likeness.ts';
import type { Block } from './blocks.ts';
import { subjectOf } from './labels.ts';
import type { Section } from './sections.ts';
import { splitReply } from './split.ts';

/** Does a block hold words of its section? */
export function isText(block: Block): boolean {
  return block.kind !== 'rule' && block.kind !== 'comment';
}

/** What the text of a section shows of itself, each found once, when it is first asked for. */
export class SectionText {
  readonly section: Section;
  private readonly text: string;
  private readonly words: string;
  private known: { body?: string; opens?: boolean; hasSubject?: boolean } = {};

  constructor(text: string, section: Section) {
    const first = section.blocks.find(isText);
    this.text = text;
    this.section = section;
    this.words = first ? text.slice(first.start, section.blocks.findLast(isText)!.end) : '';
  }

  /** Without the subject line and the notes before the text. */
  get body(): string { return (this.known.body ??= this.withoutNotes()); }

  /** Does its body open as a message to somebody? */
  get opens(): boolean { return (this.known.opens ??= opensAsMessage(this.body)); }

  /** Does one of its first paragraphs begin with a subject line? */
  get hasSubject(): boolean { return (this.known.hasSubject ??= this.findSubject()); }

  private withoutNotes(): string {
    const { bodyStart, bodyEnd } = splitReply(this.words, 'section');
    return this.words.slice(bodyStart, bodyEnd);
  }

  private findSubject(): boolean {
    const { text, section: { blocks } } = this;
    const opensWithOne = (block: Block): boolean => block.kind === 'paragraph' && subjectOf(text.slice(block.start, lineEnd(text, block.start, block.end))) !== null;
    return blocks.slice(0, 3).some(opensWithOne) && this.words.trim().includes('\n');
  }
}
