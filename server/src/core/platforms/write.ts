import type { Markup } from '../model.ts';
import type { Platform } from './platform.ts';

/** A variable as the platform writes it in a field of this markup. */
export function written(platform: Platform, name: string, markup: Markup): string {
  const form = markup === 'html' ? platform['write-html'] ?? platform.write : platform.write;
  return form.replaceAll('NAME', () => name);
}

/** The same with words for an empty value, in the signs that stand there (`open`) where there are several; null where the platform knows no such thing. */
export function withFallback(platform: Platform, name: string, words: string, markup: Markup, open?: string): string | null {
  const { fallback: plain, 'fallback-html': inHtml } = platform;
  const asThere = open === undefined ? undefined : [plain, inHtml].find((form) => form?.startsWith(open));
  const form = asThere ?? (markup === 'html' ? inHtml ?? plain : plain);
  return form === 'none' ? null : form.replaceAll('NAME', () => name).replaceAll('TEXT', () => words);
}

/** A gap for a person in the platform's form. */
export function gapFor(platform: Platform, words: string): string {
  return (platform['fill-in'] ?? '[WHAT]').replaceAll('WHAT', () => words);
}
