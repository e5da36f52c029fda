import type { Range } from '../core/model.ts';
import type { Condition } from './conditions.ts';

/** Words that stand in the template as they are printed; offsets in the template's text. */
export interface Words extends Range {
  readonly kind: 'words';
}

/** Something that is printed and that the template does not say. */
export interface Value extends Range {
  readonly kind: 'value';
  /** The variable, as `order.number`; the whole expression where it is no plain variable. */
  readonly name: string;
  /** What is printed where there is no value; null where the template says nothing. */
  readonly fallback: string | null;
}

/** One of several texts, chosen by conditions. */
export interface Choice extends Range {
  readonly kind: 'choice';
  /** In their order; the last has no condition, and no parts where the template has no `else`. */
  readonly branches: readonly Branch[];
}

export interface Branch {
  /** Null for the rest. */
  readonly when: Condition | null;
  /** Completes "when …", as `order.late is set`; empty where it is no matter of data. */
  readonly said: string;
  readonly parts: readonly Part[];
}

/** A text that is printed once for each entry of a list, or another one where the list is empty. */
export interface Loop extends Range {
  readonly kind: 'loop';
  /** The list; null where its length is no matter of data. */
  readonly name: string | null;
  readonly parts: readonly Part[];
  readonly otherwise: readonly Part[];
}

/** A name that the template itself gives to a text, or to another variable. */
export interface Naming extends Range {
  readonly kind: 'naming';
  readonly name: string;
  /** Null where what it stands for cannot be told. */
  readonly parts: readonly Part[] | null;
}

export type Part = Words | Value | Choice | Loop | Naming;

/** Why a template cannot be taken apart. `offset` counts in its text. */
export class TemplateError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** What a choice between these conditions comes to: with a branch for the rest, and each branch in words. */
export function choice(range: Range, tests: readonly { readonly when: Condition; readonly parts: readonly Part[] }[], otherwise: readonly Part[], say: (condition: Condition, holds: boolean) => string): Choice {
  const denied = (before: number, now?: Condition): string[] => tests.slice(0, before).filter(({ when }) => !excludes(now, when)).map(({ when }) => say(when, false));
  return {
    kind: 'choice', ...range,
    branches: [
      ...tests.map(({ when, parts }, i) => ({ when, parts, said: [say(when, true), ...denied(i, when)].filter(Boolean).join(' and ') })),
      { when: null, parts: otherwise, said: denied(tests.length).filter(Boolean).join(' and ') },
    ],
  };
}

/** A variable that is one text is no other: that need not be said. */
function excludes(now: Condition | undefined, other: Condition): boolean {
  return now?.kind === 'equals' && other.kind === 'equals' && now.name === other.name;
}

/** Does the template ask somewhere whether there is such a value, or say what to print without it? */
export function asksFor(parts: readonly Part[], name: string): boolean {
  return parts.some((part) => {
    switch (part.kind) {
      case 'words': return false;
      case 'value': return part.name === name && part.fallback !== null;
      case 'choice': return part.branches.some(({ when, parts: inner }) => (when !== null && mentions(when, name)) || asksFor(inner, name));
      case 'loop': return asksFor(part.parts, name) || asksFor(part.otherwise, name);
      case 'naming': return part.parts !== null && asksFor(part.parts, name);
    }
  });
}

function mentions(condition: Condition, name: string): boolean {
  switch (condition.kind) {
    case 'set': return condition.name === name;
    case 'not': return mentions(condition.of, name);
    case 'and': case 'or': return condition.of.some((part) => mentions(part, name));
    default: return false;
  }
}
