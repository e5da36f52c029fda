import type { Markup, Range } from '../model.ts';
import type { MappedText } from '../text/source-map.ts';

/** Stands in prose for something that is read as one noun: a placeholder, a fill-in, a code span, a bare address. */
export const OPAQUE = '\uFFFC';
/** Stands in prose for the end of a block: nothing is matched across it. */
export const BREAK = '\u2029';

export type OpaqueKind = 'placeholder' | 'fill-in' | 'code' | 'link' | 'image';

/** One OPAQUE of a prose text: its place in the prose, what it is, and the characters it stands for. */
export interface Opaque extends Range {
  readonly kind: OpaqueKind;
  readonly text: string;
}

/** A field's text as the customer reads it: inline markup gone, each placeholder one OPAQUE, each block closed by BREAK. */
export interface ProseText extends MappedText {
  readonly opaques: readonly Opaque[];
}

/** An inline layer takes one kind of markup off a decoded text. The map leads back to the decoded text. */
export interface InlineLayer {
  readonly markup: Markup;
  toProse(text: string): ProseText;
  /** A plain text as this markup writes it (`&` as `&amp;`); `''` stays `''`. */
  escape(text: string): string;
}
