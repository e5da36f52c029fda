import path from 'node:path';
import { levels } from '../core/model.ts';
import type { Problem } from '../node/problem.ts';
import { decode, readText, type TextFile } from '../node/read-text.ts';
import type { RenderedFile } from '../render/index.ts';
import type { Arguments } from './arguments.ts';
import { harmless, withSlashes } from './display.ts';
import { type Gathered, gather } from './gather.ts';
import { prettyRendering } from './output/rendering.ts';
import { type Settings, SettingsFinder } from './settings.ts';
import type { Surroundings } from './streams.ts';

/** Shows each reply as customers may see it, and what is found there. The status is that of a check. */
export async function render(args: Arguments, around: Surroundings): Promise<0 | 1 | 2> {
  const core = await around.core();
  const { renderFile } = await core.renderer!();
  const summary = { files: 0, responses: 0, variants: 0, error: 0, warning: 0, info: 0, hint: 0, unreadable: 0 };
  const shown = (file: string): string => {
    const relative = path.relative(around.cwd, file);
    return withSlashes(path.isAbsolute(relative) ? file : relative || '.');
  };
  const complain = (file: string, { message, line, column }: Problem): void => {
    summary.unreadable++;
    around.stderr.write(`${harmless(shown(file))}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${harmless(message)}\n`);
  };
  const settings = new SettingsFinder(core, args, around.cwd, complain);
  const pretty = args.format === 'pretty' ? prettyRendering(around.stdout, { colour: args.colour && !around.env['NO_COLOR'] && around.stdout.isTTY === true, show: args.show }) : null;
  const files: RenderedFile[] = [];
  const one = (file: string, here: Settings, { text, encoding }: TextFile, named: boolean): void => {
    let rendered: RenderedFile;
    try {
      rendered = { ...renderFile(here.linter, { path: here.relative(file), text, named, encoding }), path: shown(file) };
    } catch (error) {
      complain(file, { message: `ReplyLint stumbled over this file, and that is our fault: ${error instanceof Error ? error.message : String(error)}.` });
      return;
    }
    for (const error of rendered.errors) complain(file, error);
    if (rendered.responses.length === 0) return;
    summary.files++;
    summary.responses += rendered.responses.length;
    for (const { variants } of rendered.responses) summary.variants += variants.length;
    for (const { level } of rendered.findings) summary[level]++;
    if (pretty) pretty.file(rendered, text);
    else files.push(rendered);
  };
  const inputs: AsyncIterable<Gathered & { readonly bytes?: Buffer }> = args.stdinPath === null ? gather(args.operands, around.cwd, settings) : standardInput(args.stdinPath, around);
  for await (const { file, named, problem, bytes } of inputs) {
    const here = await settings.of(path.dirname(file));
    if (!here) continue;
    const read = problem ? { problem } : bytes ? decode(bytes) : readText(file);
    if ('text' in read) one(file, here, read, named);
    else if (named) complain(file, read.problem);
  }
  if (!pretty) around.stdout.write(`${JSON.stringify({ version: 1, summary, files }, null, 2)}\n`);
  else if (!args.quiet) pretty.end(summary);
  if (summary.unreadable > 0) return 2;
  return args.failOn !== 'never' && levels.slice(0, levels.indexOf(args.failOn) + 1).some((level) => summary[level] > 0) ? 1 : 0;
}

/** The document on standard input, as if it were a file of this name. */
async function* standardInput(name: string, around: Surroundings): AsyncGenerator<Gathered & { readonly bytes?: Buffer }> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of around.stdin) chunks.push(chunk);
  yield { file: path.resolve(around.cwd, name), named: true, bytes: Buffer.concat(chunks) };
}
