import type { Checklist, FileResult, Level, Range, ResponseChecklist, TextEdit } from '../model.ts';
import { levelRank } from '../findings/resolve.ts';
import { familyOf } from '../platforms/family.ts';
import type { Format, Item, Problem, Reader, Reply } from '../readers/reader.ts';
import { type CheckedReply, checkReply, type CheckSettings, type LocalFinding } from '../replies/check.ts';
import type { StepWords } from '../replies/step-words.ts';
import { type SnippetOffer, snippetsFor, type VariableHelp, type VariableOffer, variableAt, variablesFor } from '../replies/variables.ts';
import type { Detector } from '../rules/rule.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { LineIndex } from '../text/line-index.ts';
import { assembleFile } from './assemble.ts';

/** What a document needs of its linter. */
export interface DocumentSettings {
  readonly path: string;
  /** Errors of a file that nobody asked for by name are not reported. */
  readonly reportErrors: boolean;
  readonly formats: readonly Format[];
  readonly check: CheckSettings;
  readonly minLevel: Level;
  level(rule: CompiledRule, level: Level): Level | null;
  /** A reply's checklist by one framework, ranges in its item's text; the chosen one where none is named. */
  checklist(reply: Reply, framework?: string): Checklist | null;
  /** Edits in the item's text that put words for a step where they belong; null where there is no such step. */
  insertForStep(reply: Reply, family: string | null, step: string, words: string, framework?: string): Written | null;
  /** Ready words for a step of a framework in this reply. */
  wordsForStep(reply: Reply, family: string | null, step: string, framework?: string): readonly StepWords[];
  /** A syntax error in a file of no known format. */
  syntaxProblem(text: string): Problem | null;
}

/** Edits that a place in a file takes, or why it takes none. */
export type Written = readonly TextEdit[] | { readonly refused: string };

/** One reply of a file, as its reader sees it; offsets in it count from `start`. */
export interface FoundReply {
  readonly id: string;
  readonly start: number;
  readonly reply: Reply;
  /** Id of the platform that it, or its library, speaks. */
  readonly platform: string | null;
}

/** The replies of a file, and the judgement of anything that they may turn into. */
export interface FoundReplies {
  readonly result: FileResult;
  readonly replies: readonly FoundReply[];
  /** What is found in a reply, wherever it comes from; only what is reported at all. */
  check(reply: Reply): readonly LocalFinding[];
  /** The rule behind a detector and the level it has here; null where it is off or not reported. */
  rule(detector: Detector, usual?: Level): { readonly rule: CompiledRule; readonly level: Level } | null;
}

/** A response's stretch of the file, and what was found in it. */
interface Chunk {
  readonly item: Item;
  readonly source: string;
  readonly checked: CheckedReply | null;
  readonly problem: Problem | null;
}

/**
 * A file as a row of chunks, one per response, with the text between them. An edit inside a response reads and checks
 * that response again and shifts the rest; any other edit reads the file again, and keeps what has not changed.
 */
export class ReplyDocument {
  private readonly settings: DocumentSettings;
  private reader: Reader | null = null;
  private chunks: Chunk[] = [];
  /** The text before each chunk, and after the last. */
  private gaps: string[] = [];
  /** Start of each chunk in the file. */
  private starts = new Int32Array(0);
  private problem: Problem | null = null;
  private known: FileResult | null = null;

  constructor(text: string, settings: DocumentSettings) {
    this.settings = settings;
    this.readAll(text);
  }

  /** The present text, put together from its chunks. */
  text(): string {
    return this.gaps.map((gap, i) => (i === 0 ? gap : this.chunks[i - 1]!.source + gap)).join('');
  }

  /** The present result; put together when it is asked for. */
  result(): FileResult {
    this.known ??= assembleFile({
      path: this.settings.path,
      format: this.reader?.format ?? null,
      replies: this.chunks.flatMap(({ checked, source }, i) => (checked ? [{ start: this.starts[i]!, length: source.length, checked, checklist: this.checklistOf(this.chunks[i]!) }] : [])),
      problem: this.settings.reportErrors ? this.problem ?? this.firstProblem() : null,
      lines: new LineIndex(this.text()),
      minLevel: this.settings.minLevel,
      level: this.settings.level,
    });
    return this.known;
  }

  /** Its replies, each read once more: few clients ask for them. */
  replies(): FoundReplies {
    const { check, minLevel } = this.settings;
    const result = this.result();
    const reported = (level: Level | null): level is Level => level !== null && levelRank(level) <= levelRank(minLevel);
    const family = this.family();
    const chunks = this.chunks.flatMap((chunk, i) => (chunk.checked ? [{ ...chunk, checked: chunk.checked, start: this.starts[i]! }] : []));
    return {
      result,
      replies: chunks.flatMap(({ item, source, checked, start }, i) => {
        const { reply } = this.reader!.read(source, item);
        return reply ? [{ id: result.responses[i]!.id, start, reply, platform: checked.placeholders.platform ?? family }] : [];
      }),
      check: (reply) => checkReply(reply, check).findings.filter(({ level }) => reported(level)),
      rule(detector, usual) {
        const rule = check.finders.flatMap(({ tables }) => tables.rules).find((one) => one.detector === detector);
        const level = rule ? check.level(rule, usual ?? rule.level) : null;
        return rule && reported(level) ? { rule, level } : null;
      },
    };
  }

  /** The checklists of its responses, in their order; by the chosen framework where none is named. */
  checklists(framework?: string): ResponseChecklist[] {
    const chunks = this.chunks.flatMap((chunk, i) => (chunk.checked ? [{ chunk, start: this.starts[i]! }] : []));
    return this.result().responses.map(({ id, title, kind, start, end }, i) => {
      const local = this.checklistOf(chunks[i]!.chunk, framework)();
      const at = (range: Range): Range => ({ start: range.start + chunks[i]!.start, end: range.end + chunks[i]!.start });
      return { id, title, kind, start, end, checklist: local && { ...local, steps: local.steps.map((step) => ({ ...step, evidence: step.evidence.map(at) })) } };
    });
  }

  /** Edits in the file that put words for a step into the response with this id; null where there is no such response or step. */
  insertForStep(response: string, step: string, words: string, framework?: string): Written | null {
    const place = this.replyOf(response);
    const edits = place && this.settings.insertForStep(place.reply, this.family(), step, words, framework);
    if (!edits || 'refused' in edits) return edits;
    return edits.map((edit) => ({ ...edit, start: edit.start + place.start, end: edit.end + place.start }));
  }

  /** Ready words for a step in the response with this id, best first. */
  wordsForStep(response: string, step: string, framework?: string): readonly StepWords[] {
    const place = this.replyOf(response);
    return place ? this.settings.wordsForStep(place.reply, this.family(), step, framework) : [];
  }

  private replyOf(response: string): { readonly reply: Reply; readonly start: number } | null {
    const index = this.result().responses.findIndex(({ id }) => id === response);
    const place = this.chunks.flatMap((chunk, i) => (chunk.checked ? [{ chunk, start: this.starts[i]! }] : []))[index];
    const reply = place && this.reader!.read(place.chunk.source, place.chunk.item).reply;
    return reply ? { reply, start: place.start } : null;
  }

  /** The placeholder at an offset, and what is known of it; null where there is none. */
  variableAt(offset: number): VariableHelp | null {
    return this.inReply(offset, (reply, local, start) => {
      const found = variableAt(reply, this.settings.check, this.family(), local);
      return found && { ...found, start: found.start + start, end: found.end + start };
    });
  }

  /** The variables that can stand at an offset; `asked` where a person wants them without an opening sign. */
  variablesFor(offset: number, asked: boolean): readonly VariableOffer[] {
    return this.inReply(offset, (reply, local, start) => variablesFor(reply, this.settings.check, this.family(), local, asked)
      .map((offer) => ({ ...offer, edits: offer.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })) }))) ?? [];
  }

  /** The snippets that can stand at an offset; `asked` where a person wants them on an empty line. */
  snippetsFor(offset: number, asked: boolean): readonly SnippetOffer[] {
    return this.inReply(offset, (reply, local, start) => snippetsFor(reply, this.settings.check, this.family(), local, asked)
      .map((offer) => ({ ...offer, edits: offer.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })) }))) ?? [];
  }

  /** The platform that the library speaks where none of its replies says so. */
  private family(): string | null {
    return familyOf(this.chunks.flatMap(({ checked }) => (checked ? [checked.placeholders.seen] : [])));
  }

  private inReply<T>(offset: number, look: (reply: Reply, local: number, start: number) => T | null): T | null {
    const index = this.chunkAt(offset);
    const chunk = this.chunks[index];
    const start = this.starts[index] ?? 0;
    if (!chunk?.checked || offset > start + chunk.source.length) return null;
    const { reply } = this.reader!.read(chunk.source, chunk.item);
    return reply && look(reply, offset - start, start);
  }

  /** Reads the chunk once more: a checklist is asked for rarely, and what it needs is much to keep. */
  private checklistOf({ item, source }: Chunk, framework?: string): () => Checklist | null {
    const reader = this.reader!;
    return () => {
      const { reply } = reader.read(source, item);
      return reply && this.settings.checklist(reply, framework);
    };
  }

  /** Applies edits that all refer to the text before the call and do not overlap. */
  edit(edits: readonly TextEdit[]): void {
    this.known = null;
    // From the last to the first, so that offsets before it stay true.
    for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) if (!this.editInside(edit)) this.editAnywhere(edit);
  }

  private editInside(edit: TextEdit): boolean {
    const index = this.chunkAt(edit.start);
    const chunk = this.chunks[index];
    // While the file as a whole does not parse, any edit may mend it.
    if (!chunk || !this.reader || this.problem) return false;
    const start = this.starts[index]!;
    if (edit.start <= start || edit.end >= start + chunk.source.length) return false;
    const source = chunk.source.slice(0, edit.start - start) + edit.newText + chunk.source.slice(edit.end - start);
    const by = source.length - chunk.source.length;
    const item: Item = { ...chunk.item, start: 0, end: source.length };
    if (!this.reader.isStillOneItem(source, item)) return false;
    const fresh = this.readItem(source, item);
    // What comes and goes changes what the file as a whole is.
    if ((fresh.checked === null) !== (chunk.checked === null) || (fresh.problem === null) !== (chunk.problem === null)) return false;
    this.chunks[index] = fresh;
    if (by !== 0) for (let i = index + 1; i < this.starts.length; i++) this.starts[i]! += by;
    return true;
  }

  private editAnywhere(edit: TextEdit): void {
    const text = this.text();
    this.readAll(text.slice(0, edit.start) + edit.newText + text.slice(edit.end));
  }

  /** Index of the last chunk that starts at or before `offset`; -1 before the first. */
  private chunkAt(offset: number): number {
    let low = -1;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private readAll(text: string): void {
    const before = new Map(this.chunks.map((chunk) => [keyOf(chunk.source, chunk.item), chunk]));
    const formatBefore = this.reader?.format;
    this.chunks = [];
    this.gaps = [];
    this.problem = null;
    this.reader = null;
    if (text.trim() !== '') {
      // One candidate for all formats: what one of them parsed, the next need not.
      const candidate = { path: this.settings.path, text };
      for (const format of this.settings.formats) {
        this.reader = format.recognise(candidate);
        if (this.reader) break;
      }
    }
    // The same words in another format may be marked up, named or addressed in another way.
    if (this.reader?.format !== formatBefore) before.clear();
    let end = 0;
    if (this.reader) {
      const { items, problems } = this.reader.items(text);
      this.problem = problems[0] ?? null;
      this.starts = Int32Array.from(items, (item) => item.start);
      for (const item of items) {
        const source = text.slice(item.start, item.end);
        this.gaps.push(text.slice(end, item.start));
        this.chunks.push(before.get(keyOf(source, item)) ?? this.readItem(source, item));
        end = item.end;
      }
    } else {
      this.starts = new Int32Array(0);
      if (this.settings.reportErrors && text.trim() !== '') this.problem = this.settings.syntaxProblem(text);
    }
    this.gaps.push(text.slice(end));
  }

  private readItem(source: string, item: Item): Chunk {
    const { reply, problems } = this.reader!.read(source, item);
    return { item, source, checked: reply && checkReply(reply, this.settings.check), problem: problems[0] ?? null };
  }

  private firstProblem(): Problem | null {
    const index = this.chunks.findIndex((chunk) => chunk.problem !== null);
    const problem = this.chunks[index]?.problem;
    return problem ? { ...problem, offset: problem.offset + this.starts[index]! } : null;
  }
}

function keyOf(source: string, item: Item): string {
  return `${JSON.stringify(item.context) ?? ''}\u0000${source}`;
}
