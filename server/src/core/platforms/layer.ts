import { withPlaceholders } from '../markup/declared-placeholders.ts';
import type { InlineLayer, Opaque } from '../markup/inline.ts';
import type { Platform, Signs } from './platform.ts';
import { gapFor } from './write.ts';

/** The same layer for texts of a platform: what is ambiguous elsewhere is decided, and gaps are written in its form. */
export function forPlatform(layer: InlineLayer, platform: Platform | null): InlineLayer {
  if (platform === null) return layer;
  const decided = withPlaceholders(layer, valuesThatLookLikeTags(platform));
  const brackets = platform.syntax.find(({ open }) => open === '[[')?.holds;
  const fills = platform['fill-in'] !== undefined;
  if (brackets !== 'gap' && !fills) return decided;
  return {
    markup: layer.markup,
    escape: (text) => layer.escape(fills ? text.replace(/\[([^\][]+)\]/g, (_, words: string) => gapFor(platform, words)) : text),
    toProse(text) {
      const prose = decided.toProse(text);
      return brackets === 'gap' ? { ...prose, opaques: prose.opaques.map(asGap) } : prose;
    },
  };
}

/** `{% … %}` is a value on some platforms, and a tag everywhere else. */
function valuesThatLookLikeTags({ syntax }: Platform): readonly Signs[] {
  return syntax.filter(({ open, holds }) => open === '{%' && holds === 'value');
}

function asGap(opaque: Opaque): Opaque {
  return opaque.kind === 'placeholder' && opaque.text.startsWith('[[') ? { ...opaque, kind: 'fill-in' } : opaque;
}
