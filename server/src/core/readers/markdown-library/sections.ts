import type { Block } from './blocks.ts';
import { isBareHeading } from './labels.ts';

/** What stands under one heading, up to the next. */
export interface Section {
  /** Level of the heading, 0 for what comes before the first one. */
  readonly level: number;
  readonly title: string;
  /** True where no deeper heading follows within it. */
  readonly isLeaf: boolean;
  /** Titles from the outermost heading inwards, its own included. */
  readonly titles: readonly string[];
  readonly blocks: readonly Block[];
}

/** Groups the blocks of a file under their headings. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  const open: { level: number; title: string }[] = [];
  let body: Block[] = [];
  let level = 0;
  const close = (next: number): void => {
    const isLeaf = next <= level;
    sections.push({ level, title: open.at(-1)?.title ?? '', isLeaf: isLeaf || level === 0 && next === 0, titles: open.map((heading) => heading.title), blocks: body });
  };
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      body.push(block);
      continue;
    }
    close(block.size);
    while (open.length > 0 && open.at(-1)!.level >= block.size) open.pop();
    open.push({ level: block.size, title: block.label });
    level = block.size;
    body = [];
  }
  close(0);
  return sections;
}

/** The title of a reply: its heading, after the one above where its own says only what kind of text it is. */
export function titleOf(section: Section, label: string): string {
  const { titles } = section;
  const own = titles.at(-1) ?? '';
  const above = titles.at(-2) ?? '';
  const heading = isBareHeading(own) && above !== '' ? `${above}: ${own}` : own;
  return label === '' || label === heading ? heading : heading === '' ? label : `${heading}: ${label}`;
}
