import type { Level, Range } from '../../model.ts';

/** One way to mend a placeholder: raw text, as the platform reads it, in place of ranges of the prose. */
export interface PlaceholderChange {
  readonly title: string;
  /** It takes something away that a library may want to keep: never in bulk. */
  readonly byHand?: true;
  /** Ascending, apart; `newText` is written as it stands, markup and all. */
  readonly edits: readonly (Range & { readonly newText: string })[];
}

/** Something wrong with a placeholder; the range is one of the prose. */
export interface PlaceholderFault extends Range {
  /** In place of the rule's own. */
  readonly level?: Level;
  readonly changes: readonly PlaceholderChange[];
}
