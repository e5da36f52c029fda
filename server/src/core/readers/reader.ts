import type { Audience, Declared, Level, Markup, PlaceholderPair, Range, Role, TextEdit } from '../model.ts';
import type { MappedText } from '../text/source-map.ts';

/** The stretch of a file that one response comes from, and all that `read` must know besides its text. */
export interface Item extends Range {
  /** What lies around the item and decides how it reads (a column, a key, a default locale); plain data. */
  readonly context: unknown;
}

/** One field of a response, decoded. All offsets count from the start of the item's own text. */
export interface Field extends Range {
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
  /** Placeholders that the config declares for this file, besides those that every file may have. */
  readonly placeholders?: readonly PlaceholderPair[];
  /** The value after the file's own syntax is undone (JSON escapes, YAML folding); inline markup is still in it. */
  readonly value: MappedText;
  /** For a field whose value has no template tags any more: the template's text with them, for those who follow its branches. */
  readonly template?: MappedText;
  /** For a twin: the field of the same reply that says the same and counts. */
  readonly twinOf?: Field;
  /**
   * How a new text is written in place of `value.text[start, end)`: one or more edits in the item's text, or the reason
   * why this place cannot hold it. Other bytes stay as they are.
   */
  write(start: number, end: number, newText: string): readonly TextEdit[] | { readonly refused: string };
}

/** One response as a reader sees it: offsets count from the start of the item's text. */
export interface Reply {
  /** The file's own id, if it has one. */
  readonly id: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly declared: Declared;
  readonly fields: readonly Field[];
  readonly remarks?: readonly Remark[];
}

/** Something that a record itself says is wrong with it, and the rule that tells of it. Offsets count in the item's text. */
export interface Remark extends Range {
  readonly ruleId: string;
  /** What stands there. */
  readonly text: string;
  /** In place of the rule's own level. */
  readonly level?: Level;
  /** What was meant. */
  readonly instead?: string;
}

/** Something in a file that keeps it, or one of its items, from being read. `offset` counts in the whole text. */
export interface Problem {
  readonly message: string;
  readonly offset: number;
}

/**
 * Two questions make a reader: which stretches of the text hold a response, and what response does such a stretch hold.
 * `read` sees the stretch alone, so an edit re-reads only the response it touches, and a faster reader can replace a
 * slower one unnoticed. Both are pure and never throw on bad input: they report problems and go on.
 */
export interface Reader {
  /** Id of the format, as `format` in the JSON output. */
  readonly format: string;
  /** Ascending, not overlapping. */
  items(text: string): { readonly items: readonly Item[]; readonly problems: readonly Problem[] };
  /** `source` is the item's own text; null where it holds no reply after all. */
  read(source: string, item: Item): { readonly reply: Reply | null; readonly problems: readonly Problem[] };
  /**
   * After an edit strictly inside an item, which made `source` of `before`: is it still exactly that one item, so that
   * what lies around it stays as it was? When in doubt, false: the whole file is then read again.
   */
  isStillOneItem(source: string, item: Item, before: string): boolean;
}

/** What is known of a file before its format is. */
export interface Candidate {
  /** Path with `/` between its parts; need not exist. */
  readonly path: string;
  /** Without a byte-order mark. */
  readonly text: string;
}

/** A format looks at a file and says with which reader it is read; null where it is not of that format. */
export interface Format {
  readonly id: string;
  recognise(file: Candidate): Reader | null;
}
