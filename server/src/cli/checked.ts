import type { FileResult, Level } from '../core/index.ts';

/** One file after its check. */
export interface CheckedFile {
  /** With the path, encoding and byte-order mark of the file as it is on disk. */
  readonly result: FileResult;
  /** The text that the findings' offsets count in. */
  readonly text: string;
  /** How many fixes were applied to it. */
  readonly fixed: number;
}

/** What a run amounts to. */
export interface Summary extends Record<Level, number> {
  /** Response files. */
  files: number;
  responses: number;
  /** Replies with at least one finding. */
  affected: number;
  /** Files and folders that could not be read, wholly or in part. */
  unreadable: number;
  /** Applied fixes. */
  fixed: number;
  /** Findings that `--fix` would still mend. */
  fixable: number;
  /** Findings that `--fix-suggestions` would mend besides. */
  suggested: number;
}

/** Shows what was found, in one format. */
export interface Report {
  file(checked: CheckedFile): void;
  end(summary: Summary): void;
}

export function emptySummary(): Summary {
  return { files: 0, responses: 0, affected: 0, error: 0, warning: 0, info: 0, hint: 0, unreadable: 0, fixed: 0, fixable: 0, suggested: 0 };
}

/** @param countFixes working out a fix costs time, so only a format that shows them asks for it. */
export function addTo(summary: Summary, { result, fixed }: CheckedFile, countFixes: boolean): void {
  if (result.error) summary.unreadable += 1;
  if (result.format !== null) summary.files += 1;
  summary.responses += result.responses.length;
  summary.affected += new Set(result.findings.map(({ responseId }) => responseId)).size;
  summary.fixed += fixed;
  for (const finding of result.findings) {
    summary[finding.level] += 1;
    if (!countFixes) continue;
    if (finding.fixes.some(({ safe }) => safe)) summary.fixable += 1;
    else if (finding.fixes.some(({ fillIns }) => fillIns === 0)) summary.suggested += 1;
  }
}
