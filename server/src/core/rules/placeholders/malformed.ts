import type { FixGround } from '../../fixes/build.ts';
import type { Markup } from '../../model.ts';
import type { ProseText } from '../../markup/inline.ts';
import { variableElsewhere } from '../../platforms/family.ts';
import { inRightCase, variableOf } from '../../platforms/names.ts';
import { type Parts, partsOf } from '../../platforms/parts.ts';
import type { Platform } from '../../platforms/platform.ts';
import { Sign } from '../../prose/words.ts';
import { withFallback, written } from '../../platforms/write.ts';
import type { PlaceholderChange, PlaceholderFault } from './fault.ts';
import { spelledOut } from './spelled-out.ts';

/** Placeholders that their platform will not fill: it prints their code, or nothing. */
export function findMalformed(ground: FixGround, platform: Platform | null): PlaceholderFault[] {
  const { prose, field, words } = ground;
  const unbalanced = words.signs & Sign.brace ? findUnbalanced(prose, platform, field.markup) : [];
  if (platform === null || platform['own-names']) return unbalanced;
  const found: PlaceholderFault[] = [];
  for (const opaque of prose.opaques) {
    if (opaque.kind !== 'placeholder' || unbalanced.some(({ start, end }) => start < opaque.end && opaque.start < end)) continue;
    const parts = partsOf(opaque.text);
    if (!parts || parts.name === '') continue;
    const fault = wrongSigns(parts, platform, field.markup) ?? wrongCase(opaque.text, parts, platform);
    if (fault) found.push({ start: opaque.start, end: opaque.end, ...(fault.doubtful && { level: 'warning' as const }), changes: fault.text === null ? [] : [change(fault.text, opaque)] });
  }
  return [...unbalanced, ...found].sort((a, b) => a.start - b.start);
}

interface Mended {
  /** Null where nobody can say what was meant. */
  readonly text: string | null;
  readonly doubtful?: boolean;
}

function wrongSigns(parts: Parts, platform: Platform, markup: Markup): Mended | null {
  if (platform.syntax.some(({ open, close }) => open === parts.open && close === parts.close)) return null;
  const variable = variableOf(platform, parts.name);
  // What a filter does, another platform may not.
  if (variable && parts.filtered) return { text: null };
  if (variable) return { text: (parts.fallback ? withFallback(platform, variable.name, parts.fallback, markup) : null) ?? written(platform, variable.name, markup) };
  if (parts.open === '{{{' && platform.syntax.some(({ open }) => open === '{{')) return { text: parts.filtered ? null : written(platform, parts.name, markup) };
  return variableElsewhere(parts) ? { text: null, doubtful: true } : null;
}

function wrongCase(text: string, parts: Parts, platform: Platform): Mended | null {
  if (!platform.syntax.some(({ open, holds }) => open === parts.open && holds === 'value')) return null;
  const right = inRightCase(platform, parts.name);
  return right === null ? null : { text: text.replace(parts.name, () => right) };
}

function change(newText: string, { start, end }: { start: number; end: number }): PlaceholderChange {
  return { title: `Write “${newText}”`, edits: [{ start, end, newText }] };
}

const name = String.raw`[A-Za-z_@][\w.]*`;
const blank = String.raw`[ \t]*`;
/** One sign too few or too many around a name; `{{`…`}}` and `{%`…`%}` themselves never match. */
const slips: readonly { readonly signs: '{{' | '{%'; readonly pattern: RegExp; readonly balanced?: true }[] = [
  { signs: '{{', pattern: new RegExp(String.raw`(?<![{%#$\\])\{\{${blank}(${name})${blank}\}(?!\})`, 'g') },
  { signs: '{{', pattern: new RegExp(String.raw`(?<![{%#$\\])\{${blank}(${name})${blank}\}\}(?!\})`, 'g') },
  { signs: '{{', pattern: new RegExp(String.raw`(?<![{%#$\\])\{ \{${blank}(${name})${blank}\} ?\}(?!\})`, 'g'), balanced: true },
  { signs: '{%', pattern: new RegExp(String.raw`(?<![{\\])\{%${blank}(${name})${blank}\}(?!\})`, 'g') },
  { signs: '{%', pattern: new RegExp(String.raw`(?<![{\\])\{${blank}(${name})${blank}%\}`, 'g') },
];

function findUnbalanced(prose: ProseText, platform: Platform | null, markup: Markup): PlaceholderFault[] {
  const { text, toProse } = spelledOut(prose);
  const found: PlaceholderFault[] = [];
  for (const { signs, pattern, balanced } of slips) {
    for (const match of text.matchAll(pattern)) {
      const wanted = match[1]!;
      if (text[match.index - 1] === '`') continue;
      const variable = platform && variableOf(platform, wanted);
      const ours = platform === null ? signs === '{{' : platform.syntax.some(({ open, holds }) => open === signs && holds === 'value');
      if (!variable && !(ours && (platform !== null || looksLikeVariable(wanted)))) continue;
      // Braces that pair up in their line may be an example of code.
      if (balanced ? platform === null : !variable && isBalanced(lineAround(text, match.index))) continue;
      const range = toProse(match.index, match.index + match[0].length);
      const newText = platform ? written(platform, variable?.name ?? wanted, markup) : `{{${wanted}}}`;
      found.push({ ...range, changes: [change(newText, range)] });
    }
  }
  return found;
}

const looksLikeVariable = (word: string): boolean => /[._]/.test(word);

function lineAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\u2029', at)) + 1;
  const end = text.slice(at).search(/[\n\u2029]/);
  return text.slice(start, end < 0 ? text.length : at + end);
}

function isBalanced(line: string): boolean {
  return line.split('{').length === line.split('}').length;
}
