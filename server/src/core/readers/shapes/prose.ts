import type { Markup } from '../../model.ts';
import { whenAsked } from '../../text/letters.ts';

const word = whenAsked(() => /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu);
const unspaced = whenAsked(() => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu);

/** At least `least` words; scripts without spaces count two letters as one. */
function hasWords(text: string, least: number): boolean {
  let found = 0;
  for (const _ of text.matchAll(word())) if (++found >= least) return true;
  return found + Math.floor((text.match(unspaced())?.length ?? 0) / 2) >= least;
}

/** At least `least` words, and no bare address, path or identifier. */
export function readsLikeProse(text: string, least = 3): boolean {
  const shown = text.trim();
  return (/\s/.test(shown) || shown.search(unspaced()) !== -1) && hasWords(shown, least);
}

const tag = /<\/?(?:a|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|span|strong|table|tbody|td|th|tr|u|ul)(?:\s[^<>]*)?\/?>/i;
const markdown = /\*\*[^*\s][^*\n]*\*\*|\[[^\]\n]+\]\((?:https?:|mailto:|\/|#)[^)\s]*\)|^#{1,6} \S|^```|^> |`[^`\n]+`/m;

/** The inline markup of a text whose format does not say: real tags are HTML, clear signs of Markdown are Markdown. */
export function markupSeenIn(text: string): Markup {
  if (tag.test(text)) return 'html';
  return markdown.test(text) ? 'markdown' : 'text';
}

/** For a format that takes both: HTML where a tag is seen. */
export function htmlOrText(text: string): Markup {
  return tag.test(text) ? 'html' : 'text';
}
