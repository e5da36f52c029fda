import { commands, languages, Uri, window, workspace, type Diagnostic, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { explainRuleMethod, source, type ExplainRuleParams, type ExplainRuleResult } from '../../server/src/lsp/protocol.ts';

const scheme = 'replylint-rule';

/** Shows why a rule exists: its page, rendered from the same text as the hover. */
export class RulePages {
  private readonly client: () => Promise<BaseLanguageClient>;

  constructor(client: () => Promise<BaseLanguageClient>) {
    this.client = client;
  }

  register(): Disposable {
    return workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async (uri) => await this.page(uri.path.replace(/^\/|\.md$/g, '')) ?? '',
    });
  }

  /** Without a rule, the one at the cursor. */
  async explain(ruleId?: unknown): Promise<void> {
    const id = typeof ruleId === 'string' ? ruleId : await ruleAtCursor();
    if (id === undefined) return;
    if (await this.page(id) === null) {
      void window.showInformationMessage(`ReplyLint has no page for "${id}" yet.`);
      return;
    }
    const uri = Uri.from({ scheme, path: `/${id}.md` });
    try {
      await commands.executeCommand('markdown.showPreview', uri);
    } catch {
      await window.showTextDocument(uri, { preview: true });
    }
  }

  private async page(ruleId: string): Promise<ExplainRuleResult> {
    const params: ExplainRuleParams = { ruleId };
    return (await this.client()).sendRequest<ExplainRuleResult>(explainRuleMethod, params);
  }
}

/** Undefined where there is none, or nobody chose one of several. */
async function ruleAtCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const shown = editor ? languages.getDiagnostics(editor.document.uri).filter((diagnostic) => diagnostic.source === source) : [];
  const here = rulesOf(shown.filter((diagnostic) => editor?.selections.some((selection) => diagnostic.range.intersection(selection))));
  const all = here.length > 0 ? here : rulesOf(shown);
  if (all.length === 0) {
    void window.showInformationMessage('Put the cursor on words that ReplyLint has underlined, then ask again.');
    return undefined;
  }
  return all.length === 1 ? all[0] : window.showQuickPick(all, { placeHolder: 'Which one would you like explained?' });
}

function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  const ids = diagnostics.filter((diagnostic) => typeof diagnostic.code === 'object').map((diagnostic) => String((diagnostic.code as { value: string | number }).value));
  return [...new Set(ids)].sort();
}
