import type { LocalLeftover } from '../replies/check.ts';
import { type Extent, joined, nothing } from '../text/extent.ts';
import type { Chunk } from './chunk.ts';
import type { Habits } from './habits.ts';

type Style = LocalLeftover['style'];

/** A chunk in its row, with the text between it and the chunk before. */
export interface Link {
  readonly gap: string;
  readonly gapExtent: Extent;
  readonly chunk: Chunk;
  readonly extent: Extent;
  /** A `\n` follows the chunk. */
  readonly beforeLf: boolean;
  /** The how manieth of its id it is, from 1. */
  readonly nth: number;
}

/** A link, the number of links before it, and how far the text before its chunk reaches. */
export interface Placed {
  readonly index: number;
  readonly link: Link;
  readonly before: Extent;
}

/** So many links are copied for an edit, and one entry for each block beside. */
export const blockSize = 128;

/** A stretch of links and what they add up to. */
export class Block {
  readonly links: readonly Link[];
  /** How far the text of the block reaches before each chunk. */
  readonly befores: readonly Extent[];
  readonly extent: Extent;
  private gaps: { readonly habits: Habits; readonly styles: ReadonlySet<Style> } | null = null;

  constructor(links: readonly Link[]) {
    this.links = links;
    let sum = nothing;
    this.befores = links.map(({ gapExtent, extent }) => {
      const before = joined(sum, gapExtent);
      sum = joined(before, extent);
      return before;
    });
    this.extent = sum;
  }

  /** The styles of gaps in its replies. */
  styles(habits: Habits): ReadonlySet<Style> {
    if (this.gaps?.habits !== habits) this.gaps = { habits, styles: new Set(this.links.flatMap(({ chunk }) => chunk.gaps(habits).map(({ style }) => style))) };
    return this.gaps.styles;
  }
}

/**
 * The chunks of a file in their order. A row never changes: an edit makes a new one that shares all blocks but one with
 * the old, so that whoever holds the old one still sees the file as it was.
 */
export class Row {
  readonly length: number;
  /** How far its text reaches. */
  readonly extent: Extent;
  readonly blocks: readonly Block[];
  /** How far the text before each block reaches. */
  private readonly befores: readonly Extent[];

  private constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
    this.length = blocks.length === 0 ? 0 : (blocks.length - 1) * blockSize + blocks.at(-1)!.links.length;
    let sum = nothing;
    this.befores = blocks.map(({ extent }) => {
      const before = sum;
      sum = joined(sum, extent);
      return before;
    });
    this.extent = sum;
  }

  static of(links: readonly Link[]): Row {
    const blocks: Block[] = [];
    for (let i = 0; i < links.length; i += blockSize) blocks.push(new Block(links.slice(i, i + blockSize)));
    return new Row(blocks);
  }

  /** The row with other links in some places. */
  with(changes: ReadonlyMap<number, Link>): Row {
    const copies = new Map<number, Link[]>();
    for (const [index, link] of changes) {
      const at = Math.floor(index / blockSize);
      let copy = copies.get(at);
      if (!copy) copies.set(at, (copy = [...this.blocks[at]!.links]));
      copy[index % blockSize] = link;
    }
    const blocks = [...this.blocks];
    for (const [at, links] of copies) blocks[at] = new Block(links);
    return new Row(blocks);
  }

  at(index: number): Link {
    return this.blocks[Math.floor(index / blockSize)]!.links[index % blockSize]!;
  }

  /** A link with its place. */
  place(index: number): Placed {
    const b = Math.floor(index / blockSize);
    const { links, befores } = this.blocks[b]!;
    return { index, link: links[index % blockSize]!, before: joined(this.befores[b]!, befores[index % blockSize]!) };
  }

  /** The links from an index on, each with its place. */
  *from(index: number): Generator<Placed, void> {
    for (let i = index; i < this.length; i++) yield this.place(i);
  }

  /** The last link whose chunk starts at or before an offset; null before the first. */
  find(offset: number): Placed | null {
    let [low, high] = [-1, this.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.place(middle).before.length <= offset) low = middle;
      else high = middle - 1;
    }
    return low < 0 ? null : this.place(low);
  }

  /** Indices of the links that another row of the same length has otherwise. */
  differences(other: Row): number[] {
    return this.blocks.flatMap((block, b) => {
      const others = other.blocks[b]!;
      return block === others ? [] : block.links.flatMap((link, i) => (link === others.links[i] ? [] : [b * blockSize + i]));
    });
  }

  /** Index of the first reply with a gap of each of these styles. */
  firsts(styles: ReadonlySet<Style>, habits: Habits): ReadonlyMap<Style, number> {
    return new Map([...styles].flatMap((style) => {
      const b = this.blocks.findIndex((block) => block.styles(habits).has(style));
      if (b < 0) return [];
      return [[style, b * blockSize + this.blocks[b]!.links.findIndex(({ chunk }) => chunk.gaps(habits).some((gap) => gap.style === style))]];
    }));
  }

  text(): string {
    return this.blocks.map(({ links }) => links.map(({ gap, chunk }) => gap + chunk.source).join('')).join('');
  }
}
