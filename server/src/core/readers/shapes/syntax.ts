import type { TextEdit } from '../../model.ts';
import type { MappedText } from '../../text/source-map.ts';
import type { Problem } from '../reader.ts';
import type { ScalarTree, Tree } from './tree.ts';

/** How a stretch of a file is to be read on its own: plain data that an item carries with it. */
export interface Part {
  /** `value`: a whole value. `element`: one of a list, its dash included. `entry`, `entries`: `key: value`, once or more. */
  readonly what: 'value' | 'element' | 'entry' | 'entries';
  /** UTF-16 units before it on its line; 0 inside brackets, where columns mean nothing. */
  readonly column: number;
  /** True where it stands inside brackets. */
  readonly flow: boolean;
}

/** What JSON and YAML each know: how to parse, to decode a scalar, and to write one. Never throws on bad input. */
export interface Syntax {
  /** One tree for each document of the text. */
  parse(text: string): { readonly roots: readonly (Tree | null)[]; readonly problems: readonly Problem[] };
  /**
   * A stretch alone; offsets count in `source`. For `element` and `value` the value, for `entry` and `entries` a map.
   * `exact` where it is one such part from its first to its last character and has no error.
   */
  parsePart(source: string, part: Part): { readonly tree: Tree | null; readonly exact: boolean };
  /** The text of a string scalar and where its characters stand in `source`. */
  decode(source: string, scalar: ScalarTree): MappedText;
  /** Ways to write `newText` in place of `value.text[start, end)`, best first; the caller tries which one reads back right. */
  rewrites(source: string, scalar: ScalarTree, value: MappedText, start: number, end: number, newText: string): Iterable<readonly TextEdit[]>;
}
