import { type ChecklistSummary, type FileError, type FileResult, type Finding, type Fix, type Level, type Range, type RefusedFix, type Response } from '../model.ts';
import { setBeside } from '../findings/beside.ts';
import { levelRank } from '../findings/resolve.ts';
import { familyOf } from '../platforms/family.ts';
import type { Problem } from '../readers/reader.ts';
import type { CheckedReply, LocalFinding } from '../replies/check.ts';
import { ResponseIds } from '../replies/response-id.ts';
import { docsOf } from '../rules/pages.ts';
import type { CompiledRule } from '../rules/tables.ts';
import type { LineIndex } from '../text/line-index.ts';

/** One response of a file with its place in it. */
export interface PlacedReply {
  /** Start of its item, UTF-16 offset in the file. */
  readonly start: number;
  readonly length: number;
  readonly checked: CheckedReply;
  /** Its checklist by the chosen framework. */
  checklist(): ChecklistSummary | null;
}

/** What the parts of a file add up to, and what is reported of it. */
export interface FileParts {
  readonly path: string;
  readonly format: string | null;
  readonly replies: readonly PlacedReply[];
  readonly problem: Problem | null;
  readonly lines: LineIndex;
  /** The least level that is reported. */
  readonly minLevel: Level;
  /** The level a rule has by config; null switches it off. */
  level(rule: CompiledRule, level: Level): Level | null;
}

/** Puts the replies of a file together: ids, what only the whole library shows, and positions in the file. */
export function assembleFile(parts: FileParts): FileResult {
  const ids = new ResponseIds();
  const own = ownStyles(parts.replies);
  const family = familyOf(parts.replies.map(({ checked }) => checked.placeholders.seen));
  const apart = twinsApart(parts.replies);
  const announced = new Set<string>();
  const responses: Response[] = [];
  const findings: Finding[] = [];
  for (const { start, length, checked, checklist } of parts.replies) {
    const id = ids.next(checked.id, checked.title);
    const at = (range: Range): Range => ({ start: range.start + start, end: range.end + start });
    let covered: ChecklistSummary | null | undefined;
    responses.push({
      id, title: checked.title, kind: checked.kind, purpose: checked.purpose, channel: checked.channel, locale: checked.locale,
      start, end: start + length, segments: checked.segments.map((segment) => ({ ...segment, ...at(segment) })),
      get checklist() {
        if (covered === undefined) {
          const found = checklist();
          covered = found && { framework: found.framework, met: found.met, of: found.of };
        }
        return covered;
      },
    });
    const { placeholders } = checked;
    const local = setBeside(checked.findings, placeholders.findings(placeholders.platform ?? family)).flatMap((finding): LocalFinding[] => {
      const level = apart && finding.rule.detector === 'twin' ? parts.level(finding.rule, 'hint') : finding.level;
      return level ? [{ ...finding, level }] : [];
    });
    for (const leftover of checked.leftovers) {
      // What is left of a broken placeholder is no gap.
      if (local.some(({ rule, start: from, end }) => rule.detector === 'malformed-placeholder' && from < leftover.end && leftover.start < end)) continue;
      const named = own.has(leftover.style);
      if (named && announced.has(leftover.style)) continue;
      if (named) announced.add(leftover.style);
      const level = parts.level(leftover.rule, named ? 'hint' : leftover.level);
      if (level) local.push({ ...leftover, level });
    }
    for (const finding of local) if (levelRank(finding.level) <= levelRank(parts.minLevel)) findings.push(place(finding, start, id, parts.lines));
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end || levelRank(a.level) - levelRank(b.level));
  return {
    path: parts.path, format: parts.format, encoding: 'utf-8', bom: false, error: parts.problem && errorAt(parts.problem, parts.lines), responses, findings,
  };
}

/** In so many replies or more it is no slip that both texts differ. */
const manyTwins = 10;

/** A library that writes most of its twins in words of their own means them to differ. */
function twinsApart(replies: readonly PlacedReply[]): boolean {
  const twins = replies.filter(({ checked }) => checked.segments.some((segment) => segment.role === 'twin' && segment.audience === 'customer'));
  const differ = twins.filter(({ checked }) => checked.findings.some((finding) => finding.rule.detector === 'twin')).length;
  return differ >= manyTwins && differ * 2 > twins.length;
}

/** So many gaps of one style in a file are no slip, even where the file holds a single reply. */
const manyGaps = 2;

/** Fill-in styles that at least two replies use, or one reply often, are the library's own. A bare marker such as TODO is nobody's style. */
function ownStyles(replies: readonly PlacedReply[]): Set<string> {
  const seen = new Map<string, { replies: number; gaps: number }>();
  for (const { checked } of replies) {
    const here = new Map<string, number>();
    for (const { style } of checked.leftovers) if (style !== 'marker') here.set(style, (here.get(style) ?? 0) + 1);
    for (const [style, gaps] of here) {
      const before = seen.get(style) ?? { replies: 0, gaps: 0 };
      seen.set(style, { replies: before.replies + 1, gaps: before.gaps + gaps });
    }
  }
  return new Set([...seen].filter(([, count]) => count.replies >= 2 || count.gaps >= manyGaps).map(([style]) => style));
}

export function errorAt(problem: Problem, lines: LineIndex): FileError {
  return { message: problem.message, ...lines.place(problem.offset) };
}

function place(finding: LocalFinding, start: number, responseId: string, lines: LineIndex): Finding {
  const from = lines.place(finding.start + start);
  const to = lines.place(finding.end + start);
  let fixes: readonly Fix[] | null = null;
  let refused: RefusedFix | null | undefined;
  return {
    ruleId: finding.rule.id,
    category: finding.rule.category,
    level: finding.level,
    message: finding.rule.message,
    start: finding.start + start,
    end: finding.end + start,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
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
