/** A title as an id: lower case, words joined by hyphens. */
export function slug(title: string): string {
  if (/^[\x20-\x7e]*$/.test(title)) return title.toLowerCase().match(/[a-z0-9]+/g)?.join('-').slice(0, 60).replace(/-$/, '') ?? 'reply';
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.join('-').slice(0, 60).replace(/-$/, '') ?? 'reply';
}

/** Hands out ids: the second reply of the same name is `name#2`. */
export class ResponseIds {
  private readonly used = new Map<string, number>();

  /** The id of the next reply: its own, else a slug of its title. */
  next(id: string | null, title: string): string {
    const base = id ?? slug(title);
    const count = (this.used.get(base) ?? 0) + 1;
    this.used.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  }
}
