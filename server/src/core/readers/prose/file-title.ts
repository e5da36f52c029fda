/** A file's name as a title: `refund-approved.reply.md` reads "refund approved". */
export function fileTitle(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?:\.(?:reply|macro|canned))?\.[^.]*$/i, '').replace(/[-_]+/g, ' ').trim() || name;
}
