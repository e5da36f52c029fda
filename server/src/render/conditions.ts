/** What decides about a branch, as far as it can be told from its words. */
export type Condition =
  /** There is a value. */
  | { readonly kind: 'set'; readonly name: string }
  /** The value is this text. */
  | { readonly kind: 'equals'; readonly name: string; readonly value: string }
  /** Anything else that may be so or not. */
  | { readonly kind: 'fact'; readonly text: string }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  /** The first or last round of the loop around it. */
  | { readonly kind: 'round'; readonly which: 'first' | 'last' };

export const not = (of: Condition): Condition => (of.kind === 'not' ? of.of : { kind: 'not', of });

/** A condition in words that complete "when …". */
export function say(condition: Condition, holds: boolean): string {
  switch (condition.kind) {
    case 'set': return `${condition.name} is ${holds ? '' : 'not '}set`;
    case 'equals': return `${condition.name} is ${holds ? '' : 'not '}"${condition.value}"`;
    case 'fact': return `“${condition.text}” ${holds ? 'holds' : 'does not hold'}`;
    case 'not': return say(condition.of, !holds);
    case 'and': case 'or': return condition.of.map((part) => say(part, holds)).filter(Boolean).join((condition.kind === 'and') === holds ? ' and ' : ' or ');
    // Both happen within one text.
    case 'round': return '';
  }
}

const nothing = /^(?:nil|null|none|blank|empty|undefined|""|'')$/i;
const tokens = /"[^"]*"|'[^']*'|[()]|==|!=|<>|>=|<=|[<>!]|&&|\|\||\|\s*\w+|[^\s()<>=!&|"']+/g;

/** The variable at the start of an expression; null where there is none. */
export const variable = /^@?[\p{L}_][\p{L}\p{N}_$-]*(?:\??\.[\p{L}\p{N}_$-]+|\[[^\]]*\])*\??$/u;

/**
 * Reads a condition of Liquid, Jinja or Twig. What is not understood becomes a fact that may hold or not, in the words of
 * the template; so nothing is lost, and the same words mean the same wherever they stand.
 */
export function readCondition(text: string): Condition {
  const words = text.match(tokens) ?? [];
  let at = 0;
  const until = (stops: (word: string) => boolean): string[] => {
    const from = at;
    for (let depth = 0; at < words.length; at++) {
      const word = words[at]!;
      if (depth === 0 && stops(word)) break;
      if (word === '(') depth++;
      else if (word === ')') depth--;
    }
    return words.slice(from, at);
  };
  const joins = (word: string): boolean => /^(?:and|or|&&|\|\|)$/.test(word);
  const ors: Condition[][] = [[simple(until(joins))]];
  while (at < words.length) {
    const joint = words[at++]!;
    const next = simple(until(joins));
    if (/^(?:and|&&)$/.test(joint)) ors.at(-1)!.push(next);
    else ors.push([next]);
  }
  const parts = ors.map((and): Condition => (and.length === 1 ? and[0]! : { kind: 'and', of: and }));
  return parts.length === 1 ? parts[0]! : { kind: 'or', of: parts };
}

function simple(words: readonly string[]): Condition {
  const fact: Condition = { kind: 'fact', text: words.join(' ') };
  if (words[0] === 'not' || words[0] === '!') return not(simple(words.slice(1)));
  if (words[0] === '(' && words.at(-1) === ')') return readCondition(words.slice(1, -1).join(' '));
  const [name, sign, ...rest] = words;
  if (name === undefined || !variable.test(name)) return fact;
  const round = /^(?:forloop|loop|@)\.?(first|last)$/.exec(name);
  if (round && words.length === 1) return { kind: 'round', which: round[1] as 'first' | 'last' };
  if (sign === undefined) return { kind: 'set', name: ofLength(name) ?? name };
  if (sign === 'is') return state(name, rest) ?? fact;
  const list = ofLength(name) ?? (/^\|\s*(?:size|length|count)$/.test(sign) ? name : null);
  if (list !== null) return amount(list, words.slice(list === name ? 2 : 1)) ?? fact;
  const value = rest[0];
  if (value === undefined || rest.length > 1 || !/^(?:==|!=|<>)$/.test(sign)) return fact;
  const equal = equality(name, value);
  return equal === null ? fact : sign === '==' ? equal : not(equal);
}

/** What it is that a name and a written value are equal; null where the value is another variable. */
export function equality(name: string, value: string): Condition | null {
  if (nothing.test(value) || /^false$/i.test(value)) return not({ kind: 'set', name });
  if (/^true$/i.test(value)) return { kind: 'set', name };
  const quoted = /^(["'])(.*)\1$/s.exec(value);
  if (quoted) return { kind: 'equals', name, value: quoted[2]! };
  return /^-?\d+(?:\.\d+)?$/.test(value) ? { kind: 'equals', name, value } : null;
}

function ofLength(name: string): string | null {
  return /^(.+)\.(?:size|length|count)$/.exec(name)?.[1] ?? null;
}

/** `> 0`, `!= 0`, `>= 1` and their contraries. */
function amount(name: string, words: readonly string[]): Condition | null {
  const test = words.join(' ');
  const some: Condition = { kind: 'set', name };
  if (/^(?:> 0|>= 1|!= 0|)$/.test(test)) return some;
  return /^(?:== 0|< 1|<= 0)$/.test(test) ? not(some) : null;
}

/** Jinja's and Twig's tests: `is defined`, `is not empty`, `is not none`. */
function state(name: string, words: readonly string[]): Condition | null {
  const denied = words[0] === 'not';
  const some: Condition = { kind: 'set', name };
  const rest = (denied ? words.slice(1) : words).join(' ');
  if (/^defined$/.test(rest)) return denied ? not(some) : some;
  return /^(?:empty|none|null|undefined)$/.test(rest) ? (denied ? some : not(some)) : null;
}
