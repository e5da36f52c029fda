import { Composer, isAlias, isMap, isScalar, isSeq, Parser, type CST, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Problem } from '../reader.ts';
import type { Element, Entry, Tree } from '../shapes/tree.ts';
import { sentenceFor } from './problems.ts';

/** One tree for each document of a YAML text, as far as the library can read it; offsets count in `text` and move by `shift`. */
export function parseClean(text: string, shift = 0): { readonly roots: readonly (Tree | null)[]; readonly problems: readonly Problem[] } {
  try {
    const tokens = [...new Parser().parse(text)];
    if (isTooDeep(tokens)) return { roots: [], problems: [{ message: 'The data is nested too deeply to be read.', offset: Math.max(0, shift) }] };
    // Unique keys are not checked: the check compares each key with all before it.
    const documents = new Composer({ keepSourceTokens: true, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }).compose(tokens);
    const problems: Problem[] = [];
    const roots: (Tree | null)[] = [];
    for (const document of documents) {
      for (const error of document.errors) problems.push({ message: sentenceFor(error.code), offset: Math.max(0, Math.min(text.length, error.pos[0]) + shift) });
      if (document.contents !== null) roots.push(new TreeMaker(shift, problems).tree(document.contents));
    }
    return { roots, problems };
  } catch {
    return { roots: [], problems: [{ message: 'This is not valid YAML.', offset: 0 }] };
  }
}

const deepest = 200;

/** The library composes by recursion; past some depth that ends the whole process, not only the call. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  let level: CST.Token[] = [...tokens];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    const next: CST.Token[] = [];
    for (const token of level) {
      if (token.type === 'document' && token.value) next.push(token.value);
      else if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
        for (const item of token.items) {
          if (item.key) next.push(item.key);
          if (item.value) next.push(item.value);
        }
      }
    }
    level = next;
  }
  return false;
}

/** The library takes an escaped quotation mark at the very end (`'It''`) for the closing one. */
function isClosed(token: CST.FlowScalar | CST.BlockScalar): boolean {
  if (token.type === 'single-quoted-scalar') return /'*$/.exec(token.source.slice(1))![0].length % 2 === 1;
  return token.type !== 'double-quoted-scalar' || /\\*"?$/.exec(token.source.slice(1))![0].length % 2 === 1;
}

class TreeMaker {
  private readonly shift: number;
  private readonly problems: Problem[];

  constructor(shift: number, problems: Problem[]) {
    this.shift = shift;
    this.problems = problems;
  }

  tree(node: unknown): Tree | null {
    if (isScalar(node)) return this.scalar(node as Scalar.Parsed);
    if (isMap(node)) return this.map(node as YAMLMap.Parsed);
    if (isSeq(node)) return this.list(node as YAMLSeq.Parsed);
    const at = isAlias(node) ? rangeOf(node) : null;
    return at && { kind: 'scalar', value: null, flow: true, indent: 0, start: at[0] + this.shift, end: at[1] + this.shift };
  }

  private scalar(node: Scalar.Parsed): Tree | null {
    const token = node.srcToken;
    if (!token) return null;
    if (!isClosed(token)) this.problems.push({ message: sentenceFor('MISSING_CHAR'), offset: Math.max(0, token.offset + this.shift) });
    const value: unknown = node.value;
    const plain = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!plain) return null;
    const flow = token.type !== 'block-scalar';
    return { kind: 'scalar', value, flow, indent: token.indent, start: node.range[0] + this.shift, end: node.range[1] + this.shift };
  }

  private map(node: YAMLMap.Parsed): Tree {
    const token = node.srcToken;
    const entries: Entry[] = [];
    for (const pair of node.items as Pair<unknown, unknown>[]) {
      const source = pair.srcToken as CST.CollectionItem | undefined;
      const value = this.tree(pair.value);
      const start = (source ? startOf(source) : null) ?? rangeOf(pair.key)?.[0] ?? node.range[0];
      const end = this.endOf(pair.value, value) ?? (source ? endOfMarks(source) : null) ?? rangeOf(pair.key)?.[1] ?? start;
      entries.push({ key: isScalar(pair.key) ? String(pair.key.value) : '', value, start: start + this.shift, end: end + this.shift });
    }
    const flow = token?.type === 'flow-collection';
    const first = entries[0];
    return { kind: 'map', flow, entries, start: flow || !first ? node.range[0] + this.shift : first.start, end: flow ? node.range[1] + this.shift : entries.at(-1)?.end ?? node.range[1] + this.shift };
  }

  private list(node: YAMLSeq.Parsed): Tree {
    const token = node.srcToken;
    const flow = token?.type === 'flow-collection';
    const dashes = token && !flow ? token.items.flatMap((item) => item.start.filter((mark) => mark.type === 'seq-item-ind').map((mark) => mark.offset)) : [];
    const elements: Element[] = [];
    let nextDash = 0;
    for (const item of node.items as unknown[]) {
      const value = this.tree(item);
      const at = rangeOf(item);
      let start = at?.[0] ?? node.range[0];
      if (!flow) {
        while (nextDash + 1 < dashes.length && dashes.length > node.items.length && dashes[nextDash + 1]! <= start) nextDash++;
        start = dashes[nextDash] ?? start;
        nextDash++;
      }
      const end = this.endOf(item, value) ?? start + 1;
      elements.push({ value, start: start + this.shift, end: end + this.shift });
    }
    const first = elements[0];
    return { kind: 'list', flow, elements, start: flow || !first ? node.range[0] + this.shift : first.start, end: flow ? node.range[1] + this.shift : elements.at(-1)?.end ?? node.range[1] + this.shift };
  }

  /** End of a value in the library's offsets; null where there is none to speak of. */
  private endOf(node: unknown, tree: Tree | null): number | null {
    if (tree !== null) return tree.end - this.shift;
    if (isAlias(node)) return rangeOf(node)?.[1] ?? null;
    const at = rangeOf(node);
    return at && at[1] > at[0] ? at[1] : null;
  }
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  return (node as { range?: [number, number, number] } | null)?.range ?? null;
}

const trivia = new Set(['space', 'newline', 'comment']);

/** The first character of a `key: value` that means something: an anchor, a tag, `?`, or the key. */
function startOf(item: CST.CollectionItem): number | null {
  for (const mark of item.start) if (!trivia.has(mark.type) && mark.type !== 'comma') return mark.offset;
  return item.key && 'offset' in item.key ? item.key.offset : null;
}

/** The end of the colon where no value follows it. */
function endOfMarks(item: CST.CollectionItem): number | null {
  const marks = (item.sep ?? []).filter((mark) => !trivia.has(mark.type));
  const last = marks.at(-1);
  return last ? last.offset + last.source.length : null;
}
