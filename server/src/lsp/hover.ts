import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { levels, type Finding } from '../core/model.ts';
import type { OpenDocument } from './open-document.ts';

/** Why the words under the cursor are flagged; null where none are. `explain` tells of a rule in short, as Markdown. */
export function hover(document: OpenDocument, position: Position, explain: (ruleId: string) => string | null, markdown: boolean): Hover | null {
  const findings = document.findingsIn(document.fromLsp({ start: position, end: position }));
  const finding = [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.end - a.start) - (b.end - b.start))[0];
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

/** What a placeholder is, and what an empty value prints; null where none is under the cursor, or its platform is not known. */
export function placeholderHover(document: OpenDocument, position: Position, markdown: boolean): Hover | null {
  const found = document.variableAt(position);
  if (!found) return null;
  const { platform, variable, fallback } = found;
  const title = variable ? variable.what : `A placeholder that is not in our list for ${platform.title}`;
  const lines = [markdown ? `**${title}** (${platform.title})` : `${title} (${platform.title})`];
  if (variable) lines.push(`For example: ${variable.example}`);
  lines.push(fallback ? `Where it is empty, the reader sees “${fallback}”.` : platform.empty);
  return { contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: lines.join('\n\n') }, range: document.toLsp(found) };
}
