import type { Range } from '../../model.ts';
import type { ProseText } from '../../markup/inline.ts';

/** A prose text with its placeholders spelled out, and the way back to the prose. */
export interface SpelledOut {
  readonly text: string;
  /** The prose range that holds a range of the text. */
  toProse(start: number, end: number): Range;
}

/** Signs that belong to no placeholder may stand right beside one: `{{name}` is `{` and `{name}`. */
export function spelledOut(prose: ProseText): SpelledOut {
  let text = '';
  let kept = 0;
  const spots: { readonly at: number; readonly length: number; readonly prose: number }[] = [];
  for (const opaque of prose.opaques) {
    if (opaque.kind !== 'placeholder' && opaque.kind !== 'fill-in') continue;
    text += prose.text.slice(kept, opaque.start);
    spots.push({ at: text.length, length: opaque.text.length, prose: opaque.start });
    text += opaque.text;
    kept = opaque.end;
  }
  text += prose.text.slice(kept);
  const place = (at: number, end: boolean): number => {
    let shift = 0;
    for (const spot of spots) {
      if (spot.at + spot.length <= at) shift += spot.length - 1;
      else if (spot.at < at) return spot.prose + (end ? 1 : 0);
      else break;
    }
    return at - shift;
  };
  return { text, toProse: (start, end) => ({ start: place(start, false), end: place(end, true) }) };
}
