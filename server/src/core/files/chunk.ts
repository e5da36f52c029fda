import type { Level } from '../model.ts';
import { setBeside } from '../findings/beside.ts';
import { levelRank } from '../findings/resolve.ts';
import type { Item, Problem } from '../readers/reader.ts';
import type { CheckedReply, LocalFinding, LocalLeftover } from '../replies/check.ts';
import { slug } from '../replies/response-id.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Habits } from './habits.ts';
import { settled, type Texts } from './settled.ts';

/** Which findings are reported, and how. */
export interface Reporting {
  /** The least level that is reported. */
  readonly minLevel: Level;
  /** The level a rule has by config; null switches it off. */
  level(rule: CompiledRule, level: Level): Level | null;
}

/** Line and column, both from 1, counted from the start of a chunk. */
export type LocalPlace = ReturnType<LineIndex['place']>;

/** A finding of a chunk as it is reported; positions count from the chunk's start. */
export interface ReportedFinding {
  readonly finding: LocalFinding;
  readonly from: LocalPlace;
  readonly to: LocalPlace;
}

/** A response's stretch of the file, and what was found in it. What it says never changes, and it knows nothing of its place. */
export class Chunk {
  readonly item: Item;
  readonly source: string;
  readonly problem: Problem | null;
  private reply: CheckedReply | null;
  private isSettled = false;
  private name: string | null = null;
  private beside: { readonly family: string | null; readonly findings: readonly LocalFinding[]; readonly gaps: readonly LocalLeftover[] } | null = null;
  private reported: { readonly habits: Habits; readonly announces: string; readonly findings: readonly ReportedFinding[] } | null = null;

  constructor(item: Item, source: string, checked: CheckedReply | null, problem: Problem | null) {
    this.item = item;
    this.source = source;
    this.reply = checked;
    this.problem = problem;
  }

  get checked(): CheckedReply | null { return this.reply; }

  /** Lets go of the texts that the reply was read from; `family` is what its library speaks, as far as that is known. */
  settle(family: string | null, texts: Texts): void {
    if (this.reply && !this.isSettled) this.reply = settled(this.reply, family, texts);
    this.isSettled = true;
  }

  /** The reply's own id, else a slug of its title; other replies may have the same. */
  get id(): string {
    return (this.name ??= this.checked ? this.checked.id ?? slug(this.checked.title) : '');
  }

  /** The gaps of the reply, without those that are what is left of a broken placeholder. */
  gaps({ family }: Habits): readonly LocalLeftover[] {
    return this.checked && this.checked.leftovers.length > 0 ? this.setBeside(this.checked, family).gaps : [];
  }

  /** What is reported of the reply, in order. `announces`: the library's own styles whose first gap stands here. */
  findings(habits: Habits, announces: ReadonlySet<string>, reporting: Reporting, beforeLf: boolean): readonly ReportedFinding[] {
    if (!this.checked) return [];
    const key = announces.size > 0 ? [...announces].join(' ') : '';
    if (this.reported?.habits !== habits || this.reported.announces !== key) {
      this.reported = { habits, announces: key, findings: this.report(this.checked, habits, announces, reporting, beforeLf) };
    }
    return this.reported.findings;
  }

  private report(checked: CheckedReply, habits: Habits, announces: ReadonlySet<string>, { level, minLevel }: Reporting, beforeLf: boolean): readonly ReportedFinding[] {
    const found: LocalFinding[] = [];
    const add = (finding: LocalFinding, by: Level | null): void => {
      if (by && levelRank(by) <= levelRank(minLevel)) found.push(by === finding.level ? finding : { ...finding, level: by });
    };
    const { findings, gaps } = this.setBeside(checked, habits.family);
    for (const finding of findings) add(finding, habits.twinsApart && finding.rule.detector === 'twin' ? level(finding.rule, 'hint') : finding.level);
    const announced = new Set<string>();
    for (const gap of gaps) {
      const isOwn = habits.styles.has(gap.style);
      if (isOwn && (announced.has(gap.style) || !announces.has(gap.style))) continue;
      if (isOwn) announced.add(gap.style);
      add(gap, level(gap.rule, isOwn ? 'hint' : gap.level));
    }
    if (found.length === 0) return none;
    found.sort((a, b) => a.start - b.start || a.end - b.end || levelRank(a.level) - levelRank(b.level));
    const lines = new LineIndex(this.source, beforeLf);
    return found.map((finding) => ({ finding, from: lines.place(finding.start), to: lines.place(finding.end) }));
  }

  private setBeside({ findings: own, leftovers, placeholders }: CheckedReply, family: string | null): NonNullable<Chunk['beside']> {
    const spoken = placeholders.platform ?? family;
    if (this.beside?.family !== spoken || this.beside === null) {
      const late = placeholders.findings(spoken);
      const findings = late.length > 0 ? setBeside(own, late) : own;
      const broken = findings.filter(({ rule }) => rule.detector === 'malformed-placeholder');
      this.beside = { family: spoken, findings, gaps: leftovers.filter((gap) => !broken.some(({ start, end }) => start < gap.end && gap.start < end)) };
    }
    return this.beside;
  }
}

const none: readonly ReportedFinding[] = [];
