import type { Checklist, Range, TextEdit } from '../model.ts';
import type { Covered, CoveredStep, Flagged } from '../frameworks/coverage.ts';
import type { FrameworkAtWork } from '../frameworks/frameworks.ts';
import type { Reply } from '../readers/reader.ts';
import { platformOf } from '../platforms/shipped.ts';
import type { CheckSettings } from './check.ts';
import { insertParagraph } from './insert-paragraph.ts';
import { type FieldText, readReply } from './read-reply.ts';

/** A reply judged by a framework, in its own prose. */
interface CoveredReply extends Covered {
  readonly text: FieldText;
  readonly platform: string | null;
}

/** Judges a reply by a framework, with ranges in its item's text; null for fragments, and where no language pack reads the reply. */
export function checklistOf(reply: Reply, settings: CheckSettings, { framework, coverage }: FrameworkAtWork): Checklist | null {
  const covered = coverReply(reply, settings, { framework, coverage });
  if (!covered) return null;
  const { text, steps, incoming } = covered;
  return {
    framework: framework.id,
    met: steps.filter(({ state }) => state === 'met').length,
    of: steps.filter(({ state }) => state !== 'not-needed').length,
    steps: steps.map(({ step, state, why, evidence }) => ({ id: step.id, title: step.title, state, why, evidence: evidence.map((range) => inItem(text, range)) })),
    ...(incoming && { incoming }),
    could: nudge(steps),
  };
}

/** The edits, in the item's text, that put words for a step where they belong; `family` is the platform that the library speaks. Null where the reply has no checklist or no such step. */
export function insertForStep(reply: Reply, settings: CheckSettings, atWork: FrameworkAtWork, family: string | null, step: string, words: string): readonly TextEdit[] | { readonly refused: string } | null {
  const covered = coverReply(reply, settings, atWork);
  const room = covered?.steps.find((each) => each.step.id === step)?.room;
  return covered && room ? insertParagraph(covered.text, room, words, platformOf(covered.platform ?? family)) : null;
}

function coverReply(reply: Reply, settings: CheckSettings, { framework, coverage }: FrameworkAtWork): CoveredReply | null {
  const { main, inReplyTo, kind, purpose, channel, locale, platform, finders, seen } = readReply(reply, settings);
  if (!main || kind === 'fragment' || finders.length === 0) return null;
  // What a machine sends tells something; it does not answer.
  const traits = { kind, purpose: kind === 'auto-reply' && purpose === 'ordinary' ? 'notice' as const : purpose, channel, locale };
  const { words } = main;
  const flagged = seen.get(main)!.flatMap(({ finder, sightings }) => finder.judge(sightings, { kind, purpose, channel, locale }).flatMap((hit): Flagged[] => {
    const level = settings.level(hit.rule, hit.level);
    return level ? [{ ruleId: hit.rule.id, title: hit.rule.title, counts: level !== 'hint' && hit.weight > 0, start: words.start[hit.first]!, end: words.end[hit.last - 1]! }] : [];
  }));
  return { text: main, platform, ...coverage.cover(framework, main.prose, traits, flagged, inReplyTo) };
}

/** At most one thing is suggested: what is missing before what is half there. */
function nudge(covered: readonly CoveredStep[]): string | null {
  return (covered.find(({ state }) => state === 'missing') ?? covered.find(({ state }) => state === 'weak'))?.step.could ?? null;
}

function inItem({ field, prose }: FieldText, range: Range): Range {
  const value = prose.map.range(range.start, range.end);
  return field.value.map.range(value.start, value.end);
}
