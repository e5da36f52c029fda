import type fc from 'fast-check';
import type { Parser } from '../parsers/parser.ts';

/** A file as a program of another make wrote it. */
export interface Made {
  readonly path: string;
  readonly text: string;
  /** Where the other make's parser finds each text that may be a customer's, in the order of the file. */
  readonly customer: readonly string[];
}

/** Files of one syntax that another make writes and reads. */
export interface Make {
  readonly name: string;
  /** Files that hold these texts; the texts are those of one file. */
  files(texts: fc.Arbitrary<string>): fc.Arbitrary<Made>;
  readonly parser: Pick<Parser, 'leaves'>;
  /** What the syntax makes of a text on its way through a file, such as line ends of one kind. */
  plain(text: string): string;
  /** What the syntax makes of a text that is written into another, before they are one. */
  entering?(newText: string): string;
  /** True where another character at this place of a text is another layout, as at the start of a line that a format measures. */
  isLayout?(file: string, source: { readonly start: number; readonly end: number }, text: string, at: number): boolean;
  /** True where a gap for a person is written in the syntax's own way, and not in [brackets]. */
  readonly ownFillIns?: true;
  /** What the syntax cannot hold and says so; every other text must be written. `field` is the text as it stands in the file. */
  mayRefuse(wanted: string, file: string, field: string): boolean;
}
