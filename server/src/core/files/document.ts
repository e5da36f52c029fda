import type { Checklist, FileResult, Finding, Level, Range, ResponseChecklist, TextEdit } from '../model.ts';
import { levelRank } from '../findings/resolve.ts';
import type { Format, Item, Problem, Reader, Reply } from '../readers/reader.ts';
import { checkReply, type CheckSettings, type LocalFinding } from '../replies/check.ts';
import type { StepWords } from '../replies/step-words.ts';
import { type SnippetOffer, snippetsFor, type VariableHelp, type VariableOffer, variableAt, variablesFor } from '../replies/variables.ts';
import type { Detector } from '../rules/rule.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { extentOf } from '../text/extent.ts';
import { type SessionChange, changeBetween } from './change.ts';
import { Chunk } from './chunk.ts';
import { HabitCounts } from './habits.ts';
import { Namesakes } from './namesakes.ts';
import { idOf } from './place.ts';
import { type Link, type Placed, Row } from './row.ts';
import { FileView, type Moment, type ViewSettings, type WorstFindings } from './view.ts';

/** What a document needs of its linter. */
export interface DocumentSettings extends ViewSettings {
  readonly formats: readonly Format[];
  readonly check: CheckSettings;
  /** A reply's checklist by one framework, ranges in its item's text; the chosen one where none is named. */
  checklist(reply: Reply, framework?: string): Checklist | null;
  /** Edits in the item's text that put words for a step where they belong; null where there is no such step. */
  insertForStep(reply: Reply, family: string | null, step: string, words: string, framework?: string): Written | null;
  /** Ready words for a step of a framework in this reply. */
  wordsForStep(reply: Reply, family: string | null, step: string, framework?: string): readonly StepWords[];
  /** Findings keep the texts that their fixes are made from: too much for a file that stays open. */
  readonly keepsTexts: boolean;
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

/**
 * A file as a row of chunks, one per response, with the text between them. An edit inside a response reads and checks
 * that response again; any other edit reads the file again, and keeps what has not changed.
 */
export class ReplyDocument {
  private readonly settings: DocumentSettings;
  private reader: Reader | null = null;
  private counts = new HabitCounts();
  private namesakes = new Namesakes();
  private view: FileView;

  constructor(text: string, settings: DocumentSettings) {
    this.settings = settings;
    this.view = this.readAll(text, new Map());
  }

  /** The present text, put together from its chunks. */
  text(): string { return this.view.text(); }

  /** The present result; put together when it is asked for. It stays as it is when the document changes. */
  result(): FileResult { return this.view.result(); }

  /** The findings that touch a range. */
  findingsIn(range: Range): readonly Finding[] { return this.view.findingsIn(range); }

  /** At most so many findings, the worst. */
  worst(limit: number): WorstFindings { return this.view.worst(limit); }

  /** Its replies, each read once more: few clients ask for them. */
  replies(): FoundReplies {
    const { check, minLevel } = this.settings;
    const reported = (level: Level | null): level is Level => level !== null && levelRank(level) <= levelRank(minLevel);
    const { family } = this.view.moment.habits;
    return {
      result: this.result(),
      replies: this.checked().flatMap(({ link, before }) => {
        const reply = this.replyOf(link.chunk);
        return reply ? [{ id: idOf(link), start: before.length, reply, platform: link.chunk.checked!.placeholders.platform ?? family }] : [];
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
    return this.checked().map(({ link, before: { length: from } }) => {
      const { chunk } = link;
      const { title, kind } = chunk.checked!;
      const local = this.checklistOf(chunk, framework);
      const at = (range: Range): Range => ({ start: range.start + from, end: range.end + from });
      return { id: idOf(link), title, kind, start: from, end: from + chunk.source.length, checklist: local && { ...local, steps: local.steps.map((step) => ({ ...step, evidence: step.evidence.map(at) })) } };
    });
  }

  /** Edits in the file that put words for a step into the response with this id; null where there is no such response or step. */
  insertForStep(response: string, step: string, words: string, framework?: string): Written | null {
    const place = this.replyWith(response);
    const edits = place && this.settings.insertForStep(place.reply, this.view.moment.habits.family, step, words, framework);
    if (!edits || 'refused' in edits) return edits;
    return edits.map((edit) => ({ ...edit, start: edit.start + place.start, end: edit.end + place.start }));
  }

  /** Ready words for a step in the response with this id, best first. */
  wordsForStep(response: string, step: string, framework?: string): readonly StepWords[] {
    const place = this.replyWith(response);
    return place ? this.settings.wordsForStep(place.reply, this.view.moment.habits.family, step, framework) : [];
  }

  /** The placeholder at an offset, and what is known of it; null where there is none. */
  variableAt(offset: number): VariableHelp | null {
    return this.inReply(offset, (reply, family, local, start) => {
      const found = variableAt(reply, this.settings.check, family, local);
      return found && { ...found, start: found.start + start, end: found.end + start };
    });
  }

  /** The variables that can stand at an offset; `asked` where a person wants them without an opening sign. */
  variablesFor(offset: number, asked: boolean): readonly VariableOffer[] {
    return this.inReply(offset, (reply, family, local, start) => variablesFor(reply, this.settings.check, family, local, asked)
      .map((offer) => ({ ...offer, edits: offer.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })) }))) ?? [];
  }

  /** The snippets that can stand at an offset; `asked` where a person wants them on an empty line. */
  snippetsFor(offset: number, asked: boolean): readonly SnippetOffer[] {
    return this.inReply(offset, (reply, family, local, start) => snippetsFor(reply, this.settings.check, family, local, asked)
      .map((offer) => ({ ...offer, edits: offer.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start })) }))) ?? [];
  }

  /** Applies edits that all refer to the text before the call and do not overlap. */
  edit(edits: readonly TextEdit[]): SessionChange {
    const before = this.view;
    // From the last to the first, so that offsets before it stay true.
    for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) this.view = this.editedInside(edit) ?? this.editedAnywhere(edit);
    return changeBetween(before, this.view);
  }

  private checked(): Placed[] {
    return [...this.view.moment.row.from(0)].filter(({ link }) => link.chunk.checked !== null);
  }

  private inReply<T>(offset: number, look: (reply: Reply, family: string | null, local: number, start: number) => T | null): T | null {
    const { row, habits } = this.view.moment;
    const place = row.find(offset);
    if (!place?.link.chunk.checked || offset > place.before.length + place.link.chunk.source.length) return null;
    const reply = this.replyOf(place.link.chunk);
    return reply && look(reply, habits.family, offset - place.before.length, place.before.length);
  }

  private replyWith(id: string): { readonly reply: Reply; readonly start: number } | null {
    const place = this.checked().find(({ link }) => idOf(link) === id);
    const reply = place && this.replyOf(place.link.chunk);
    return reply ? { reply, start: place.before.length } : null;
  }

  /** Reads the chunk once more: what few ask for is much to keep. */
  private replyOf({ source, item }: Chunk, reader = this.reader): Reply | null {
    return reader!.read(source, item).reply;
  }

  private checklistOf(chunk: Chunk, framework?: string, reader = this.reader): Checklist | null {
    const reply = this.replyOf(chunk, reader);
    return reply && this.settings.checklist(reply, framework);
  }

  /** The file after an edit inside one response; null where more than this response has to be read. */
  private editedInside(edit: TextEdit): FileView | null {
    const { moment } = this.view;
    const place = moment.row.find(edit.start);
    // While the file as a whole does not parse, any edit may mend it.
    if (!place || !this.reader || moment.problem) return null;
    const { link, index, before: { length: start } } = place;
    const { chunk } = link;
    if (edit.start <= start || edit.end >= start + chunk.source.length) return null;
    const source = chunk.source.slice(0, edit.start - start) + edit.newText + chunk.source.slice(edit.end - start);
    const item: Item = { ...chunk.item, start: 0, end: source.length };
    if (!this.reader.isStillOneItem(source, item, chunk.source)) return null;
    const fresh = this.readItem(source, item, this.reader);
    this.settle(fresh, moment.habits.family, this.reader);
    // What comes and goes changes what the file as a whole is.
    if ((fresh.checked === null) !== (chunk.checked === null) || (fresh.problem === null) !== (chunk.problem === null)) return null;
    const links = new Map([[index, { ...link, chunk: fresh, extent: extentOf(source, link.beforeLf) }]]);
    if (chunk.checked && fresh.checked) {
      this.counts.count(chunk.checked, -1);
      this.counts.count(fresh.checked, 1);
      for (const [other, nth] of this.namesakes.rename(index, chunk.id, fresh.id)) links.set(other, { ...(links.get(other) ?? moment.row.at(other)), nth });
    }
    return this.viewOf({ ...moment, row: moment.row.with(links), habits: this.counts.habits(moment.habits) });
  }

  private editedAnywhere(edit: TextEdit): FileView {
    const text = this.text();
    const known = new Map<string, Chunk>();
    for (const { link: { chunk } } of this.view.moment.row.from(0)) known.set(keyOf(chunk.source, chunk.item), chunk);
    return this.readAll(text.slice(0, edit.start) + edit.newText + text.slice(edit.end), known);
  }

  /** `known`: the chunks of the text before, by what makes them what they are. */
  private readAll(text: string, known: Map<string, Chunk>): FileView {
    const reader = text.trim() === '' ? null : this.readerOf(text);
    const counts = new HabitCounts();
    const namesakes = new Namesakes();
    // The same words in another format may be marked up, named or addressed in another way.
    if (reader?.format !== this.reader?.format) known.clear();
    const { items, problems } = reader?.items(text) ?? { items: [], problems: [] };
    const isLf = (offset: number): boolean => text.charCodeAt(offset) === 10;
    let end = 0;
    const links = items.map((item, index): Link => {
      const source = text.slice(item.start, item.end);
      const gap = text.slice(end, item.start);
      const chunk = (known.size > 0 ? known.get(keyOf(source, item)) : undefined) ?? this.readItem(source, item, reader!);
      end = item.end;
      if (chunk.checked) counts.count(chunk.checked, 1);
      // The first replies may come before what their library speaks is seen.
      const { family } = counts;
      if (family !== null) this.settle(chunk, family, reader!);
      const beforeLf = isLf(item.end);
      return { gap, gapExtent: extentOf(gap, isLf(item.start)), chunk, extent: extentOf(source, beforeLf), beforeLf, nth: chunk.checked ? namesakes.add(index, chunk.id) : 1 };
    });
    const habits = counts.habits();
    for (const { chunk } of links) this.settle(chunk, habits.family, reader!);
    const isPlain = !reader && this.settings.reportErrors && text.trim() !== '';
    const problem = problems[0] ?? (isPlain ? this.settings.syntaxProblem(text) : null);
    // All at once, so that a reader that throws leaves the document as it was.
    this.reader = reader;
    this.counts = counts;
    this.namesakes = namesakes;
    return this.viewOf({
      format: reader?.format ?? null,
      row: Row.of(links),
      rest: text.slice(end),
      habits,
      problem,
      troubled: links.findIndex(({ chunk }) => chunk.problem !== null),
    });
  }

  private readerOf(text: string): Reader | null {
    // One candidate for all formats: what one of them parsed, the next need not.
    const candidate = { path: this.settings.path, text };
    for (const format of this.settings.formats) {
      const reader = format.recognise(candidate);
      if (reader) return reader;
    }
    return null;
  }

  private viewOf(moment: Moment): FileView {
    // A view may be asked when the document is of another format already.
    const { reader } = this;
    return new FileView(moment, this.settings, (chunk) => this.checklistOf(chunk, undefined, reader));
  }

  private readItem(source: string, item: Item, reader: Reader): Chunk {
    const { reply, problems } = reader.read(source, item);
    return new Chunk(item, source, reply && checkReply(reply, this.settings.check), problems[0] ?? null);
  }

  private settle(chunk: Chunk, family: string | null, reader: Reader): void {
    const { keepsTexts: areKept, check } = this.settings;
    chunk.settle(family, { areKept, again: () => checkReply(this.replyOf(chunk, reader)!, check) });
  }
}

function keyOf(source: string, item: Item): string {
  return `${JSON.stringify(item.context) ?? ''}\u0000${source}`;
}
