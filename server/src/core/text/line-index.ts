/** Where the lines of a text begin. Lines end with LF, CRLF or CR, as editors count them. */
export class LineIndex {
  private readonly starts: number[] = [0];

  /** `beforeLf`: a `\n` follows the text, so that a `\r` at its end is half a break. */
  constructor(text: string, beforeLf = false) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && (i + 1 < text.length ? text.charCodeAt(i + 1) !== 10 : !beforeLf))) this.starts.push(i + 1);
    }
  }

  /** Line and column of a UTF-16 offset, both from 1; columns count UTF-16 units. */
  place(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 };
  }
}
