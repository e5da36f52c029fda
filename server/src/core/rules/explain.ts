import { platformOf } from '../platforms/shipped.ts';
import { docsOf } from './pages.ts';
import type { Source } from './rule.ts';
import type { CompiledRule, RulePage } from './tables.ts';

const grades: Readonly<Record<Source['grade'], string>> = { A: 'peer-reviewed research', B: 'official guidance', C: 'practitioners’ experience', D: 'convention' };

/** Below this many findings a share says nothing. */
const fewestToMeasure = 5;

/** The best grade among sources, D where there are none. */
export function bestGrade(sources: readonly Source[]): Source['grade'] {
  return sources.map(({ grade }) => grade).sort()[0] ?? 'D';
}

/** How often a rule was right on labelled replies that it was not tuned on. */
export function precisionOf({ measured }: RulePage): string {
  return measured && measured[1] >= fewestToMeasure ? `${measured[0]} of ${measured[1]}` : 'not yet measured';
}

/** The one page about a rule, as Markdown: for hover, `explain` and the pages in docs/rules. */
export function renderRule(rule: CompiledRule & RulePage): string {
  const lines = [`# ${rule.title}`, '', `\`${rule.id}\` · ${rule.category} · ${rule.level}`, '', rule.message, '', '## Why', '', rule.why.trim(), ''];
  const pairs = rule.examples.slice(0, 3);
  if (pairs.length > 0) {
    lines.push('## Instead', '');
    for (const { bad, good, platform } of pairs) lines.push(`- Before${platform === undefined ? '' : ` (${platformOf(platform)?.title ?? platform})`}: ${oneLine(bad)}`, `  After: ${oneLine(good)}`);
    lines.push('');
  }
  if (rule.marks) lines.push('## Marked', '', ...rule.marks.map((text) => `- ${oneLine(text)}`), '');
  if (rule.allows.length > 0) lines.push('## Not flagged', '', ...rule.allows.slice(0, 3).map((allowed) => (typeof allowed === 'string' ? `- ${oneLine(allowed)}` : `- ${oneLine(allowed.text)} (${platformOf(allowed.platform)?.title ?? allowed.platform})`)), '');
  lines.push('## Sources', '', ...rule.sources.map((source) => `- ${source.url ? `[${source.name}](${source.url})` : source.name} (${source.grade}: ${grades[source.grade]})`), '');
  lines.push('## How sure', '', `Evidence: ${bestGrade(rule.sources)}. Right on labelled replies that it was not tuned on: ${precisionOf(rule)}.`, '');
  return lines.join('\n');
}

/** The same for a hover: short, with a link to the whole page. */
export function renderRuleBriefly(rule: CompiledRule & RulePage): string {
  const [pair] = rule.examples;
  const strongest = [...rule.sources].sort((a, b) => (a.grade < b.grade ? -1 : 1))[0];
  const lines = [`**${rule.title}** (${rule.level})`, '', rule.message, '', rule.why.trim(), ''];
  if (pair) lines.push(`Before: ${oneLine(pair.bad)}  `, `After: ${oneLine(pair.good)}`, '');
  if (strongest) lines.push(`Source: ${strongest.url ? `[${strongest.name}](${strongest.url})` : strongest.name} (${strongest.grade}: ${grades[strongest.grade]})`, '');
  lines.push(`[More about ${rule.id}](${docsOf(rule.id)})`);
  return lines.join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
