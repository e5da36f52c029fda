import type { Fix, Range, RefusedFix } from '../model.ts';
import { BREAK, type InlineLayer, OPAQUE, type ProseText } from '../markup/inline.ts';
import type { Field } from '../readers/reader.ts';
import type { RewriteEntry } from '../rules/rule.ts';
import type { Words } from '../prose/words.ts';
import { meaningLost } from './meaning.ts';
import { placeRewrite } from './place.ts';
import { commonVerb } from './common-verbs.ts';
import { type CaptureText, fitRewrite, type Rewrite, type RewritePlace } from './rewrite.ts';

/** The text that a fix is made in. */
export interface FixGround {
  readonly field: Field;
  readonly prose: ProseText;
  readonly layer: InlineLayer;
  readonly words: Words;
}

/** The characters that a stretch of prose stands for, placeholders spelled out. */
export function spellOut(prose: ProseText, range: Range): string {
  let index = 0;
  const inside = prose.opaques.filter((opaque) => opaque.start >= range.start && opaque.end <= range.end);
  return prose.text.slice(range.start, range.end).replaceAll(BREAK, '\n').replaceAll(OPAQUE, () => inside[index++]?.text ?? '');
}

/**
 * The fixes of one finding, best first: each rewrite fitted into its sentence, checked for its meaning, and written in the
 * file's syntax. What does not pass is not offered. Edits count in the item's text; `fault` holds the words that the rule
 * itself names.
 */
export function buildFixes(ground: FixGround, place: RewritePlace, rewrites: readonly RewriteEntry[], capture: CaptureText, fault: string): Fix[] {
  const fixes: Fix[] = [];
  for (const entry of rewrites) {
    const fix = buildFix(ground, place, entry, capture, fault);
    if (!('refused' in fix) && !fixes.some(({ title }) => title === fix.title)) fixes.push(fix);
  }
  return fixes;
}

/** The first rewrite that is right in itself, where the file does not take it; null where none is. */
export function refusedFix(ground: FixGround, place: RewritePlace, rewrites: readonly RewriteEntry[], capture: CaptureText, fault: string): RefusedFix | null {
  for (const entry of rewrites) {
    const fix = buildFix(ground, place, entry, capture, fault);
    if ('refused' in fix && fix.title !== undefined) return { title: fix.title, reason: fix.refused };
  }
  return null;
}

/** Why a rewrite is not offered; with its title where the file is the reason, so that a person may still make it. */
export interface Refusal {
  readonly refused: string;
  readonly title?: string;
}

/** One rewrite as a fix, or why it is not offered. */
export function buildFix(ground: FixGround, place: RewritePlace, entry: RewriteEntry, capture: CaptureText, fault: string): Fix | Refusal {
  const rewrite = fitRewrite(ground.prose, place, entry.text, capture, { voice: entry.voice, verbs: entry.verbs ?? {}, pattern: entry.replaces ?? [], find: commonVerb });
  if (!rewrite) return holdsPlaceholder(ground.prose, place) ? { refused: 'A placeholder stands among these words, and no fix touches one.', title: entry.title ?? 'Rewrite these words' } : { refused: 'Its words do not fit here.' };
  const refused = meaningLost({ ...sentencesAround(ground, rewrite), fault });
  if (refused) return { refused };
  const edits = placeRewrite(ground.field, ground.prose, ground.layer, rewrite);
  const title = entry.title ?? titleOf(ground.prose, place, rewrite.text, entry.text);
  if ('refused' in edits) return { refused: edits.refused, title };
  if (edits.length === 0) return { refused: 'It would change nothing.' };
  return { title, safe: entry.safe ?? false, fillIns: rewrite.fillIns, edits };
}

function holdsPlaceholder(prose: ProseText, place: Range): boolean {
  return prose.opaques.some(({ kind, start, end }) => kind === 'placeholder' && start >= place.start && end <= place.end);
}

/** The sentences that a rewrite touches, before and after it. */
function sentencesAround({ prose, words }: FixGround, rewrite: Rewrite): { before: string; after: string } {
  const touched = words.sentences.filter((sentence) => sentence.start <= rewrite.end && sentence.end >= rewrite.start);
  const start = Math.min(rewrite.start, touched[0]?.start ?? rewrite.start);
  const end = Math.max(rewrite.end, touched.at(-1)?.end ?? rewrite.end);
  const before = prose.text.slice(start, end);
  return { before, after: before.slice(0, rewrite.start - start) + rewrite.text + before.slice(rewrite.end - start) };
}

const longestTitle = 70;

function titleOf(prose: ProseText, place: Range, text: string, template: string): string {
  if (template.trim() === '') return `Delete “${cut(spellOut(prose, place))}”`;
  let index = 0;
  const inside = prose.opaques.filter((opaque) => opaque.start >= place.start && opaque.end <= place.end);
  return `Write “${cut(text.replaceAll(OPAQUE, () => inside[index++]?.text ?? ''))}”`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}
