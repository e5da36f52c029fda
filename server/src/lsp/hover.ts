import { MarkupKind, type Hover, type Position } from 'vscode-languageserver-types';
import { levels, type Finding } from '../core/model.ts';
import type { OpenDocument } from './open-document.ts';

/** Why the words under the cursor are flagged; null where none are. `explain` tells of a rule in short, as Markdown. */
export function hover(document: OpenDocument, position: Position, explain: (ruleId: string) => string | null, markdown: boolean): Hover | null {
  const at = document.fromLsp({ start: position, end: position }).start;
  const findings = (document.result()?.findings ?? []).filter((finding) => finding.start <= at && at <= finding.end);
  const finding = findings.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.end - a.start) - (b.end - b.start))[0];
  if (!finding) return null;
  return {
    contents: markdown ? { kind: MarkupKind.Markdown, value: inMarkdown(finding, explain) } : { kind: MarkupKind.PlainText, value: `${finding.message}\n\n${finding.docs}` },
    range: document.toLsp(finding),
  };
}

function inMarkdown(finding: Finding, explain: (ruleId: string) => string | null): string {
  const brief = explain(finding.ruleId);
  if (brief === null) return `${finding.message}\n\n[More about ${finding.ruleId}](${finding.docs})`;
  return brief.includes(finding.message) ? brief : `${finding.message}\n\n${brief}`;
}
