import type { Node } from './parse.ts';

/** One way into a pattern: words that must stand next to each other, and how many words may come before them. */
export interface AnchorPlace {
  /** Alternatives per position, folded words. */
  readonly run: readonly (Node & { type: 'words' })[];
  readonly least: number;
  readonly most: number;
}

/** Words so common that an anchor of them alone would fire everywhere. */
export const common: ReadonlySet<string> = new Set(
  'a an the i you we he she it they me us him her them my your our their this that these those is are was were be been am do does did have has had will would can could should may not no and or but if so as at by for from in of on to with there here what when any all please'.split(' '),
);

const longestRun = 3;
/** A run of several words is written out in all its variants; more of them cost more than they spare. */
const mostVariants = 96;

interface Place extends AnchorPlace { readonly worth: number; readonly variants: number }

/**
 * The places that together every match of the pattern must pass through one of, chosen to fire as rarely as can be;
 * null where the pattern has no word that must be there.
 */
export function anchorsOf(node: Node): readonly AnchorPlace[] | null {
  return best(node, 0, 0)?.places ?? null;
}

/** The fewest and the most words a node can cover. */
export function extent(node: Node): { least: number; most: number } {
  switch (node.type) {
    case 'words': case 'number': case 'placeholder': return { least: 1, most: 1 };
    case 'gap': return { least: node.least, most: node.most };
    case 'optional': return { least: 0, most: extent(node.item).most };
    case 'capture': return extent(node.item);
    case 'sequence': return node.items.map(extent).reduce((a, b) => ({ least: a.least + b.least, most: a.most + b.most }), { least: 0, most: 0 });
    case 'choice': {
      const all = node.options.map(extent);
      return { least: Math.min(...all.map((e) => e.least)), most: Math.max(...all.map((e) => e.most)) };
    }
    default: return { least: 0, most: 0 };
  }
}

interface Choice { readonly places: readonly AnchorPlace[]; readonly worth: number }

function best(node: Node, least: number, most: number): Choice | null {
  switch (node.type) {
    case 'words': return fromRun([node], least, most);
    case 'capture': return best(node.item, least, most);
    case 'choice': {
      const all = node.options.map((option) => best(option, least, most));
      if (all.some((choice) => choice === null)) return null;
      const places = all.flatMap((choice) => choice!.places);
      return { places, worth: Math.min(...all.map((choice) => choice!.worth)) - 0.1 };
    }
    case 'sequence': {
      let winner: Choice | null = null;
      const consider = (choice: Choice | null): void => { if (choice && (!winner || choice.worth > winner.worth)) winner = choice; };
      let run: (Node & { type: 'words' })[] = [];
      let runLeast = least;
      let runMost = most;
      const flush = (): void => {
        for (let from = 0; from < run.length; from++) {
          for (let length = 1; length <= longestRun && from + length <= run.length; length++) consider(fromRun(run.slice(from, from + length), runLeast + from, runMost + from));
        }
        run = [];
      };
      for (const item of flatten(node.items)) {
        if (item.type === 'words') {
          if (run.length === 0) { runLeast = least; runMost = most; }
          run.push(item);
        } else if (item.type !== 'not' && item.type !== 'comma' && item.type !== 'start' && item.type !== 'end') {
          flush();
          consider(best(item, least, most));
        }
        const size = extent(item);
        least += size.least;
        most += size.most;
      }
      flush();
      return winner;
    }
    default: return null;
  }
}

/** Captures are no border for a run of words. */
function flatten(items: readonly Node[]): Node[] {
  return items.flatMap((item) => {
    const inner = item.type === 'capture' ? item.item : item;
    if (inner.type === 'sequence') return flatten(inner.items);
    return [inner.type === 'words' ? inner : item.type === 'capture' ? inner : item];
  });
}

function fromRun(run: readonly (Node & { type: 'words' })[], least: number, most: number): Choice | null {
  const variants = run.reduce((product, set) => product * set.words.length, 1);
  if (run.length > 1 && variants > mostVariants) return null;
  const worth = run.reduce((sum, set) => sum + (set.words.some((word) => common.has(word)) ? 1 : set.inflected ? 4 : 5), 0) - Math.log2(variants) / 8;
  const place: Place = { run, least, most, worth, variants };
  return { places: [place], worth };
}
