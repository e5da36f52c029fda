import type { LocalLeftover } from '../replies/check.ts';
import { type Extent, Reach } from '../text/extent.ts';
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
  /** How far its text reaches. */
  readonly extent: Extent;
  private gaps: { readonly habits: Habits; readonly styles: ReadonlySet<Style> } | null = null;

  constructor(links: readonly Link[]) {
    this.links = links;
    const reach = new Reach();
    for (const { gapExtent, extent } of links) {
      reach.add(gapExtent);
      reach.add(extent);
    }
    this.extent = reach.extent();
  }

  /** The styles of gaps in its replies. */
  styles(habits: Habits): ReadonlySet<Style> {
    if (this.gaps?.habits !== habits) this.gaps = { habits, styles: new Set(this.links.flatMap(({ chunk }) => chunk.gaps(habits).map(({ style }) => style))) };
    return this.gaps.styles;
  }
}

/**
 * The chunks of a file in their order. A row never changes: an edit makes a new one that shares all blocks but one with
 * the old, so that whoever holds the old one still sees the file as it was. Where a chunk stands is added up when it is
 * asked for: an edit moves all that is behind it, and few of them are asked.
 */
export class Row {
  readonly length: number;
  readonly blocks: readonly Block[];

  private constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
    this.length = blocks.length === 0 ? 0 : (blocks.length - 1) * blockSize + blocks.at(-1)!.links.length;
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
      if (!copy) copies.set(at, (copy = this.blocks[at]!.links.slice()));
      copy[index % blockSize] = link;
    }
    const blocks = this.blocks.slice();
    for (const [at, links] of copies) blocks[at] = new Block(links);
    return new Row(blocks);
  }

  at(index: number): Link {
    return this.blocks[Math.floor(index / blockSize)]!.links[index % blockSize]!;
  }

  /** A link with its place. */
  place(index: number): Placed {
    const at = Math.floor(index / blockSize);
    const reach = new Reach();
    for (let b = 0; b < at; b++) reach.add(this.blocks[b]!.extent);
    return placeIn(this.blocks[at]!, at, index % blockSize, reach);
  }

  /** The links from an index on, each with its place. */
  *from(index: number): Generator<Placed, void> {
    if (index >= this.length) return;
    const first = this.place(index);
    yield first;
    const reach = new Reach(first.before);
    for (let { link } = first, i = index + 1; i < this.length; i++) {
      reach.add(link.extent);
      link = this.at(i);
      reach.add(link.gapExtent);
      yield { index: i, link, before: reach.extent() };
    }
  }

  /** The last link whose chunk starts at or before an offset; null before the first. */
  find(offset: number): Placed | null {
    const { blocks } = this;
    const startsBefore = ({ links }: Block, start: number): boolean => start + links[0]!.gapExtent.length <= offset;
    if (blocks.length === 0 || !startsBefore(blocks[0]!, 0)) return null;
    const reach = new Reach();
    let b = 0;
    while (b + 1 < blocks.length && startsBefore(blocks[b + 1]!, reach.length + blocks[b]!.extent.length)) reach.add(blocks[b++]!.extent);
    const { links } = blocks[b]!;
    let [i, end] = [0, reach.length + links[0]!.gapExtent.length + links[0]!.extent.length];
    while (i + 1 < links.length && end + links[i + 1]!.gapExtent.length <= offset) {
      i++;
      end += links[i]!.gapExtent.length + links[i]!.extent.length;
    }
    return placeIn(blocks[b]!, b, i, reach);
  }

  /** Indices of the links that another row of the same length has otherwise. */
  differences(other: Row): number[] {
    const found: number[] = [];
    for (let b = 0; b < this.blocks.length; b++) {
      if (this.blocks[b] === other.blocks[b]) continue;
      const [{ links }, others] = [this.blocks[b]!, other.blocks[b]!.links];
      for (let i = 0; i < links.length; i++) if (links[i] !== others[i]) found.push(b * blockSize + i);
    }
    return found;
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

/** The nth link of a block, the bth, with its place; `reach` is where the block begins, and is led on to the chunk. */
function placeIn({ links }: Block, b: number, nth: number, reach: Reach): Placed {
  for (let i = 0; i < nth; i++) {
    reach.add(links[i]!.gapExtent);
    reach.add(links[i]!.extent);
  }
  const link = links[nth]!;
  reach.add(link.gapExtent);
  return { index: b * blockSize + nth, link, before: reach.extent() };
}
