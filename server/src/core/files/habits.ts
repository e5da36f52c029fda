import { leadingOf } from '../platforms/family.ts';
import type { CheckedReply, LocalLeftover } from '../replies/check.ts';

/** What only a whole library shows. */
export interface Habits {
  /** Id of the platform that it speaks where a reply does not say so. */
  readonly family: string | null;
  /** The styles of gaps that are its own. */
  readonly styles: ReadonlySet<LocalLeftover['style']>;
  /** It means its twins to differ. */
  readonly twinsApart: boolean;
}

/** In so many replies or more it is no slip that both texts differ. */
const manyTwins = 10;

/** So many gaps of one style in a file are no slip, even where the file holds a single reply. */
const manyGaps = 2;

/** Counts over the replies of a file: an edit takes one reply out and another in. */
export class HabitCounts {
  private readonly platforms = new Map<string, number>();
  private readonly styles = new Map<LocalLeftover['style'], { replies: number; gaps: number }>();
  private twins = 0;
  private apart = 0;

  /** `by` is 1 for a reply that comes, -1 for one that goes. */
  count(reply: CheckedReply, by: 1 | -1): void {
    for (const id of reply.placeholders.seen) this.platforms.set(id, (this.platforms.get(id) ?? 0) + by);
    if (reply.segments.some((segment) => segment.role === 'twin' && segment.audience === 'customer')) {
      this.twins += by;
      if (reply.findings.some((finding) => finding.rule.detector === 'twin')) this.apart += by;
    }
    const here = new Set<LocalLeftover['style']>();
    for (const { style } of reply.leftovers) {
      // A bare marker such as TODO is nobody's style.
      if (style === 'marker') continue;
      const known = this.styles.get(style) ?? { replies: 0, gaps: 0 };
      this.styles.set(style, { replies: known.replies + (here.has(style) ? 0 : by), gaps: known.gaps + by });
      here.add(style);
    }
  }

  /** Id of the platform that most of the replies so far speak; null where none leads. */
  get family(): string | null { return leadingOf(this.platforms); }

  /** The present habits; `before` itself where nothing differs from it. */
  habits(before?: Habits): Habits {
    const now: Habits = {
      family: this.family,
      // Fill-in styles that at least two replies use, or one reply often, are the library's own.
      styles: new Set([...this.styles].filter(([, { replies, gaps }]) => replies >= 2 || gaps >= manyGaps).map(([style]) => style)),
      // A library that writes most of its twins in words of their own means them to differ.
      twinsApart: this.apart >= manyTwins && this.apart * 2 > this.twins,
    };
    const isSame = before?.family === now.family && before.twinsApart === now.twinsApart && before.styles.size === now.styles.size && [...now.styles].every((style) => before.styles.has(style));
    return isSame ? before : now;
  }
}
