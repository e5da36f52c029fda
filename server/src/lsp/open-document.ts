import type { Position, Range as LspRange, TextDocumentContentChangeEvent, TextDocumentItem, TextEdit as LspTextEdit } from 'vscode-languageserver';
import type { Linter, LintInput, Session } from '../core/linter.ts';
import type { WorstFindings } from '../core/files/view.ts';
import type { FileResult, Finding, Range, ResponseChecklist, TextEdit } from '../core/model.ts';
import type { StepWords } from '../core/replies/step-words.ts';
import type { VariableHelp, SnippetOffer, VariableOffer } from '../core/replies/variables.ts';
import type { Encoding } from '../core/text/encoding.ts';
import type { Setup } from './configs.ts';
import { lintPath } from './document-path.ts';
import { LineTable } from './positions.ts';

const BOM = '\uFEFF';

/**
 * A document as an editor holds it: one session, and the table of its lines. The core does not count a byte-order mark,
 * an editor does: `bom` (0 or 1) is the difference.
 */
export class OpenDocument {
  readonly uri: string;
  /** What the file on the disk is written in, where that is known. */
  readonly encoding: Encoding | undefined;
  version: number;
  /** Changes with everything that may change the diagnostics. */
  revision = 0;
  private readonly languageId: string;
  private readonly report: (doing: string, error: unknown) => void;
  private setup: Setup;
  private session: Session | null = null;
  private lines: LineTable;
  private bom: number;
  /** The text without its mark; kept only while there is no session. */
  private unread = '';

  constructor(item: TextDocumentItem, setup: Setup, report: (doing: string, error: unknown) => void, encoding?: Encoding) {
    this.uri = item.uri;
    this.encoding = encoding;
    this.version = item.version;
    this.languageId = item.languageId;
    this.setup = setup;
    this.report = report;
    this.bom = item.text.startsWith(BOM) ? 1 : 0;
    this.lines = new LineTable(item.text);
    this.open(item.text.slice(this.bom));
  }

  /** Is it a file of our own type, by the editor's own word or by its name? */
  get isOwnType(): boolean { return this.languageId === 'canned-response' || /\.(?:reply\.(?:md|txt)|macro\.md|canned\.md)$/.test(this.uri); }
  get path(): string { return lintPath(this.setup.path, this.languageId); }
  /** The text as the core sees it. */
  get text(): string { return this.session ? this.session.text() : this.unread; }
  get input(): LintInput { return { path: this.path, text: this.text, named: this.setup.isNamed, ...(this.encoding && { encoding: this.encoding }) }; }
  get linter(): Linter { return this.setup.linter; }

  /** Null where the config says to leave the file alone, and where it could not be read at all, which was logged. */
  result(): FileResult | null { return this.session?.result() ?? null; }

  /** At most so many findings, the worst; null where there is no result. */
  worst(limit: number): WorstFindings | null { return this.session?.worst(limit) ?? null; }

  /** The findings that touch a range. */
  findingsIn(range: Range): readonly Finding[] { return this.session?.findingsIn(range) ?? []; }

  /** The checklists of its responses; none where there is no result. */
  checklists(framework: string): readonly ResponseChecklist[] { return this.session?.checklists(framework) ?? []; }

  /** What is known of the placeholder at a place. */
  variableAt(at: Position): VariableHelp | null {
    return this.session?.variableAt(this.offsetOf(at)) ?? null;
  }

  /** The ready words that can stand at a place. */
  snippetsFor(at: Position, asked: boolean): readonly SnippetOffer[] {
    return this.session?.snippetsFor(this.offsetOf(at), asked) ?? [];
  }

  /** The variables that can stand at a place. */
  variablesFor(at: Position, asked: boolean): readonly VariableOffer[] {
    return this.session?.variablesFor(this.offsetOf(at), asked) ?? [];
  }

  /** Ready words for a step; none where there is no such response. */
  wordsForStep(response: string, step: string, framework: string): readonly StepWords[] {
    return this.session?.wordsForStep(response, step, framework) ?? [];
  }

  /** Edits for words of a step, as the editor counts; null where there is no such response or step. */
  insertForStep(response: string, step: string, words: string, framework: string): LspTextEdit[] | { readonly refused: string } | null {
    const edits = this.session?.insertForStep(response, step, words, framework) ?? null;
    return edits === null || 'refused' in edits ? edits : edits.map((edit) => ({ range: this.toLsp(edit), newText: edit.newText }));
  }

  /** Each change refers to the text that the one before it left. */
  apply(changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes) {
      if (!('range' in change)) this.replaceAll(change.text);
      else this.edit({ ...this.lines.fromLsp(change.range), newText: change.text });
    }
  }

  /** Reads the same text again, as after a change of the config. */
  reopen(setup: Setup): void {
    const text = this.text;
    this.setup = setup;
    this.open(text);
  }

  /** A range of the core as the editor counts. */
  toLsp(range: { start: number; end: number }): LspRange {
    return this.lines.toLsp({ start: range.start + this.bom, end: range.end + this.bom });
  }

  fromLsp(range: LspRange): { start: number; end: number } {
    const at = this.lines.fromLsp(range);
    return { start: Math.max(0, at.start - this.bom), end: Math.max(0, at.end - this.bom) };
  }

  /** The place of a line and column, both from 1. */
  lineOf(line: number, column: number): LspRange {
    const start = this.lines.positionAt(this.lines.offsetAt({ line: line - 1, character: column - 1 }));
    const end = this.lines.positionAt(this.lines.offsetAt({ line: start.line, character: Number.MAX_SAFE_INTEGER }));
    return { start, end };
  }

  private offsetOf(at: Position): number {
    return this.fromLsp({ start: at, end: at }).start;
  }

  private edit(edit: TextEdit): void {
    if (edit.start < this.bom || (edit.start === 0 && edit.newText.startsWith(BOM))) {
      const whole = (this.bom === 1 ? BOM : '') + this.text;
      this.replaceAll(whole.slice(0, edit.start) + edit.newText + whole.slice(edit.end));
      return;
    }
    this.lines.edit(edit);
    const inCore = { start: edit.start - this.bom, end: edit.end - this.bom, newText: edit.newText };
    if (!this.session) {
      this.open(replaced(this.unread, inCore));
      return;
    }
    try {
      this.session.edit([inCore]);
    } catch (error) {
      this.report(`following an edit in ${this.path}`, error);
      const text = this.session.text();
      const isApplied = text.length === this.lines.length - this.bom && text.startsWith(edit.newText, inCore.start);
      this.open(isApplied ? text : replaced(text, inCore));
    }
  }

  private replaceAll(text: string): void {
    this.bom = text.startsWith(BOM) ? 1 : 0;
    this.lines = new LineTable(text);
    this.open(text.slice(this.bom));
  }

  private open(text: string): void {
    this.session = null;
    this.unread = text;
    if (this.setup.isExcluded) return;
    try {
      this.session = this.linter.open({ ...this.input, text });
      this.unread = '';
    } catch (error) {
      this.report(`reading ${this.path}`, error);
    }
  }
}

function replaced(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}
