import type { Audience } from '../../model.ts';
import type { Item } from '../reader.ts';
import { addressesReader, looksLikeReply, opensAsMessage } from '../prose/reply-likeness.ts';
import { blocksOf } from './blocks.ts';
import { subjectOf } from './labels.ts';
import { splitReply, type Shape } from './split.ts';

/** What `read` must know of a reply in a library besides its text. */
export interface LibraryContext {
  readonly shape: Shape;
  readonly title: string;
  readonly audience: Audience;
  /** The fence that closes it (`` ``` ``); '' where there is none. */
  readonly fence: string;
}

/** An item with its context typed. */
export type LibraryItem = Item & { readonly context: LibraryContext };

/** Everything about a reply's text that had a say in how its file was understood, as one short string: an edit that changes it means reading the file again. */
export function signatureOf(source: string, shape: Shape): string {
  const blocks = blocksOf(source).map((block) => block.kind[0]! + block.size).join('');
  const words = shape === 'quote' ? unquoted(source) : source;
  const { bodyStart, bodyEnd } = splitReply(source, shape);
  const body = source.slice(bodyStart, bodyEnd);
  const flags = [words, body].flatMap((text) => [looksLikeReply(text), addressesReader(text), opensAsMessage(text)]);
  flags.push(isRemark(words), /["”“„]/.test(source), bodyStart < bodyEnd, source.includes('\n'));
  const subjects = source.split('\n').filter((line) => subjectOf(line) !== null).length;
  return `${blocks}${flags.map(Number).join('')}/${subjects}`;
}

/** A block quote's text without the marks before its lines. */
export function unquoted(source: string): string {
  return source.replace(/^[ \t]*>[ \t]?/gm, '');
}

/** A remark of the library's author that merely looks like a quotation. */
export function isRemark(words: string): boolean {
  return /^\s*(?:\[!|[^\p{L}]*(?:note|tip|warning|important|caution|info|hint|last updated|remember|source|see also|tl;dr)\b)/iu.test(words);
}
