import { withPlaceholders } from '../markup/declared-placeholders.ts';
import type { InlineLayer, Opaque } from '../markup/inline.ts';
import type { Platform, Signs } from './platform.ts';
import { gapFor } from './write.ts';

const known = new WeakMap<Platform, Map<InlineLayer, InlineLayer>>();

/** The same layer for texts of a platform: what is ambiguous elsewhere is decided, and gaps are written in its form. */
export function forPlatform(layer: InlineLayer, platform: Platform | null): InlineLayer {
  if (platform === null) return layer;
  let layers = known.get(platform);
  if (!layers) known.set(platform, (layers = new Map()));
  let own = layers.get(layer);
  if (!own) layers.set(layer, (own = spokenBy(platform, layer)));
  return own;
}

function spokenBy(platform: Platform, layer: InlineLayer): InlineLayer {
  const decided = withPlaceholders(layer, valuesThatLookLikeTags(platform));
  const isGap = gapsOf(platform);
  const fills = platform['fill-in'] !== undefined;
  if (isGap === null && !fills) return decided;
  return {
    markup: layer.markup,
    escape: (text) => layer.escape(fills ? text.replace(/\[([^\][]+)\]/g, (_, words: string) => gapFor(platform, words)) : text),
    toProse(text) {
      const prose = decided.toProse(text);
      const isFillIn = ({ kind, text: written }: Opaque): boolean => kind === 'placeholder' && isGap !== null && isGap(written);
      return prose.opaques.some(isFillIn) ? { ...prose, opaques: prose.opaques.map((opaque) => (isFillIn(opaque) ? { ...opaque, kind: 'fill-in' } : opaque)) } : prose;
    },
  };
}

/** `{% … %}` is a value on some platforms, and a tag everywhere else. */
function valuesThatLookLikeTags({ syntax }: Platform): readonly Signs[] {
  return syntax.filter(({ open, holds }) => open === '{%' && holds === 'value');
}

/** Braces stand around much in technical replies, so the words must name a piece of data. */
const dataBetweenBraces = /^\{[A-Za-z_ -]{0,40}(?:name|number|date|link|amount|email|e-mail|phone|address|customer|company|order|ticket|product|agent|city|price)\}$/i;

/** What looks like a placeholder and is a gap on this platform: `[[…]]` where agents fill it, and a name between single braces where two are read. */
function gapsOf(platform: Platform): ((text: string) => boolean) | null {
  const brackets = platform.syntax.some(({ open, holds }) => open === '[[' && holds === 'gap');
  const doubles = platform.syntax.some(({ open, holds }) => open === '{{' && holds === 'value') && !platform['own-names'];
  if (!brackets && !doubles) return null;
  return (text) => (brackets && text.startsWith('[[')) || (doubles && dataBetweenBraces.test(text));
}
