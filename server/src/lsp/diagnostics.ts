import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { FindingMark, WorstFindings } from '../core/files/view.ts';
import type { FileResult, Level } from '../core/model.ts';
import type { OpenDocument } from './open-document.ts';
import { source, type FindingData } from './protocol.ts';
import type { ConfigProblem } from '../core/config/parse.ts';

/** Editors slow down, and VS Code cuts, beyond this many in one document. */
export const diagnosticLimit = 1000;

const severities: Record<Level, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Converts offsets of the core; an OpenDocument does. */
type Places = Pick<OpenDocument, 'toLsp' | 'lineOf'>;

export function findingDiagnostic(finding: FindingMark, places: Places): Diagnostic {
  const data: FindingData = { ruleId: finding.ruleId, responseId: finding.responseId, start: finding.start, end: finding.end };
  return {
    range: places.toLsp(finding),
    severity: severities[finding.level],
    code: finding.ruleId,
    codeDescription: { href: finding.docs },
    source,
    message: finding.message,
    data,
  };
}

/** All that an editor shows of a file: at most `diagnosticLimit` findings, worst first, and how many are not among them. */
export function fileDiagnostics(result: Pick<FileResult, 'format' | 'error'>, { findings, more }: WorstFindings, places: Places): Diagnostic[] {
  if (result.format === null) return [];
  const shown = findings.map((finding) => findingDiagnostic(finding, places));
  if (more > 0) shown.push(note('more-findings', DiagnosticSeverity.Information, `${more} more ${more === 1 ? 'finding' : 'findings'} in this file can't be shown at once. These ${diagnosticLimit} are the ones that matter most.`, places.lineOf(1, 1)));
  if (result.error) shown.push(note('unreadable', DiagnosticSeverity.Error, result.error.message, places.lineOf(result.error.line, result.error.column)));
  return shown;
}

/** What keeps a config file from being used as it is. */
export function configDiagnostics(problems: readonly ConfigProblem[], places: Places): Diagnostic[] {
  return problems.map((problem) => note('config', DiagnosticSeverity.Error, problem.message, places.lineOf(problem.line, problem.column)));
}

function note(code: string, severity: DiagnosticSeverity, message: string, range: Diagnostic['range']): Diagnostic {
  return { range, severity, code, source, message };
}
