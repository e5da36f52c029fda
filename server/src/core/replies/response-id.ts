/** A title as an id: lower case, words joined by hyphens. */
export function slug(title: string): string {
  if (/^[\x20-\x7e]*$/.test(title)) return title.toLowerCase().match(/[a-z0-9]+/g)?.join('-').slice(0, 60).replace(/-$/, '') ?? 'reply';
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.join('-').slice(0, 60).replace(/-$/, '') ?? 'reply';
}
