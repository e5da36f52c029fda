import type { PlaceholderPair } from '../model.ts';
import { MappedTextBuilder, type MappedText } from '../text/source-map.ts';
import { NEWLINE } from './characters.ts';
import type { InlineLayer, OpaqueKind, ProseText } from './inline.ts';

/** Read by every layer as one noun; what the config declares takes its place before a layer looks at the text. */
const standIn = '{{declared}}';
const reach = 200;

/** The same layer, which takes all that stands between a declared pair as a placeholder. */
export function withPlaceholders(layer: InlineLayer, pairs: readonly PlaceholderPair[] | undefined): InlineLayer {
  if (pairs === undefined || pairs.length === 0) return layer;
  const longestFirst = [...pairs].sort((a, b) => b.open.length - a.open.length);
  return {
    markup: layer.markup,
    escape: (text) => layer.escape(text),
    toProse(text) {
      const { masked, places } = mask(text, longestFirst);
      if (places.size === 0) return layer.toProse(text);
      return asDeclared(text, layer.toProse(masked.text), masked, places);
    },
  };
}

/** The text with each declared placeholder replaced, and where they end by where they start. */
function mask(text: string, pairs: readonly PlaceholderPair[]): { masked: MappedText; places: Map<number, number> } {
  const out = new MappedTextBuilder();
  const places = new Map<number, number>();
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const end = placeholderEnd(text, at, pairs);
    if (end === -1) continue;
    out.add(text.slice(kept, at), kept, at);
    // One character longer where the two are equally long: else the map would take them for the same characters.
    out.add(end - at === standIn.length ? `${standIn.slice(0, -2)}s}}` : standIn, at, end);
    places.set(at, end);
    kept = end;
    at = end - 1;
  }
  out.add(text.slice(kept), kept, text.length);
  return { masked: out.done(), places };
}

function placeholderEnd(text: string, at: number, pairs: readonly PlaceholderPair[]): number {
  for (const { open, close } of pairs) {
    if (!text.startsWith(open, at)) continue;
    const from = at + open.length;
    for (let i = from; i < Math.min(text.length, from + reach) && text.charCodeAt(i) !== NEWLINE; i++) {
      if (text.startsWith(close, i)) {
        if (i > from) return i + close.length;
        break;
      }
    }
  }
  return -1;
}

function asDeclared(text: string, prose: ProseText, masked: MappedText, places: ReadonlyMap<number, number>): ProseText {
  const map = prose.map.through(masked.map);
  const opaques = prose.opaques.map((opaque) => {
    const source = map.range(opaque.start, opaque.end);
    const kind: OpaqueKind = places.get(source.start) === source.end ? 'placeholder' : opaque.kind;
    return { ...opaque, kind, text: text.slice(source.start, source.end) };
  });
  return { text: prose.text, map, opaques };
}
