import type { Range, TextEdit } from '../../model.ts';
import { entityAt } from '../../markup/entities.ts';
import { type MappedText, MappedTextBuilder } from '../../text/source-map.ts';
import type { XmlElement } from './xml-tree.ts';

/** The text directly inside an element: entities decoded, CDATA taken as it stands, comments and children left out. */
export function xmlText(source: string, { inner, children }: XmlElement): MappedText {
  const out = new MappedTextBuilder();
  const elements = new Map(children.map((each) => [each.start, each.end]));
  let kept = inner.start;
  const keepTo = (end: number, next: number): void => {
    out.add(source.slice(kept, end), kept, end);
    kept = next;
  };
  for (let at = inner.start; at < inner.end; at++) {
    const code = source.charCodeAt(at);
    if (code === 38) {
      const entity = entityAt(source, at, inner.end);
      if (entity === null) continue;
      keepTo(at, entity.end);
      out.add(entity.text, at, entity.end);
    } else if (code === 60) {
      const cdata = cdataAt(source, at, inner.end);
      if (cdata) {
        keepTo(at, cdata.end + 3);
        out.add(source.slice(cdata.start, cdata.end), cdata.start, cdata.end);
      } else keepTo(at, elements.get(at) ?? markupEnd(source, at, inner.end));
    } else continue;
    at = Math.max(at, kept - 1);
  }
  keepTo(inner.end, inner.end);
  return out.done();
}

/** The words inside the CDATA section that opens at `at`. */
function cdataAt(source: string, at: number, end: number): Range | null {
  if (!source.startsWith('<![CDATA[', at)) return null;
  const close = source.indexOf(']]>', at);
  return { start: at + 9, end: close === -1 || close > end ? end : close };
}

/** Where a comment or an instruction at `at` is over; `at` where a bare `<` stands there. */
function markupEnd(source: string, at: number, end: number): number {
  const close = source.startsWith('<!--', at) ? '-->' : source.startsWith('<?', at) ? '?>' : null;
  // A comment may begin with what ends one: `<!-->-->`.
  const over = close === null ? -1 : source.indexOf(close, at + (close === '-->' ? 4 : 2));
  return over === -1 ? at : Math.min(end, over + close!.length);
}

const refusal = 'Tags or comments stand between these words; please change them by hand.';

/** Control characters and halves of characters, which XML holds in no form. */
const unspeakable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u;

/** Writes into an element's text as the place wants it: entities outside of CDATA, the words themselves inside. */
export function writeXmlText(source: string, { inner }: XmlElement, value: MappedText, start: number, end: number, newText: string): readonly TextEdit[] | { readonly refused: string } {
  const { text, map } = value;
  if (unspeakable.test(newText)) return { refused: 'XML has no way to write one of these characters.' };
  if (text === '') return source.slice(inner.start, inner.end).trim() === '' ? [{ ...inner, newText: encode(newText) }] : { refused: refusal };
  let range: Range;
  if (start < end) {
    const pieces = map.pieces(start, end);
    if (pieces.length !== 1) return { refused: refusal };
    range = pieces[0]!.source;
  } else {
    const place = start > 0 ? map.range(start - 1, start).end : map.range(0, 1).start;
    range = { start: place, end: place };
  }
  const written = source.includes('\r\n') ? newText.replace(/\r?\n/g, '\r\n') : newText;
  if (!inCdata(source, inner, range.start)) return [{ ...range, newText: encode(written) }];
  const around = source.slice(range.start - 2, range.start) + written + source.slice(range.end, range.end + 2);
  return around.includes(']]>') ? { refused: 'These words would end the CDATA section that they stand in.' } : [{ ...range, newText: written }];
}

function inCdata(source: string, inner: Range, at: number): boolean {
  const open = source.lastIndexOf('<![CDATA[', at);
  // Right before a section is not in it.
  if (open < inner.start || at < open + 9) return false;
  const close = source.indexOf(']]>', open + 9);
  return close === -1 || at <= close;
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
