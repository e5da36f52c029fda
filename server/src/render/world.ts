import type { Condition } from './conditions.ts';
import { Settled } from './settled.ts';

/** What is settled about one variable. */
interface Known {
  readonly set?: boolean;
  readonly is?: string;
  readonly isNot?: readonly string[];
  /** For a list. */
  readonly entries?: number;
}

/** A state of affairs that a template may meet, settled only as far as somebody asked. Worlds never change; they are refined. */
export class World {
  private readonly variables: Settled<Known>;
  private readonly facts: Settled<boolean>;

  constructor(variables = new Settled<Known>(), facts = new Settled<boolean>()) {
    this.variables = variables;
    this.facts = facts;
  }

  known(name: string): Known {
    return this.variables.get(name) ?? {};
  }

  /** Undefined where this is still open. */
  holds(condition: Condition): boolean | undefined {
    switch (condition.kind) {
      case 'set': return this.known(condition.name).set;
      case 'equals': {
        const { set, is, isNot } = this.known(condition.name);
        if (set === false) return false;
        return is !== undefined ? is === condition.value : isNot?.includes(condition.value) ? false : undefined;
      }
      case 'fact': return this.facts.get(condition.text);
      case 'not': {
        const inner = this.holds(condition.of);
        return inner === undefined ? undefined : !inner;
      }
      case 'and': case 'or': {
        const decisive = condition.kind === 'or';
        const parts = condition.of.map((part) => this.holds(part));
        return parts.includes(decisive) ? decisive : parts.includes(undefined) ? undefined : !decisive;
      }
      case 'round': return undefined;
    }
  }

  /** The worlds below this one in which the condition holds, or does not; none where that is settled otherwise. */
  assume(condition: Condition, holds: boolean): readonly World[] {
    switch (condition.kind) {
      case 'set': {
        const { set } = this.known(condition.name);
        return set === undefined ? [this.with(condition.name, { set: holds, ...(!holds && { entries: 0 }) })] : set === holds ? [this] : [];
      }
      case 'equals': {
        const now = this.holds(condition);
        if (now !== undefined) return now === holds ? [this] : [];
        const { isNot = [] } = this.known(condition.name);
        return [this.with(condition.name, holds ? { is: condition.value, set: true } : { isNot: [...isNot, condition.value] })];
      }
      case 'fact': {
        const now = this.facts.get(condition.text);
        return now === undefined ? [new World(this.variables, this.facts.with(condition.text, holds))] : now === holds ? [this] : [];
      }
      case 'not': return this.assume(condition.of, !holds);
      case 'and': case 'or': {
        if ((condition.kind === 'and') === holds) return condition.of.reduce<readonly World[]>((worlds, part) => worlds.flatMap((world) => world.assume(part, holds)).slice(0, most), [this]);
        return condition.of.flatMap((part) => this.assume(part, holds)).slice(0, most);
      }
      case 'round': return [this];
    }
  }

  /** The world in which the list has so many entries; null where that is settled otherwise. */
  withEntries(name: string, entries: number): World | null {
    const { set, entries: now } = this.known(name);
    if (now !== undefined && now !== entries) return null;
    return set === undefined || set === entries > 0 ? this.with(name, { set: entries > 0, entries }) : null;
  }

  private with(name: string, known: Known): World {
    return new World(this.variables.with(name, { ...this.known(name), ...known }), this.facts);
  }
}

/** So many ways for a condition to hold are looked at. */
const most = 8;
