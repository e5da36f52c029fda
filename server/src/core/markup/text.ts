import { atomAt, startsAtom } from './placeholders.ts';
import { NEWLINE } from './characters.ts';
import { passTag } from './tags.ts';
import { beforeReturn, startLine } from './text-lines.ts';
import { ProseWriter, withoutReserved } from './prose-writer.ts';
import type { InlineLayer, ProseText } from './inline.ts';

/**
 * Plain text: paragraphs by blank lines, list bullets dropped. A tag that strayed in is dropped too, while a `<name>`
 * that HTML does not know is a gap to fill.
 */
export const textLayer: InlineLayer = {
  markup: 'text',
  toProse,
  escape: (text) => text,
};

function toProse(raw: string): ProseText {
  const text = withoutReserved(raw);
  const end = text.length;
  const out = new ProseWriter(text);
  let i = startLine(text, 0, -1, out);
  let kept = i;
  const flush = (): void => out.keep(kept, i);
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE) {
      out.keep(kept, beforeReturn(text, kept, i));
      kept = i = startLine(text, i + 1, i, out);
    } else if (code < 128 && startsAtom[code] === 1) {
      const passed = code === 60 ? passTag(text, i, out, flush) : -1;
      if (passed !== -1) {
        kept = i = passed;
        continue;
      }
      const atom = atomAt(text, i, kept, end);
      if (atom === null) {
        i++;
        continue;
      }
      out.keep(kept, atom.start);
      out.atom(atom);
      kept = i = atom.end;
    } else i++;
  }
  out.keep(kept, end);
  return out.done();
}
