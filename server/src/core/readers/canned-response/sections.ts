import type { Audience, Markup, Range, Role } from '../../model.ts';

/** What the front matter says of a text below a line such as `--- chat ---`. */
export interface Section {
  readonly name: string;
  readonly role: Role;
  readonly audience: Audience;
  readonly markup: Markup;
}

/** The line that a section begins with. */
export function sectionLine(name: string): string {
  return `--- ${name} ---`;
}

/** Where such a line stands, its line end included; from `from` on, once or several times. */
export function sectionLines(text: string, name: string, from: number): Range[] {
  const line = sectionLine(name);
  const found: Range[] = [];
  for (let at = text.indexOf(line, from); at !== -1; at = text.indexOf(line, at + line.length)) {
    const rest = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(at + line.length, at + line.length + 200));
    if (rest && (at === from || text[at - 1] === '\n' || text[at - 1] === '\r')) found.push({ start: at, end: at + line.length + rest[0].length });
  }
  return found;
}

/**
 * The stretches of a text that its sections part: first what stands above all of them, then one for each name, null for
 * one whose line is missing behind the line before it.
 */
export function splitAtSections(text: string, from: number, names: readonly string[]): (Range | null)[] {
  const parts: ({ start: number; end: number } | null)[] = [{ start: from, end: text.length }];
  let last = parts[0]!;
  for (const name of names) {
    const line = sectionLines(text, name, last.start)[0];
    if (line) {
      last.end = line.start;
      last = { start: line.end, end: text.length };
    }
    parts.push(line ? last : null);
  }
  return parts;
}
