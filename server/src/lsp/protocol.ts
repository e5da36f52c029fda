/**
 * What ReplyLint says over the wire besides the protocol itself. Clients that know nothing of it miss nothing but
 * these extras. No import from a protocol package: client and server bundle different builds of it.
 */
import type { Diagnostic, Range, TextEdit } from 'vscode-languageserver';
import type { Checklist, ChecklistStep, Kind } from '../core/model.ts';
import type { ConfigFile } from './runtime.ts';

/** Request, client to server: the files of a folder that may hold replies; git's ignored ones are not among them. */
export const findFilesMethod = 'replylint/findFiles';
export interface FindFilesParams {
  /** URI. */
  readonly folder: string;
}
/** URIs, or null where only the client can look into the folder. */
export type FindFilesResult = readonly string[] | null;

/** Request, client to server: checks files that are not open. */
export const checkWorkspaceMethod = 'replylint/checkWorkspace';
export interface CheckWorkspaceParams {
  /** Without `text` where the server is to read the file, in whatever encoding it is. */
  readonly files: readonly { readonly uri: string; readonly text?: string }[];
}
export interface CheckWorkspaceResult {
  /** Only the files that have something to show. */
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
  /** How many of the files hold replies. */
  readonly responseFiles: number;
  /** How many full replies they hold, and how many of those show every step that they need. */
  readonly full: number;
  readonly complete: number;
}

/** Request, client to server: a rule's page. */
export const explainRuleMethod = 'replylint/explainRule';
export interface ExplainRuleParams {
  readonly ruleId: string;
}
/** Markdown, or null for a rule that nobody knows. */
export type ExplainRuleResult = string | null;

/** Request, client to server: the checklists of an open document. */
export const checklistMethod = 'replylint/checklist';
export interface ChecklistParams {
  readonly uri: string;
  /** Id of a framework; the settings' own where none is named. */
  readonly framework?: string;
}
export interface ChecklistResult {
  readonly framework: string;
  readonly title: string;
  /** All frameworks that there are. */
  readonly frameworks: readonly { readonly id: string; readonly title: string }[];
  readonly responses: readonly ListedResponse[];
}
/** A response with its checklist; null for a fragment. */
export interface ListedResponse {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly range: Range;
  readonly checklist: (Omit<Checklist, 'steps'> & { readonly steps: readonly ListedStep[] }) | null;
}
export interface ListedStep extends Omit<ChecklistStep, 'evidence'> {
  readonly evidence: readonly Range[];
}

/** Request, client to server: ready words for a step, with the placeholders of the file's platform. */
export const stepSnippetsMethod = 'replylint/stepSnippets';
export interface StepSnippetsParams {
  readonly uri: string;
  readonly response: string;
  readonly step: string;
  readonly framework?: string;
}
export interface StepSnippet {
  readonly id: string;
  readonly title: string;
  /** Plain text; an empty line parts paragraphs, a gap is written `[what goes here]`. */
  readonly words: string;
}

/** Request, client to server: the edits that put words for a step into a response, where they belong. */
export const insertStepMethod = 'replylint/insertStep';
export interface InsertStepParams {
  readonly uri: string;
  readonly response: string;
  readonly step: string;
  readonly framework?: string;
  /** Plain text; an empty line parts paragraphs. */
  readonly words: string;
}
/** `version` is that of the document which the edits fit. */
export type InsertStepResult = { readonly version: number; readonly edits: readonly TextEdit[] } | { readonly refused: string };

/** Request, server to client: the config file nearest to a document that the server cannot read itself. */
export const findConfigMethod = 'replylint/findConfig';
export interface FindConfigParams {
  readonly uri: string;
}
export type FindConfigResult = ConfigFile | null;

/** `initializationOptions`; all of it is optional. */
export interface InitializationOptions {
  /** True where the client answers `replylint/findConfig`. */
  readonly findsConfig?: boolean;
  /** True where the client itself offers snippets in files of our own type, so that nobody sees them twice. */
  readonly offersSnippets?: boolean;
  /** For clients that cannot be asked for their settings. */
  readonly settings?: unknown;
}

/** In `data` of a diagnostic: enough to find its fixes again. Offsets as in the library. */
export interface FindingData {
  readonly ruleId: string;
  readonly responseId: string;
  readonly start: number;
  readonly end: number;
}

export const source = 'replylint';
export const fixAllKind = 'source.fixAll.replylint';
export const configFileNames = ['.replylint.yaml', '.replylint.yml', '.replylint.json'] as const;
