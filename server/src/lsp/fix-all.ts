import { applyEdits, withoutCollisions } from '../core/fixes/fix-text.ts';
import type { Finding, TextEdit } from '../core/model.ts';

/**
 * The edits that lead from a text to the one with all safe fixes applied. Small ones, so that cursors and folds stay
 * where they are; only where fixes build on each other, one edit over all that differs.
 * @param fixed the text with every safe fix applied
 */
export function fixAllEdits(text: string, findings: readonly Finding[], fixed: string): readonly TextEdit[] {
  if (fixed === text) return [];
  const edits = safeEdits(findings);
  return applyEdits(text, edits) === fixed ? edits : [differing(text, fixed)];
}

/** The edits of the safe fixes that do not get in each other's way; ascending. */
function safeEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const safe = findings.map((finding) => finding.fixes.find((fix) => fix.safe)).filter((fix) => fix !== undefined);
  return withoutCollisions(safe).flatMap((fix) => fix.edits).sort((a, b) => a.start - b.start);
}

function differing(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  while (cutsCharacter(before, head) || cutsCharacter(after, head)) head--;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && (cutsCharacter(before, before.length - tail) || cutsCharacter(after, after.length - tail))) tail--;
  return { start: head, end: before.length - tail, newText: after.slice(head, after.length - tail) };
}

/** True inside a surrogate pair and inside `\r\n`: no editor has a position there. */
function cutsCharacter(text: string, at: number): boolean {
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
