import type { Finding, Fix, TextEdit } from '../model.ts';
import type { Linter, LintInput } from '../linter.ts';

/** Which fixes may run without a person looking at each: the safe ones, or also each finding's first suggestion without a gap. */
export type FixChoice = 'safe' | 'suggestions';

/** Fixes of one reply that reach into both of its twins wait for each other. */
const mostPasses = 30;

/** The text with all fixes of the choice applied, and how many there were. Fixes that collide wait for the next pass. */
export function fixText(linter: Linter, file: LintInput, choice: FixChoice): { readonly text: string; readonly applied: number } {
  const bom = file.text.charCodeAt(0) === 0xfeff ? file.text[0]! : '';
  let text = file.text.slice(bom.length);
  let applied = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const { findings } = linter.lint({ ...file, text });
    const fixes = findings.map((finding) => choose(finding, choice)).filter((fix) => fix !== undefined);
    const picked = withoutCollisions(fixes);
    if (picked.length === 0) break;
    text = applyEdits(text, picked.flatMap((fix) => fix.edits));
    applied += picked.length;
  }
  return { text: bom + text, applied };
}

function choose(finding: Finding, choice: FixChoice): Fix | undefined {
  return finding.fixes.find((fix) => fix.safe) ?? (choice === 'suggestions' ? finding.fixes.find((fix) => fix.fillIns === 0 && !fix.byHand) : undefined);
}

/** The fixes that can be applied together, first come first served; the whole stretch of a fix is its own. */
export function withoutCollisions(fixes: readonly Fix[]): Fix[] {
  const taken: { start: number; end: number }[] = [];
  return fixes.filter((fix) => {
    if (fix.edits.length === 0) return false;
    const start = Math.min(...fix.edits.map((edit) => edit.start));
    const end = Math.max(...fix.edits.map((edit) => edit.end));
    if (taken.some((other) => start <= other.end && other.start <= end)) return false;
    taken.push({ start, end });
    return true;
  });
}

/** The text after edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) out = out.slice(0, edit.start) + edit.newText + out.slice(edit.end);
  return out;
}
