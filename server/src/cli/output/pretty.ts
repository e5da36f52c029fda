import type { Finding, Level } from '../../core/index.ts';
import type { CheckedFile, Report, Summary } from '../checked.ts';
import { harmless } from '../display.ts';
import type { Output } from '../streams.ts';
import { excerpt } from './excerpt.ts';
import { type Paint, paintFor } from './paint.ts';
import { rewritten } from './rewritten.ts';
import { summarise } from './summary.ts';
import { widthOf } from './width.ts';

export interface PrettyOptions {
  readonly colour: boolean;
  /** Findings only. */
  readonly quiet: boolean;
  /** Called before each write, to take a progress line away. */
  readonly beforeWriting: () => void;
}

const words: Record<Level, string> = { error: 'error', warning: 'warning', info: 'suggestion', hint: 'hint' };

/** For people: by file and reply, the words in question, why, and what to write instead. */
export function prettyReport(out: Output, { colour, quiet, beforeWriting }: PrettyOptions): Report {
  const paint = paintFor(colour);
  const room = Math.max(40, Math.min(out.columns ?? 100, 120)) - 6;
  const write = (text: string) => {
    beforeWriting();
    out.write(text);
  };
  return {
    file(checked: CheckedFile): void {
      const { result, text, fixed } = checked;
      if (fixed > 0 && !quiet) write(`${paint.green(`Mended ${fixed} ${fixed === 1 ? 'place' : 'places'} in ${harmless(result.path)}`)}\n\n`);
      if (result.findings.length === 0) return;
      const titles = new Map(result.responses.map(({ id, title }) => [id, title]));
      const parts = [`${paint.bold(paint.underline(harmless(result.path)))}\n`];
      let reply: string | null = null;
      for (const finding of result.findings) {
        if (finding.responseId !== reply) {
          reply = finding.responseId;
          parts.push(`\n  ${paint.bold(harmless(titles.get(reply) || reply))}\n`);
        } else parts.push('\n');
        parts.push(...show(finding, text, room, paint).map((line) => `    ${line}`.trimEnd() + '\n'));
      }
      write(`${parts.join('')}\n`);
    },
    end(summary: Summary): void {
      if (!quiet) write(`${summarise(summary)}\n`);
    },
  };
}

function show(finding: Finding, text: string, room: number, paint: Paint): string[] {
  const tint = { error: paint.red, warning: paint.yellow, info: paint.cyan, hint: paint.dim }[finding.level];
  const { before, span, after, mark } = excerpt(text, finding, room);
  return [
    `${tint(words[finding.level])} ${paint.dim(`${finding.line}:${finding.column}`)}  ${harmless(finding.message)}`,
    `  ${before}${tint(span)}${after}`,
    `  ${tint(mark)}`,
    ...suggestion(finding, text, room, paint),
    `  ${paint.dim(`${finding.ruleId}  ${harmless(finding.docs)}`)}`,
  ];
}

function suggestion(finding: Finding, text: string, room: number, paint: Paint): string[] {
  const fix = finding.fixes[0];
  if (!fix) return [];
  const sentence = rewritten(text, fix);
  if (!sentence) return [`  Try: ${paint.green(harmless(fix.title))}`];
  const { before, after } = sentence;
  if (widthOf(before) + widthOf(after) + 10 <= room) return [`  Try: ${paint.dim(before)} → ${paint.green(after)}`];
  return [`  Try: ${paint.green(widthOf(after) <= 2 * room ? after : harmless(fix.title))}`];
}
