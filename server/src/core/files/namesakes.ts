/** Which replies of a file have the same id: the second of a name is `name#2`. */
export class Namesakes {
  /** Indices by id, ascending. */
  private readonly holders = new Map<string, number[]>();

  /** Adds a reply behind all others; gives the how manieth of its id it is, from 1. */
  add(index: number, id: string): number {
    const holders = this.holders.get(id);
    if (!holders) this.holders.set(id, [index]);
    return holders ? holders.push(index) : 1;
  }

  /** Follows a reply to another id; gives each index whose number changed, with its number. */
  rename(index: number, from: string, to: string): ReadonlyMap<number, number> {
    const changed = new Map<number, number>();
    if (from === to) return changed;
    const left = this.holders.get(from)!;
    const at = left.indexOf(index);
    left.splice(at, 1);
    if (left.length === 0) this.holders.delete(from);
    for (let i = at; i < left.length; i++) changed.set(left[i]!, i + 1);
    const joined = this.holders.get(to) ?? [];
    this.holders.set(to, joined);
    const behind = joined.findIndex((other) => other > index);
    const place = behind < 0 ? joined.length : behind;
    joined.splice(place, 0, index);
    for (let i = place; i < joined.length; i++) changed.set(joined[i]!, i + 1);
    return changed;
  }
}
