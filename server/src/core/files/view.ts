import { type ChecklistSummary, type FileError, type FileResult, type Finding, levels, type Range, type Response } from '../model.ts';
import type { Problem } from '../readers/reader.ts';
import type { LocalFinding } from '../replies/check.ts';
import { docsOf } from '../rules/pages.ts';
import { type Extent, extentOf } from '../text/extent.ts';
import type { Chunk, ReportedFinding, Reporting } from './chunk.ts';
import type { Habits } from './habits.ts';
import { idOf, placeBehind, placeFinding, placeResponse } from './place.ts';
import { type Block, blockSize, type Link, type Placed, type Row } from './row.ts';

/** What a file is at one moment. */
export interface Moment {
  readonly format: string | null;
  readonly row: Row;
  /** The text behind the last chunk. */
  readonly rest: string;
  readonly habits: Habits;
  /** Why the file as a whole does not parse. */
  readonly problem: Problem | null;
  /** Index of the first chunk that has a problem of its own; -1 where none has. */
  readonly troubled: number;
}

/** What stays the same from moment to moment. */
export interface ViewSettings extends Reporting {
  readonly path: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly reportErrors: boolean;
}

/** As much of a finding as a list of them shows. */
export type FindingMark = Pick<Finding, 'ruleId' | 'level' | 'message' | 'start' | 'end' | 'responseId' | 'docs'>;

/** The findings that matter most, worst first unless they are all there are, and how many are not among them. */
export interface WorstFindings {
  readonly findings: readonly FindingMark[];
  readonly more: number;
}

const silent: ReadonlySet<string> = new Set();

/** What is reported of a block; offsets count from its start. */
interface BlockMarks {
  readonly habits: Habits;
  readonly inOrder: readonly FindingMark[];
  readonly byLevel: readonly (readonly FindingMark[])[];
}

/** What is known of blocks that announce nothing: most of them outlive many edits. */
const marked = new WeakMap<Block, BlockMarks>();

/** A file at one moment: it never changes, and works out what is asked for, where it is asked for. */
export class FileView {
  readonly moment: Moment;
  private readonly settings: ViewSettings;
  private readonly checklist: (chunk: Chunk) => ChecklistSummary | null;
  /** By index of a link, the library's own styles of gaps that it is the first to use. */
  private readonly announced = new Map<number, Set<string>>();
  private known: FileResult | null = null;

  constructor(moment: Moment, settings: ViewSettings, checklist: (chunk: Chunk) => ChecklistSummary | null) {
    this.moment = moment;
    this.settings = settings;
    this.checklist = checklist;
    for (const [style, index] of moment.row.firsts(moment.habits.styles, moment.habits)) this.announced.set(index, (this.announced.get(index) ?? new Set()).add(style));
  }

  /** The indices of the replies that are the first to use one of the library's own styles of gaps, each with these styles. */
  get announcing(): ReadonlyMap<number, ReadonlySet<string>> { return this.announced; }

  text(): string { return this.moment.row.text() + this.moment.rest; }

  /** The result; its parts are put together when they are read. */
  result(): FileResult {
    if (this.known) return this.known;
    const { path, encoding, bom } = this.settings;
    const responses = once(() => this.responses());
    const findings = once(() => this.findings());
    this.known = {
      path, format: this.moment.format, encoding, bom,
      error: this.error(),
      get responses() { return responses(); },
      get findings() { return findings(); },
    };
    return this.known;
  }

  /** What is reported of one link, positions counted from its start. */
  reported({ chunk, beforeLf }: Link, index: number): readonly ReportedFinding[] {
    return chunk.findings(this.moment.habits, this.announced.get(index) ?? silent, this.settings, beforeLf);
  }

  /** What is reported of one link, as findings of the file. */
  placed({ link, index, before }: Placed): readonly Finding[] {
    const found = this.reported(link, index);
    if (found.length === 0) return none;
    const id = idOf(link);
    return found.map((each) => placeFinding(each, before, id));
  }

  /** The findings that touch a range. */
  findingsIn({ start, end }: Range): readonly Finding[] {
    const found: Finding[] = [];
    const { row } = this.moment;
    const first = row.find(start)?.index ?? 0;
    // A finding may end where the next chunk begins.
    for (const placed of row.from(Math.max(0, first - 1))) {
      if (placed.before.length > end) break;
      found.push(...this.placed(placed).filter((finding) => finding.start <= end && finding.end >= start));
    }
    return found;
  }

  worst(limit: number): WorstFindings {
    const blocks = this.moment.row.blocks.map((block, b) => ({ marks: this.marksOf(block, b * blockSize), length: block.extent.length }));
    const all = blocks.reduce((sum, { marks }) => sum + marks.inOrder.length, 0);
    const worst: FindingMark[] = [];
    const take = (marksIn: (block: BlockMarks) => readonly FindingMark[]): void => {
      let start = 0;
      for (const { marks, length } of blocks) {
        for (const mark of marksIn(marks)) if (worst.length < limit) worst.push(shifted(mark, start));
        start += length;
      }
    };
    if (all <= limit) take(({ inOrder }) => inOrder);
    else for (const level of levels.keys()) take(({ byLevel }) => byLevel[level]!);
    return { findings: worst, more: all - worst.length };
  }

  /** What is reported of a block, the first of whose links is the `first` of the row. */
  private marksOf(block: Block, first: number): BlockMarks {
    const { habits } = this.moment;
    const isPlain = ![...this.announced.keys()].some((index) => index >= first && index < first + block.links.length);
    const known = isPlain ? marked.get(block) : undefined;
    if (known?.habits === habits) return known;
    const inOrder: FindingMark[] = [];
    let start = 0;
    block.links.forEach((link, i) => {
      start += link.gapExtent.length;
      for (const { finding } of this.reported(link, first + i)) inOrder.push(markOf(finding, start, idOf(link)));
      start += link.extent.length;
    });
    const marks = { habits, inOrder, byLevel: levels.map((level) => inOrder.filter((mark) => mark.level === level)) };
    // A library's first gap of a style may move into a block or out of it.
    if (isPlain) marked.set(block, marks);
    return marks;
  }

  private findings(): readonly Finding[] {
    const found: Finding[] = [];
    for (const placed of this.moment.row.from(0)) for (const finding of this.placed(placed)) found.push(finding);
    return found;
  }

  private responses(): readonly Response[] {
    const found: Response[] = [];
    for (const { link, before: { length: start } } of this.moment.row.from(0)) {
      const { chunk } = link;
      if (chunk.checked) found.push(placeResponse(chunk.checked, { start, end: start + chunk.source.length }, idOf(link), () => this.checklist(chunk)));
    }
    return found;
  }

  private error(): FileError | null {
    if (!this.settings.reportErrors) return null;
    const { row, rest, problem, troubled } = this.moment;
    if (problem) {
      const at = row.find(problem.offset);
      const text = at ? at.link.chunk.source + (row.length === at.index + 1 ? rest : row.at(at.index + 1).gap) : row.length > 0 ? row.at(0).gap : rest;
      return { message: problem.message, ...placeIn(text, problem.offset, at?.before) };
    }
    const at = troubled < 0 ? null : row.place(troubled);
    const own = at?.link.chunk.problem;
    return at && own ? { message: own.message, ...placeIn(at.link.chunk.source, own.offset + at.before.length, at.before, at.link.beforeLf) } : null;
  }
}

const none: readonly Finding[] = [];

function markOf({ rule, level, start, end }: LocalFinding, from: number, responseId: string): FindingMark {
  return { ruleId: rule.id, level, message: rule.message, start: start + from, end: end + from, responseId, docs: docsOf(rule.id) };
}

function shifted(mark: FindingMark, by: number): FindingMark {
  return { ruleId: mark.ruleId, level: mark.level, message: mark.message, start: mark.start + by, end: mark.end + by, responseId: mark.responseId, docs: mark.docs };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** Line and column of an offset in the file that lies in `text`, which stands behind `before`. */
function placeIn(text: string, offset: number, before?: Extent, beforeLf = false): { readonly line: number; readonly column: number } {
  const at = offset - (before?.length ?? 0);
  const local = extentOf(text.slice(0, at), at < text.length ? text[at] === '\n' : beforeLf);
  const place = { line: local.breaks + 1, column: local.tail + 1 };
  return before ? placeBehind(before, place) : place;
}
