import type { ChecklistSummary, Finding, Fix, Range, RefusedFix, Response } from '../model.ts';
import type { CheckedReply } from '../replies/check.ts';
import { docsOf } from '../rules/pages.ts';
import type { Extent } from '../text/extent.ts';
import type { LocalPlace, ReportedFinding } from './chunk.ts';
import type { Link } from './row.ts';

/** The id of a link's reply, unique in its file: the second of a name is `name#2`. */
export function idOf({ chunk, nth }: Link): string {
  return nth === 1 ? chunk.id : `${chunk.id}#${nth}`;
}

/** A place in a chunk as a place in the file; `before` is the text before the chunk. */
export function placeBehind(before: Extent, { line, column }: LocalPlace): LocalPlace {
  return { line: before.breaks + line, column: line === 1 ? before.tail + column : column };
}

/** A finding of a chunk as a finding of the file. */
export function placeFinding({ finding, from, to }: ReportedFinding, before: Extent, responseId: string): Finding {
  const start = before.length;
  const first = placeBehind(before, from);
  const last = placeBehind(before, to);
  let fixes: readonly Fix[] | null = null;
  let refused: RefusedFix | null | undefined;
  return {
    ruleId: finding.rule.id,
    category: finding.rule.category,
    level: finding.level,
    message: finding.rule.message,
    start: finding.start + start,
    end: finding.end + start,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
    text: finding.text,
    responseId,
    also: finding.also,
    docs: docsOf(finding.rule.id),
    get fixes() {
      fixes ??= finding.fixes().map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })) }));
      return fixes;
    },
    get refused() {
      if (this.fixes.length > 0) return undefined;
      refused ??= finding.refused?.() ?? null;
      return refused ?? undefined;
    },
  };
}

/** A reply that was checked as a response of the file. */
export function placeResponse(checked: CheckedReply, { start, end }: Range, id: string, checklist: () => ChecklistSummary | null): Response {
  let covered: ChecklistSummary | null | undefined;
  return {
    id, title: checked.title, kind: checked.kind, purpose: checked.purpose, channel: checked.channel, locale: checked.locale,
    start, end, segments: checked.segments.map((segment) => ({ ...segment, start: segment.start + start, end: segment.end + start })),
    get checklist() {
      if (covered === undefined) {
        const found = checklist();
        covered = found && { framework: found.framework, met: found.met, of: found.of };
      }
      return covered;
    },
  };
}
