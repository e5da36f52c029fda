/** Length of the front matter that opens a text (`---` lines included); 0 where there is none. */
export function frontMatterEnd(text: string): number {
  return frontMatterRange(text)?.end ?? 0;
}

/** The YAML between the two `---` lines that open a text, and where the body begins. */
export function frontMatterRange(text: string): { readonly yamlStart: number; readonly yamlEnd: number; readonly end: number } | null {
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (!open) return null;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
  const rest = text.slice(open[0].length);
  const found = close.exec(rest);
  if (!found) return null;
  const yaml = rest.slice(0, found.index);
  if (yaml.trim() !== '' && !/^[ \t]*(?:#|[\w"'-][^\n]*:)/m.test(yaml)) return null;
  return { yamlStart: open[0].length, yamlEnd: open[0].length + found.index, end: open[0].length + found.index + found[0].length };
}
