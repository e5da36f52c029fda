import { spellOut } from '../fixes/build.ts';
import type { Fix, Range } from '../model.ts';
import type { Remark, Reply } from '../readers/reader.ts';
import type { CompiledRule } from '../rules/tables.ts';
import { type CheckSettings, inItem, type LocalFinding } from './check.ts';
import { type FieldText, readField } from './read-reply.ts';
import { twinDrift } from './twins.ts';

/** What the record itself says is wrong, and twins that say two things: in every language, with the rules that the first locale brings. */
export function hygieneFindings(reply: Reply, texts: readonly FieldText[], platform: string | null, settings: CheckSettings): LocalFinding[] {
  const rules = settings.finders[0]?.tables.rules ?? [];
  const found = (rule: CompiledRule | undefined, range: Range, text: string, usual = rule?.level, fixes: Fix[] = []): LocalFinding[] => {
    const level = rule && usual && settings.level(rule, usual);
    return level ? [{ start: range.start, end: range.end, rule, level, text, also: [], fixes: () => fixes }] : [];
  };
  const drift = rules.find((rule) => rule.detector === 'twin');
  return [
    ...(reply.remarks ?? []).flatMap((remark) => found(rules.find((rule) => rule.id === remark.ruleId), remark, remark.text, remark.level, fixOf(remark))),
    ...reply.fields.flatMap((field) => {
      const counts = texts.find((text) => text.field === field.twinOf);
      if (!counts || field.audience !== 'customer') return [];
      const twin = readField(field, settings.vocabulary, platform);
      const range = twinDrift(counts.prose, twin.prose);
      return range ? found(drift, inItem(twin, range), spellOut(twin.prose, range)) : [];
    }),
  ];
}

function fixOf({ start, end, instead }: Remark): Fix[] {
  return instead === undefined ? [] : [{ title: `Write “${instead}”`, safe: false, fillIns: 0, edits: [{ start, end, newText: instead }] }];
}
