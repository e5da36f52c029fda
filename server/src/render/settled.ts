/** So many changes are kept in a row before they are put together. */
const row = 24;

/** A map that never changes: each change gives a new one, and costs little however large it is. */
export class Settled<T> {
  private readonly base: ReadonlyMap<string, T>;
  private readonly recent: readonly (readonly [key: string, value: T])[];

  constructor(base: ReadonlyMap<string, T> = new Map(), recent: readonly (readonly [key: string, value: T])[] = []) {
    this.base = base;
    this.recent = recent;
  }

  get(key: string): T | undefined {
    const late = this.recent.findLast(([name]) => name === key);
    return late ? late[1] : this.base.get(key);
  }

  with(key: string, value: T): Settled<T> {
    const recent = [...this.recent, [key, value] as const];
    return recent.length <= row ? new Settled(this.base, recent) : new Settled(new Map([...this.base, ...recent]));
  }
}
