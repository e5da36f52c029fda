import { contraction } from '../prose/contractions.ts';
import { foldWord } from '../prose/vocabulary.ts';

/** A pattern as a tree. `words` of a set are folded; an inflected set stands for all forms of its words. */
export type Node =
  | { readonly type: 'words'; readonly words: readonly string[]; readonly inflected: boolean }
  | { readonly type: 'sequence'; readonly items: readonly Node[] }
  | { readonly type: 'choice'; readonly options: readonly Node[] }
  | { readonly type: 'optional'; readonly item: Node }
  | { readonly type: 'gap'; readonly least: number; readonly most: number }
  | { readonly type: 'capture'; readonly name: string; readonly item: Node }
  | { readonly type: 'not'; readonly item: Node }
  | { readonly type: 'start' | 'end' | 'comma' | 'number' | 'placeholder' };

/** Words and phrases that a pattern may name as `@id`. */
export type Lexicons = ReadonlyMap<string, readonly string[]>;

/** A pattern that cannot be read. `column` counts UTF-16 units from 1. */
export class PatternError extends Error {
  readonly column: number;

  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

/** The longest gap a pattern may have, in words: what keeps matching linear. */
export const longestGap = 30;

const special = new Set('()|?{}@^$!#,<> \t\n'.split(''));

/**
 * Reads a pattern.
 * @throws PatternError naming what is wrong and where.
 */
export function parsePattern(source: string, lexicons: Lexicons): Node {
  let at = 0;
  const inUse: string[] = [];
  const fail = (message: string, column = at): never => { throw new PatternError(message, column + 1); };
  const blank = (): void => { while (at < source.length && /\s/.test(source[at]!)) at++; };

  function choice(): Node {
    const options = [sequence()];
    for (blank(); source[at] === '|'; blank()) {
      at++;
      options.push(sequence());
    }
    if (options.length === 1) return options[0]!;
    // Alternatives of one word each are one set, however phrases are mixed in among them.
    const merged: Node[] = [];
    const sets = new Map<boolean, number>();
    for (const option of options) {
      const at = option.type === 'words' ? sets.get(option.inflected) : undefined;
      const before = at === undefined ? undefined : merged[at];
      if (option.type === 'words' && before?.type === 'words') merged[at!] = { ...before, words: [...before.words, ...option.words] };
      else {
        if (option.type === 'words') sets.set(option.inflected, merged.length);
        merged.push(option);
      }
    }
    // Phrases are tried before single words: the longer one says more.
    merged.sort((x, y) => Number(x.type === 'words') - Number(y.type === 'words'));
    return merged.length === 1 ? merged[0]! : { type: 'choice', options: merged };
  }

  function sequence(): Node {
    const items: Node[] = [];
    for (blank(); at < source.length && source[at] !== '|' && source[at] !== ')' && source[at] !== '}'; blank()) {
      let item = single();
      if (source[at] === '?') {
        at++;
        item = { type: 'optional', item };
      }
      if (item.type === 'sequence') items.push(...item.items);
      else items.push(item);
    }
    return items.length === 1 ? items[0]! : { type: 'sequence', items };
  }

  function single(): Node {
    const from = at;
    const c = source[at]!;
    switch (c) {
      case '(': {
        at++;
        const inner = choice();
        if (source[at] !== ')') fail('This "(" is never closed.', from);
        at++;
        return inner;
      }
      case '{': {
        const name = /^\{\s*([a-z][a-z0-9-]*)\s*:/.exec(source.slice(at));
        if (!name) fail('A capture is written {name: words}.');
        at += name![0].length;
        const item = choice();
        if (source[at] !== '}') fail('This "{" is never closed.', from);
        at++;
        return { type: 'capture', name: name![1]!, item };
      }
      case '!': {
        at++;
        if (at >= source.length || /\s/.test(source[at]!)) fail('After "!" comes what must not follow.');
        return { type: 'not', item: single() };
      }
      case '^': at++; return { type: 'start' };
      case '$': at++; return { type: 'end' };
      case ',': at++; return { type: 'comma' };
      case '#': at++; return { type: 'number' };
      case '<':
        if (!source.startsWith('<placeholder>', at)) fail('Only <placeholder> is known in angle brackets.');
        at += '<placeholder>'.length;
        return { type: 'placeholder' };
      case '@': {
        const name = /^@([a-z][a-z0-9-]*)/.exec(source.slice(at))?.[1] ?? fail('After "@" comes the name of a lexicon.');
        at += name.length + 1;
        const words = lexicons.get(name) ?? fail(`There is no lexicon "${name}".`, from);
        if (inUse.includes(name)) fail(`The lexicon "${name}" names itself.`, from);
        inUse.push(name);
        const node = parsePattern(words.join(' | '), lexicons);
        inUse.pop();
        return node;
      }
      case '.': {
        const gap = /^\.\.(?:(\d+)-)?(\d+)/.exec(source.slice(at));
        if (!gap) fail('A gap is written ..3 or ..1-3.');
        at += gap![0].length;
        const least = Number(gap![1] ?? 0);
        const most = Number(gap![2]);
        if (most > longestGap || least > most) fail(`A gap has at most ${longestGap} words, the smaller number first.`, from);
        return { type: 'gap', least, most };
      }
    }
    while (at < source.length && !special.has(source[at]!) && source[at] !== '~') at++;
    if (at === from) fail(`"${c}" does not belong here.`);
    const word = foldWord(source.slice(from, at));
    if (source[at] === '~') {
      at++;
      return { type: 'words', words: [word], inflected: true };
    }
    const parts = contraction(word);
    if (parts) return { type: 'sequence', items: parts.map(([part]) => ({ type: 'words', words: [part], inflected: false })) };
    return { type: 'words', words: [word], inflected: false };
  }

  const node = choice();
  if (at < source.length) fail(`"${source[at]}" closes nothing.`);
  if (node.type === 'sequence' && node.items.length === 0) fail('The pattern is empty.');
  return node;
}
