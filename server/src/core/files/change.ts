import type { Finding } from '../model.ts';
import type { FileView } from './view.ts';

/** What an edit changed. `shifted` findings are the same as before at another place. */
export interface SessionChange {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  readonly shifted: readonly Finding[];
}

/** What differs between two moments of a file. What moved, and what differs where the whole file was read again, is listed when it is asked for. */
export function changeBetween(before: FileView, after: FileView): SessionChange {
  const touched = touchedBetween(before, after);
  if (!touched) {
    let known: SessionChange | null = null;
    const whole = (): SessionChange => (known ??= pair(before.result().findings, after.result().findings));
    return { get added() { return whole().added; }, get removed() { return whole().removed; }, get shifted() { return whole().shifted; } };
  }
  const own = pair(touched.flatMap((index) => placedAt(before, index)), touched.flatMap((index) => placedAt(after, index)));
  let shifted: readonly Finding[] | null = null;
  return {
    added: own.added,
    removed: own.removed,
    get shifted() { return (shifted ??= shiftedAfter(before, after, touched, own.shifted)); },
  };
}

/** Indices of the replies that one of both moments has otherwise, ascending; null where that may be any of them. */
function touchedBetween({ moment: old, announcing: first }: FileView, { moment: now, announcing }: FileView): readonly number[] | null {
  if (old.habits !== now.habits || old.row.length !== now.row.length) return null;
  const touched = new Set(old.row.differences(now.row));
  for (const index of new Set([...first.keys(), ...announcing.keys()])) {
    const [was, is] = [first.get(index), announcing.get(index)];
    if (was?.size !== is?.size || [...(was ?? [])].some((style) => !is?.has(style))) touched.add(index);
  }
  return [...touched].sort((a, b) => a - b);
}

function placedAt(view: FileView, index: number): readonly Finding[] {
  return view.placed(view.moment.row.place(index));
}

function shiftedAfter(before: FileView, after: FileView, touched: readonly number[], own: readonly Finding[]): readonly Finding[] {
  if (touched.length === 0) return [];
  const isTouched = new Set(touched);
  const found: Finding[] = [];
  let of = 0;
  const old = before.moment.row.from(touched[0]!);
  for (const placed of after.moment.row.from(touched[0]!)) {
    const was = old.next().value!;
    const end = placed.before.length + placed.link.extent.length;
    // Both are in the order of the file.
    if (isTouched.has(placed.index)) while (of < own.length && own[of]!.end <= end) found.push(own[of++]!);
    else if (was.before.length !== placed.before.length) for (const finding of after.placed(placed)) found.push(finding);
  }
  return found;
}

/** Findings are the same when rule, response and words are; the nth of a kind is paired with the nth. */
function pair(before: readonly Finding[], after: readonly Finding[]): SessionChange {
  const keys = (findings: readonly Finding[]): Map<string, Finding> => {
    const seen = new Map<string, number>();
    return new Map(findings.map((finding) => {
      const key = JSON.stringify([finding.ruleId, finding.level, finding.responseId, finding.text, finding.also]);
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return [`${key}${nth}`, finding];
    }));
  };
  const old = keys(before);
  const now = keys(after);
  return {
    added: [...now].filter(([key]) => !old.has(key)).map(([, finding]) => finding),
    removed: [...old].filter(([key]) => !now.has(key)).map(([, finding]) => finding),
    shifted: [...now].filter(([key, finding]) => old.has(key) && old.get(key)!.start !== finding.start).map(([, finding]) => finding),
  };
}
