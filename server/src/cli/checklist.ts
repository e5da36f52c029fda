import path from 'node:path';
import type { ResponseChecklist, StepState } from '../core/model.ts';
import { withoutChecklist } from '../core/frameworks/explain.ts';
import { readText } from '../node/read-text.ts';
import type { Problem } from '../node/problem.ts';
import type { Arguments } from './arguments.ts';
import { harmless, withSlashes } from './display.ts';
import { gather } from './gather.ts';
import { type Paint, paintFor } from './output/paint.ts';
import { SettingsFinder } from './settings.ts';
import type { Surroundings } from './streams.ts';

interface FileChecklists {
  readonly path: string;
  readonly responses: readonly ResponseChecklist[];
}

/** Shows what each reply has of a framework and what it still needs. Never a gate: the status is 0 unless something could not be read. */
export async function checklist(args: Arguments, around: Surroundings): Promise<0 | 2> {
  const core = await around.core();
  let failed = false;
  const complain = (file: string, { message, line, column }: Problem): void => {
    failed = true;
    around.stderr.write(`${harmless(shown(file, around.cwd))}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${harmless(message)}\n`);
  };
  const settings = new SettingsFinder(core, args, around.cwd, complain);
  const files: FileChecklists[] = [];
  for await (const { file, named, problem } of gather(args.operands, around.cwd, settings)) {
    const here = await settings.of(path.dirname(file));
    if (!here) continue;
    const read = problem ? { problem } : readText(file);
    if (!('text' in read)) {
      if (named) complain(file, read.problem);
      continue;
    }
    const session = here.linter.open({ path: here.relative(file), text: read.text, named });
    const responses = session.checklists();
    const { error } = session.result();
    if (error) complain(file, error);
    if (responses.length > 0) files.push({ path: shown(file, around.cwd), responses });
  }
  if (args.format === 'json') around.stdout.write(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  else {
    const paint = paintFor(args.colour && !around.env['NO_COLOR'] && around.stdout.isTTY === true);
    for (const file of files) around.stdout.write(pretty(file, paint));
    if (files.length === 0 && !failed) around.stdout.write('No replies were found.\n');
  }
  return failed ? 2 : 0;
}

const marks: Record<StepState, string> = { met: '✓', weak: '~', missing: '·', 'not-needed': ' ' };
const names: Record<StepState, string> = { met: 'there', weak: 'half there', missing: 'could be added', 'not-needed': 'not needed' };

/** A file's replies, those with most to gain first. */
function pretty({ path: name, responses }: FileChecklists, paint: Paint): string {
  const missing = ({ checklist }: ResponseChecklist): number => (checklist ? checklist.of - checklist.met : -1);
  const lines = [paint.bold(paint.underline(harmless(name))), ''];
  for (const response of [...responses].sort((a, b) => missing(b) - missing(a))) {
    const { checklist } = response;
    const title = paint.bold(harmless(response.title || response.id));
    if (!checklist) {
      lines.push(`  ${title}  ${paint.dim(withoutChecklist(response))}`, '');
      continue;
    }
    const could = checklist.could ? paint.dim(` · could ${checklist.could}`) : '';
    lines.push(`  ${title}  ${checklist.met} of ${checklist.of}${could}`);
    for (const { title: step, state, why } of checklist.steps) {
      const tint = state === 'met' ? paint.green : state === 'not-needed' ? paint.dim : paint.yellow;
      lines.push(`    ${tint(marks[state])} ${step.padEnd(22)} ${tint(names[state].padEnd(15))} ${paint.dim(why)}`.trimEnd());
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

function shown(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return withSlashes(path.isAbsolute(relative) ? file : relative || '.');
}
