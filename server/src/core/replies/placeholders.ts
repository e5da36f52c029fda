import type { Detector } from '../rules/rule.ts';
import { spellOut } from '../fixes/build.ts';
import { placeholderFix } from '../fixes/placeholder-fix.ts';
import { platformsIn } from '../platforms/family.ts';
import type { Platform } from '../platforms/platform.ts';
import { platformOf } from '../platforms/shipped.ts';
import { Sign } from '../prose/words.ts';
import type { Field } from '../readers/reader.ts';
import type { PlaceholderFault } from '../rules/placeholders/fault.ts';
import { findMalformed } from '../rules/placeholders/malformed.ts';
import { findNoFallback } from '../rules/placeholders/no-fallback.ts';
import { findUnknown } from '../rules/placeholders/unknown.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { type CheckSettings, inItem, type LocalFinding } from './check.ts';
import { type FieldText, readField } from './read-reply.ts';
import { fixesInBoth } from './twins.ts';

/** What the placeholders of a reply show. Whether they are right depends on the platform, which may only show in the whole library. */
export interface CheckedPlaceholders {
  /** What the reply, its file's format or the config says; null where nobody does. */
  readonly platform: string | null;
  /** Platforms whose variables stand in it; empty where its platform is known. */
  readonly seen: readonly string[];
  /** What is wrong with them on this platform, or wherever it is null; offsets count from the start of the item. */
  findings(platform: string | null): readonly LocalFinding[];
}

const nothing: readonly string[] = [];
const silent = (platform: string | null): CheckedPlaceholders => ({ platform, seen: nothing, findings: () => [] });

type Find = (text: FieldText, platform: Platform | null) => PlaceholderFault[];
const detectors: readonly (readonly [Detector, Find])[] = [['malformed-placeholder', findMalformed], ['unknown-placeholder', findUnknown], ['no-fallback', findNoFallback]];

/** The placeholders of a reply's customer texts, to be judged by the rules that the first locale brings, in every language. */
export function checkPlaceholders(texts: readonly FieldText[], fields: readonly Field[], platform: string | null, settings: CheckSettings): CheckedPlaceholders {
  const here = texts.filter(({ prose, words }) => prose.opaques.some(({ kind }) => kind === 'placeholder') || words.signs & Sign.brace);
  const [finder] = settings.finders;
  if (here.length === 0 || !finder) return silent(platform);
  const read = (text: FieldText, by: Platform | null): LocalFinding[] => {
    const found: LocalFinding[] = [];
    for (const [detector, find] of detectors) for (const rule of finder.detectedBy(detector)) {
      for (const fault of find(text, by)) {
        const level = settings.level(rule, fault.level ?? rule.level);
        // One placeholder, one finding: what is malformed is not unknown as well.
        const place = inItem(text, fault);
        if (level && !found.some(({ start, end }) => start < place.end && place.start < end)) found.push(asFinding(text, fault, rule, level));
      }
    }
    return found;
  };
  let known: { readonly platform: string | null; readonly findings: readonly LocalFinding[] } | null = null;
  return {
    platform,
    seen: platform === null ? platformsIn(here.map(({ prose }) => prose)) : nothing,
    findings(id) {
      if (known?.platform === id) return known.findings;
      const by = platformOf(id);
      const findings = here.flatMap((text) => {
        const own = read(text, by);
        const twins = fields.filter((field) => field.twinOf === text.field);
        return twins.length === 0 ? own : own.map((finding) => ({ ...finding, fixes: () => fixesInBoth(finding, own, twins.flatMap((field) => read(readField(field, settings.vocabulary, platform), by))) }));
      });
      known = { platform: id, findings };
      return findings;
    },
  };
}

function asFinding(text: FieldText, fault: PlaceholderFault, rule: CompiledRule, level: LocalFinding['level']): LocalFinding {
  return {
    ...inItem(text, fault), rule, level, text: spellOut(text.prose, fault), also: [],
    fixes: () => fault.changes.flatMap((change) => placeholderFix(text, change) ?? []),
  };
}
