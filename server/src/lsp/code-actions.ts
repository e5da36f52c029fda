import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding, Fix, TextEdit } from '../core/model.ts';
import { findingDiagnostic } from './diagnostics.ts';
import type { OpenDocument } from './open-document.ts';
import { fixAllKind, source, type FindingData } from './protocol.ts';

export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/** How actions are written for the client at hand. */
export interface EditStyle {
  /** True where the client takes edits that name the document's version. */
  readonly versioned: boolean;
  /** True where the client shows actions that cannot be taken, with the reason. */
  readonly disabled: boolean;
}

/** The actions for a range. `fixAll` gives the edits of all safe fixes and is only called where they are wanted. */
export function codeActions(document: OpenDocument, params: CodeActionParams, style: EditStyle, fixAll: () => readonly TextEdit[]): CodeAction[] {
  const { only, triggerKind } = params.context;
  const asked = (kind: string): boolean => only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;
  const actions: CodeAction[] = [];
  const findings = touching(document, params);
  if (!only || asked(CodeActionKind.QuickFix)) for (const finding of findings) actions.push(...quickFixes(document, finding, params.context.diagnostics, style));
  // The same rewrites twice in one menu would only confuse: as refactorings they come when asked for.
  if (asked(CodeActionKind.RefactorRewrite)) for (const finding of findings) actions.push(...rewrites(document, finding, style));
  // Without `only`, an editor may be asking at every move of the cursor: no work on the whole file then.
  if (asked(fixAllKind) || (!only && triggerKind === CodeActionTriggerKind.Invoked)) {
    const edits = fixAll();
    if (edits.length > 0) actions.push({ title: 'Apply all safe fixes in this file', kind: fixAllKind, edit: workspaceEdit(document, edits, style) });
  }
  return actions;
}

function touching(document: OpenDocument, params: CodeActionParams): readonly Finding[] {
  return document.findingsIn(document.fromLsp(params.range));
}

function quickFixes(document: OpenDocument, finding: Finding, known: readonly Diagnostic[], style: EditStyle): CodeAction[] {
  const diagnostic = known.find((candidate) => shows(candidate, finding)) ?? findingDiagnostic(finding, document);
  if (finding.fixes.length === 0 && finding.refused && style.disabled) {
    return [{ title: finding.refused.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], disabled: { reason: finding.refused.reason } }];
  }
  return finding.fixes.map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(index === 0 ? { isPreferred: true } : {}),
    edit: workspaceEdit(document, fix.edits, style),
  }));
}

function rewrites(document: OpenDocument, finding: Finding, style: EditStyle): CodeAction[] {
  return finding.fixes.filter((fix: Fix) => !fix.safe).map((fix) => ({ title: fix.title, kind: CodeActionKind.RefactorRewrite, edit: workspaceEdit(document, fix.edits, style) }));
}

/** The client's own copy of the diagnostic is the one to link: it knows it by identity. */
function shows(diagnostic: Diagnostic, finding: Finding): boolean {
  if (diagnostic.source !== source || diagnostic.code !== finding.ruleId) return false;
  const data = diagnostic.data as Partial<FindingData> | undefined;
  return data?.start === finding.start && data.end === finding.end;
}

export function workspaceEdit(document: OpenDocument, edits: readonly TextEdit[], style: EditStyle): WorkspaceEdit {
  const changes = edits.map((edit) => ({ range: document.toLsp(edit), newText: edit.newText }));
  return style.versioned
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: changes }] }
    : { changes: { [document.uri]: changes } };
}
