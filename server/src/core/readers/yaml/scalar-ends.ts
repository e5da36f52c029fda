/** Thrown where a text is not in the style that `blockStyleTree` reads. */
export const notMine = new Error('not in plain block style');

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const colon = 58;
const backslash = 92;
const beginsNoPlain = /[\s,[\]{}#&*!|>'"%@`]/;
const escape = /\\(?:[0abefnrtvN_LP "/\\\t]|\r?\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})/y;
const header = /[|>](?:([1-9])[-+]?|[-+]([1-9])?)?(?= *\r?\n| +#)/y;

function isBlank(c: number): boolean {
  return c === space || c === lineFeed || c === carriageReturn || c === tab || c !== c;
}

/** End of a plain scalar outside brackets, its further lines included: those that stand deeper than column `parent`. */
export function plainEnd(text: string, start: number, parent: number, stop = text.length): number {
  if (beginsNoPlain.test(text[start]!) || (/[-?:]/.test(text[start]!) && isBlank(text.charCodeAt(start + 1)))) throw notMine;
  let end = start;
  for (let i = start; i < stop; i++) {
    const c = text.charCodeAt(i);
    if (c === lineFeed) {
      const next = lineInside(text, i + 1, parent);
      if (next === -1) break;
      i = next - 1;
    } else if (c === hash && i > start && isBlank(text.charCodeAt(i - 1))) {
      break;
    } else if (c === colon && isBlank(text.charCodeAt(i + 1))) {
      throw notMine;
    } else if (c !== space && c !== tab && c !== carriageReturn) {
      end = i + 1;
    }
  }
  return end;
}

/** The first character of the next line with something on it, if that stands deeper than `parent`; else -1. */
function lineInside(text: string, from: number, parent: number): number {
  for (let line = from, i = from; ; i++) {
    const c = text.charCodeAt(i);
    if (c === lineFeed) line = i + 1;
    else if (c === tab) throw notMine;
    else if (c !== space && c !== carriageReturn) return c === c && i - line > parent ? i : -1;
  }
}

/** End of a quoted scalar, closing mark included; its further lines must stand deeper than column `parent`. */
export function quotedEnd(text: string, start: number, parent: number): number {
  const mark = text.charCodeAt(start);
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === mark) {
      if (mark === 34 || text.charCodeAt(i + 1) !== mark) return i + 1;
      i++;
    } else if (c === backslash && mark === 34) {
      escape.lastIndex = i;
      if (!escape.test(text)) throw notMine;
      i = escape.lastIndex - 1;
      if (text.charCodeAt(i) === lineFeed) checkIndent(text, i + 1, parent);
    } else if (c === lineFeed) {
      checkIndent(text, i + 1, parent);
    }
  }
  throw notMine;
}

function checkIndent(text: string, line: number, parent: number): void {
  let i = line;
  while (text.charCodeAt(i) === space) i++;
  const c = text.charCodeAt(i);
  if (i - line <= parent && c !== lineFeed && c !== carriageReturn) throw notMine;
}

/** End of a literal or folded scalar. Where the text ends, and which blank lines after it still count, is as the library has it. */
export function blockScalarEnd(text: string, start: number, parent: number): number {
  header.lastIndex = start;
  const found = header.exec(text);
  if (found === null) throw notMine;
  const named = Number(found[1] ?? found[2] ?? 0);
  const keep = found[0].includes('+');
  let margin = named > 0 ? parent + named : 0;
  let first = -1;
  let widest = 0;
  let end = -1;
  let line = text.indexOf('\n', start) + 1;
  while (line > 0 && line < text.length) {
    let i = line;
    while (text.charCodeAt(i) === space) i++;
    const indent = i - line;
    const c = text.charCodeAt(i);
    const isEmpty = c === lineFeed || c === carriageReturn || c !== c;
    if (!isEmpty) {
      if (first === -1) {
        if (indent <= parent || c === tab) throw notMine;
        first = indent;
        if (margin === 0) margin = indent;
        if (widest > margin || indent < margin) throw notMine;
      }
      if (indent < margin) {
        if (c === tab) throw notMine;
        break;
      }
      widest = 0;
    } else {
      widest = Math.max(widest, indent);
    }
    const found = text.indexOf('\n', i);
    line = found === -1 ? text.length : found + 1;
    // Whether spaces after the last line break still count depends on how many there are.
    if (isEmpty && keep && found === -1) throw notMine;
    if (!isEmpty || keep) end = line;
  }
  // Blank lines that are wider than the text may belong to it: not for us to say.
  if (first === -1 || widest > Math.min(first, margin)) throw notMine;
  return end;
}

/** Start and end of each scalar of a list in brackets on one line, and as the last number the end of the list. */
export function flowListItems(text: string, start: number): number[] {
  const out: number[] = [];
  let i = afterSpaces(text, start + 1);
  if (text[i] === ']') return [i + 1];
  for (;;) {
    const end = text[i] === '"' || text[i] === "'" ? quotedEnd(text, i, Infinity) : plainEndInBrackets(text, i);
    out.push(i, end);
    i = afterSpaces(text, end);
    if (text[i] === ']') return [...out, i + 1];
    if (text[i] !== ',') throw notMine;
    i = afterSpaces(text, i + 1);
  }
}

function afterSpaces(text: string, from: number): number {
  let i = from;
  while (text.charCodeAt(i) === space) i++;
  return i;
}

const plainInBrackets = /[^\s,[\]{}#&*!|>'"%@`?:-](?:[^\n\r\t,[\]{}#:]|(?<! )#|:(?![ ,[\]{}\n\r\t]))*/y;

function plainEndInBrackets(text: string, start: number): number {
  plainInBrackets.lastIndex = start;
  let end = start + (plainInBrackets.exec(text)?.[0].length ?? 0);
  while (end > start && text.charCodeAt(end - 1) === space) end--;
  if (end === start) throw notMine;
  return end;
}
