import type { Disposable} from 'vscode';
import {
  commands, ConfigurationTarget, EventEmitter, languages, Range, Selection, TextEditorRevealType, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, workspace,
  type DocumentSelector, type TextEditor, type TreeDataProvider, type TreeView,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { evidenceLabel, stateNames, stepLabel, warningLabel } from './checklist-labels.ts';
import { withoutChecklist } from '../../server/src/core/frameworks/explain.ts';
import { checklistMethod, type ChecklistParams, type ChecklistResult, type ListedResponse, type ListedStep } from '../../server/src/lsp/protocol.ts';
import type { StepState } from '../../server/src/core/model.ts';

export const checklistView = 'replylint.checklist';

/** A row of the view. */
export type Row =
  | { readonly kind: 'step'; readonly uri: Uri; readonly response: ListedResponse; readonly framework: string; readonly step: ListedStep }
  | { readonly kind: 'evidence'; readonly id: string; readonly step: string; readonly uri: Uri; readonly range: ListedStep['evidence'][number]; readonly words: string }
  | { readonly kind: 'note'; readonly id: string; readonly label: string; readonly description?: string; readonly icon: string; readonly command?: string; readonly spoken?: string };

/** How far the full replies of a file, or of the workspace, go. */
export interface Counts {
  readonly full: number;
  readonly complete: number;
}

const looks: Record<StepState, { readonly icon: string; readonly colour?: string }> = {
  met: { icon: 'pass-filled', colour: 'testing.iconPassed' },
  weak: { icon: 'circle-large-outline', colour: 'list.warningForeground' },
  missing: { icon: 'add', colour: 'list.warningForeground' },
  'not-needed': { icon: 'dash', colour: 'disabledForeground' },
};

/** While somebody types, the checklist follows this long after the last key, in milliseconds. */
const patience = 200;

/** The checklist of the reply at the cursor, as a tree: a row for each step, and under it the words that show it. */
export class ChecklistView implements TreeDataProvider<Row>, Disposable {
  private readonly client: () => Promise<BaseLanguageClient>;
  private readonly selector: DocumentSelector;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: TreeView<Row>;
  private readonly subscriptions: Disposable[];
  private editor: TextEditor | undefined;
  private result: ChecklistResult | null = null;
  private response: ListedResponse | null = null;
  private workspaceCounts: Counts | null = null;
  /** What the tree shows, so that it is drawn anew only where something differs. */
  private drawn = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(client: () => Promise<BaseLanguageClient>, selector: DocumentSelector) {
    this.client = client;
    this.selector = selector;
    this.view = window.createTreeView(checklistView, { treeDataProvider: this, showCollapseAll: false });
    this.subscriptions = [
      this.view, this.changed,
      window.onDidChangeActiveTextEditor((editor) => { void this.follow(editor); }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor === this.editor) this.choose(); }),
      workspace.onDidChangeTextDocument(({ document }) => { if (document === this.editor?.document) this.soon(); }),
      workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('replylint')) this.soon(); }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Looks at the editor in front; called when the server is there. */
  async start(): Promise<void> {
    await this.follow(window.activeTextEditor);
  }

  /** What was counted over the workspace. */
  setWorkspaceCounts(counts: Counts): void {
    this.workspaceCounts = counts;
    this.draw();
  }

  /** The reply that is shown, with its editor. */
  get current(): { readonly editor: TextEditor; readonly response: ListedResponse; readonly framework: string } | null {
    return this.editor && this.response && this.result ? { editor: this.editor, response: this.response, framework: this.result.framework } : null;
  }

  /** Shows the view, at one reply of a file where that is named. */
  async show(uri?: unknown, responseId?: unknown): Promise<void> {
    await commands.executeCommand(`${checklistView}.focus`);
    if (typeof uri !== 'string' || typeof responseId !== 'string') return;
    const editor = window.visibleTextEditors.find((each) => each.document.uri.toString() === Uri.parse(uri).toString());
    if (!editor) return;
    await this.follow(editor);
    const response = this.result?.responses.find(({ id }) => id === responseId);
    if (response) editor.selection = new Selection(response.range.start.line, response.range.start.character, response.range.start.line, response.range.start.character);
  }

  /** Lets a person choose the framework, for this workspace. */
  async chooseFramework(id?: unknown): Promise<void> {
    const frameworks = this.result?.frameworks ?? [];
    const chosen = typeof id === 'string' ? id : (await window.showQuickPick(frameworks.map((each) => ({ label: each.title, description: each.id })), { placeHolder: 'Which framework should the checklist follow?' }))?.description;
    if (chosen === undefined) return;
    const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await workspace.getConfiguration('replylint').update('framework', chosen, target);
    await this.refresh();
  }

  /** Asks the server again. */
  async refresh(): Promise<void> {
    const { editor } = this;
    const ask = ++this.asked;
    const result = editor ? await this.ask(editor) : null;
    // A later question has its own answer.
    if (ask !== this.asked) return;
    this.result = result;
    this.choose();
  }

  getTreeItem(row: Row): TreeItem {
    switch (row.kind) {
      case 'step': return stepItem(row);
      case 'evidence': {
        const item = new TreeItem(row.words, TreeItemCollapsibleState.None);
        item.id = row.id;
        item.iconPath = new ThemeIcon('quote');
        item.tooltip = row.words;
        item.accessibilityInformation = { label: evidenceLabel(row.step, row.words) };
        item.command = { command: 'replylint.revealEvidence', title: 'Show These Words', arguments: [row] };
        return item;
      }
      case 'note': {
        const item = new TreeItem(row.label, TreeItemCollapsibleState.None);
        item.id = row.id;
        if (row.description !== undefined) item.description = row.description;
        item.iconPath = new ThemeIcon(row.icon);
        if (row.spoken !== undefined) item.accessibilityInformation = { label: row.spoken };
        if (row.command !== undefined) item.command = { command: row.command, title: row.label };
        return item;
      }
    }
  }

  getChildren(row?: Row): Row[] {
    if (!row) return this.rows();
    if (row.kind !== 'step') return [];
    const { document } = this.editor ?? {};
    return row.step.evidence.map((range, index) => ({
      kind: 'evidence', step: row.step.title, id: `${row.response.id}/${row.step.id}/${index}`, uri: row.uri, range,
      words: document?.getText(toRange(range)).replace(/\s+/g, ' ') ?? '',
    }));
  }

  getParent(): undefined { return undefined; }

  private rows(): Row[] {
    const { result, response, editor } = this;
    if (!result || !editor || result.responses.length === 0) return [];
    const rows: Row[] = [];
    if (!response) rows.push({ kind: 'note', id: 'nowhere', label: 'Put the cursor in a reply to see its steps.', icon: 'info' });
    else if (!response.checklist) rows.push({ kind: 'note', id: 'fragment', label: noChecklist(response), icon: 'info' });
    else for (const step of response.checklist.steps) rows.push({ kind: 'step', uri: editor.document.uri, response, framework: result.framework, step });
    response?.checklist?.incoming?.warnings.forEach(({ id, title, words }) => rows.push({ kind: 'note', id: `warning/${id}`, label: title, description: `“${words}”`, icon: 'warning', spoken: warningLabel(title, words) }));
    const here = countsOf(result.responses);
    rows.push({ kind: 'note', id: 'file', label: 'This file', description: inWords(here), icon: 'file' });
    rows.push(this.workspaceCounts
      ? { kind: 'note', id: 'workspace', label: 'This workspace', description: inWords(this.workspaceCounts), icon: 'files' }
      : { kind: 'note', id: 'workspace', label: 'This workspace', description: 'select to count', icon: 'files', command: 'replylint.checkWorkspace' });
    return rows;
  }

  private async follow(editor: TextEditor | undefined): Promise<void> {
    // Panels that are no editors take the focus now and then; the reply stays in view.
    if (!editor && window.visibleTextEditors.includes(this.editor!)) return;
    this.editor = editor && languages.match(this.selector, editor.document) > 0 ? editor : undefined;
    await this.refresh();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.refresh(); }, patience);
  }

  private async ask(editor: TextEditor): Promise<ChecklistResult | null> {
    const params: ChecklistParams = { uri: editor.document.uri.toString() };
    try {
      return await (await this.client()).sendRequest<ChecklistResult | null>(checklistMethod, params);
    } catch {
      // The server is starting or stopping: the next change asks again.
      return null;
    }
  }

  /** The reply at the cursor. */
  private choose(): void {
    const at = this.editor?.selection.active;
    this.response = (at && this.result?.responses.find(({ range }) => toRange(range).contains(at))) ?? null;
    this.draw();
  }

  private draw(): void {
    const { result, response } = this;
    const now = JSON.stringify([result?.framework, response, result && countsOf(result.responses), this.workspaceCounts, this.editor?.document.uri.toString()]);
    if (now === this.drawn) return;
    this.drawn = now;
    const { checklist = null } = response ?? {};
    this.view.title = result ? result.title : 'Checklist';
    this.view.description = response ? `${response.title}${checklist ? ` · ${checklist.met} of ${checklist.of}` : ''}` : '';
    void commands.executeCommand('setContext', 'replylint.hasReplies', (result?.responses.length ?? 0) > 0);
    this.changed.fire(undefined);
  }
}

/** Shows the words that a row stands for. */
export async function revealEvidence(row: Row): Promise<void> {
  if (row.kind !== 'evidence') return;
  const editor = await window.showTextDocument(row.uri, { preserveFocus: false });
  const range = toRange(row.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Why the reply at the cursor has no steps, as a sentence. */
function noChecklist(response: ListedResponse): string {
  const why = withoutChecklist(response);
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}

function stepItem({ response, step, framework }: Extract<Row, { kind: 'step' }>): TreeItem {
  const { icon, colour } = looks[step.state];
  const item = new TreeItem(step.title, step.evidence.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = `${framework}/${response.id}/${step.id}`;
  item.description = stateNames[step.state];
  item.tooltip = step.why;
  item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
  item.contextValue = `step-${step.state}`;
  item.accessibilityInformation = { label: stepLabel(step) };
  return item;
}

export function countsOf(responses: readonly Pick<ListedResponse, 'checklist'>[]): Counts {
  const full = responses.flatMap(({ checklist }) => (checklist ? [checklist] : []));
  return { full: full.length, complete: full.filter(({ met, of }) => met === of).length };
}

function inWords({ full, complete }: Counts): string {
  if (full === 0) return 'no full replies';
  return `${complete} of ${full} full ${full === 1 ? 'reply' : 'replies'} complete`;
}

function toRange({ start, end }: ListedStep['evidence'][number]): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
