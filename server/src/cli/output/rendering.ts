import type { Level } from '../../core/model.ts';
import type { RenderedFile, RenderedFinding, RenderedResponse } from '../../render/index.ts';
import type { Arguments } from '../arguments.ts';
import { harmless } from '../display.ts';
import type { Output } from '../streams.ts';
import { excerpt } from './excerpt.ts';
import { type Paint, paintFor } from './paint.ts';

const words: Record<Level, string> = { error: 'error', warning: 'warning', info: 'suggestion', hint: 'hint' };
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** For people: how many texts each reply may turn into, what is found in them and when, and the texts themselves where asked. */
export function prettyRendering(out: Output, { colour, show }: { colour: boolean; show: Arguments['show'] }): {
  file(rendered: RenderedFile, text: string): void;
  end(summary: { readonly responses: number; readonly variants: number } & Readonly<Record<Level, number>>): void;
} {
  const paint = paintFor(colour);
  const room = Math.max(40, Math.min(out.columns ?? 100, 120)) - 6;
  return {
    file({ path, responses, findings }, text) {
      const lines = [paint.bold(paint.underline(harmless(path))), ''];
      for (const response of responses) {
        const found = findings.filter(({ responseId }) => responseId === response.id);
        if (found.length === 0 && response.variants.length <= 1 && show !== 'all') continue;
        lines.push(`  ${paint.bold(harmless(response.title || response.id))}  ${paint.dim(counted(response.variants.length, 'text'))}`);
        for (const finding of found) lines.push(...lined(finding, text, room, paint).map((line) => `    ${line}`.trimEnd()));
        lines.push(...texts(response, show, paint), '');
      }
      if (lines.length > 2) out.write(`${lines.join('\n')}\n`);
    },
    end({ responses, variants, ...levels }) {
      const found = (Object.keys(words) as Level[]).filter((level) => levels[level] > 0).map((level) => counted(levels[level], words[level]));
      out.write(responses === 0 ? 'No replies were found.\n'
        : `${counted(responses, 'reply', 'replies')} in ${counted(variants, 'text')} that customers may see: ${found.length === 0 ? 'nothing to mend' : found.join(', ')}.\n`);
    },
  };
}

function lined(finding: RenderedFinding, text: string, room: number, paint: Paint): string[] {
  const tint = { error: paint.red, warning: paint.yellow, info: paint.cyan, hint: paint.dim }[finding.level];
  const { before, span, after, mark } = excerpt(text, finding, room);
  const source = text.slice(finding.start, finding.end);
  return [
    `${tint(words[finding.level])} ${paint.dim(`${finding.line}:${finding.column}`)}  ${harmless(finding.message)}`,
    `  ${before}${tint(span)}${after}`,
    `  ${tint(mark)}`,
    ...(source === finding.text ? [] : [`  Reads: ${tint(harmless(finding.text))}`]),
    ...(finding.when === null ? [] : [`  When ${harmless(finding.when)}.`]),
    `  ${paint.dim(`${finding.ruleId}  ${harmless(finding.docs)}${finding.inCheck ? '' : '  (a check of the template alone does not see this)'}`)}`,
  ];
}

function texts({ variants }: RenderedResponse, show: Arguments['show'], paint: Paint): string[] {
  return variants.flatMap(({ when, texts: fields }, i) => {
    if (show !== 'all' && !show.includes(i + 1)) return [];
    const head = `${i + 1}. ${when.length === 0 ? 'As it stands' : `When ${harmless(when.join(', '))}`}`;
    return ['', `    ${paint.dim(head)}`, ...fields.flatMap(({ role, text }) => [...(fields.length > 1 ? [`      ${paint.dim(`${role}:`)}`] : []), ...text.trim().split(/\r?\n/).map((line) => `      ${harmless(line)}`)])];
  });
}
