import type { Checklist, Range } from '../model.ts';
import type { Coverage, CoveredStep, Flagged } from '../frameworks/coverage.ts';
import type { CompiledFramework } from '../frameworks/framework.ts';
import type { Reply } from '../readers/reader.ts';
import type { CheckSettings } from './check.ts';
import { type FieldText, readReply } from './read-reply.ts';

/** Judges a reply by a framework, with ranges in its item's text; null for fragments, and where no language pack reads the reply. */
export function checklistOf(reply: Reply, settings: CheckSettings, coverage: Coverage, framework: CompiledFramework): Checklist | null {
  const { main, kind, purpose, channel, locale, finders, seen } = readReply(reply, settings);
  if (!main || kind === 'fragment' || finders.length === 0) return null;
  const traits = { kind, purpose: kind === 'auto-reply' && purpose === 'ordinary' ? 'notice' as const : purpose, channel, locale };
  const flagged = [...seen.get(main)!].flatMap(([finder, sightings]) => finder.judge(sightings, { kind, purpose, channel, locale }).flatMap((hit): Flagged[] => {
    const level = settings.level(hit.rule, hit.level);
    const { words } = main;
    return level ? [{ ruleId: hit.rule.id, title: hit.rule.title, counts: level !== 'hint' && hit.weight > 0, start: words.start[hit.first]!, end: words.end[hit.last - 1]! }] : [];
  }));
  const covered = coverage.cover(framework, main.prose, traits, flagged);
  return {
    framework: framework.id,
    met: covered.filter(({ state }) => state === 'met').length,
    of: covered.filter(({ state }) => state !== 'not-needed').length,
    steps: covered.map(({ step, state, why, evidence }) => ({ id: step.id, title: step.title, state, why, evidence: evidence.map((range) => inItem(main, range)) })),
    could: nudge(covered),
  };
}

/** At most one thing is suggested: what is missing before what is half there. */
function nudge(covered: readonly CoveredStep[]): string | null {
  return (covered.find(({ state }) => state === 'missing') ?? covered.find(({ state }) => state === 'weak'))?.step.could ?? null;
}

function inItem({ field, prose }: FieldText, range: Range): Range {
  const value = prose.map.range(range.start, range.end);
  return field.value.map.range(value.start, value.end);
}
