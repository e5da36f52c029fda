import type { Audience } from '../../model.ts';
import type { Item } from '../reader.ts';
import { addressesReader, looksLikeReply, opensAsMessage } from '../prose/reply-likeness.ts';
import { blocksOf } from './blocks.ts';
import { isInstruction, subjectOf } from './labels.ts';

export type Shape = 'fence' | 'quote' | 'quoted' | 'section' | 'whole';

/** What `read` must know of a reply in a library besides its text. */
export interface LibraryContext {
  readonly shape: Shape;
  readonly title: string;
  readonly audience: Audience;
  /** The fence that closes it (`` ``` ``); '' where there is none. */
  readonly fence: string;
  /** The structure that the file was understood by; an edit that changes it means reading the file again. */
  readonly signature: string;
}

/** An item with its context typed. */
export type LibraryItem = Item & { readonly context: LibraryContext };

export function libraryItem(text: string, start: number, end: number, context: Omit<LibraryContext, 'signature'>): LibraryItem {
  return { start, end, context: { ...context, signature: signatureOf(text.slice(start, end)) } };
}

/** Everything about a reply's text that had a say in how its file was understood, as one short string. */
export function signatureOf(source: string): string {
  const blocks = blocksOf(source).map((block) => block.kind[0]! + block.size).join('');
  const flags = [looksLikeReply(source), addressesReader(source), opensAsMessage(source), isInstruction(source), /["”“„]/.test(source), subjectOf(source.split('\n', 1)[0]!) !== null];
  return blocks + flags.map(Number).join('');
}
