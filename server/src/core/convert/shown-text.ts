/**
 * A value as a writer sees it in a file of its own: line ends are `\n`, blank lines around it are left out, and half a
 * character, which no file can hold, is shown as the sign for one. What is not shown stays as it is in the export.
 */
export interface ShownText {
  readonly text: string;
  /** Where it begins in the value, UTF-16 units. */
  readonly start: number;
  /** Where it ends in the value; for a value without words, the value's own end. */
  readonly end: number;
}

export function shown(value: string): ShownText {
  const start = /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(value)![0].length;
  const end = /[ \t\r\n]*$/.exec(value)!.index;
  if (end <= start) return { text: '', start: 0, end: value.length };
  return { text: plainLines(value.slice(start, end)), start, end };
}

/** The same text with one kind of line end, and with no half characters. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** The offset in `value` of an offset in its shown text. */
export function offsetInValue(value: string, { start, end, text }: ShownText, at: number): number {
  if (at >= text.length) return end;
  let offset = start;
  for (let seen = 0; seen < at; seen++) offset += value[offset] === '\r' && value[offset + 1] === '\n' ? 2 : 1;
  return offset;
}

/** New words with the line ends that the value has. */
export function withLineEndsOf(value: string, words: string): string {
  const end = value.includes('\r\n') ? '\r\n' : value.includes('\r') && !value.includes('\n') ? '\r' : '\n';
  return end === '\n' ? words : words.replaceAll('\n', end);
}
