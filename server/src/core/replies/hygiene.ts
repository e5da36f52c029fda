import { spellOut } from '../fixes/build.ts';
import type { Fix, Range } from '../model.ts';
import type { Remark, Reply } from '../readers/reader.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { type CheckSettings, inItem, type LocalFinding } from './check.ts';
import { type FieldText, readField } from './read-reply.ts';
import { twinDrift } from './twins.ts';

/** What the record itself says is wrong, and twins that say two things: in every language, with the rules that the first locale brings. */
export function hygieneFindings(reply: Reply, texts: readonly FieldText[], platform: string | null, settings: CheckSettings): LocalFinding[] {
  const [finder] = settings.finders;
  const twins = texts.length > 0 ? reply.fields.filter((field) => field.twinOf && field.audience === 'customer') : [];
  if (!finder || (!reply.remarks?.length && twins.length === 0)) return [];
  const found = (rule: CompiledRule | undefined, range: Range, text: string, usual = rule?.level, fixes: Fix[] = []): LocalFinding[] => {
    const level = rule && usual && settings.level(rule, usual);
    return level ? [{ start: range.start, end: range.end, rule, level, text, also: [], fixes: () => fixes }] : [];
  };
  return [
    ...(reply.remarks ?? []).flatMap((remark) => found(finder.tables.rules.find((rule) => rule.id === remark.ruleId), remark, remark.text, remark.level, fixOf(remark))),
    ...twins.flatMap((field) => {
      const counts = texts.find((text) => text.field === field.twinOf);
      if (!counts) return [];
      const twin = readField(field, settings.vocabulary, platform);
      const range = twinDrift(counts.prose, twin.prose);
      return range ? found(finder.detectedBy('twin')[0], inItem(twin, range), spellOut(twin.prose, range)) : [];
    }),
  ];
}

function fixOf({ start, end, instead }: Remark): Fix[] {
  return instead === undefined ? [] : [{ title: `Write “${instead}”`, safe: false, fillIns: 0, edits: [{ start, end, newText: instead }] }];
}
