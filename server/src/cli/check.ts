import { statSync } from 'node:fs';
import path from 'node:path';
import { levels, type FileResult } from '../core/model.ts';
import type { Problem } from '../node/problem.ts';
import { decode, encode, readText, type TextFile, type Undecodable } from '../node/read-text.ts';
import { replaceText } from '../node/write-text.ts';
import type { Arguments } from './arguments.ts';
import { addTo, emptySummary, type CheckedFile, type Report } from './checked.ts';
import type { Core } from './core.ts';
import { harmless, withSlashes } from './display.ts';
import { gather } from './gather.ts';
import { jsonReport } from './output/json.ts';
import { Progress } from './progress.ts';
import { SettingsFinder, type Settings } from './settings.ts';
import type { Surroundings } from './streams.ts';
import { isUsageError } from './usage-error.ts';

const largest = 50 * 1024 * 1024;

/** Checks what the arguments mean, shows it, and returns the exit status. */
export async function check(args: Arguments, around: Surroundings): Promise<0 | 1 | 2> {
  return new Check(args, around, await around.core()).run();
}

class Check {
  private readonly args: Arguments;
  private readonly around: Surroundings;
  private readonly core: Core;
  private readonly settings: SettingsFinder;
  private readonly progress: Progress;
  private readonly summary = emptySummary();
  private report!: Report;
  private failed = false;

  constructor(args: Arguments, around: Surroundings, core: Core) {
    this.args = args;
    this.around = around;
    this.core = core;
    this.progress = new Progress(around, args.quiet);
    this.settings = new SettingsFinder(core, args, around.cwd, (file, problem) => this.complain(file, problem));
  }

  async run(): Promise<0 | 1 | 2> {
    const { args, around } = this;
    // The mended document is what a caller with --stdin --fix reads from standard output; the rest goes beside it.
    const out = args.stdinPath !== null && args.fix ? around.stderr : around.stdout;
    this.report = args.format === 'json'
      ? jsonReport(out)
      : (await import('./output/pretty.ts')).prettyReport(out, { colour: args.colour && !around.env['NO_COLOR'] && out.isTTY === true, quiet: args.quiet, beforeWriting: () => this.progress.clear() });
    if (args.stdinPath !== null) await this.standardInput(args.stdinPath);
    else await this.files();
    this.progress.clear();
    this.report.end(this.summary);
    if (this.failed) return 2;
    return args.failOn !== 'never' && levels.slice(0, levels.indexOf(args.failOn) + 1).some((level) => this.summary[level] > 0) ? 1 : 0;
  }

  private async files(): Promise<void> {
    const operands = this.args.operands;
    for await (const { file, named, problem } of gather(operands, this.around.cwd, this.settings)) {
      this.progress.step(this.shown(file));
      if (problem) this.unreadable(file, problem);
      else await this.oneSafely(file, named);
    }
  }

  /** A fault of ours in one file must not keep the others from being checked. */
  private async oneSafely(file: string, named: boolean): Promise<void> {
    try {
      await this.one(file, named);
    } catch (error) {
      if (isUsageError(error)) throw error;
      if (this.around.env['REPLYLINT_DEBUG']) this.around.stderr.write(`${(error as Error).stack}\n`);
      this.unreadable(file, { message: `ReplyLint stumbled over this file, and that is our fault: ${error instanceof Error ? error.message : String(error)}.` });
    }
  }

  private async one(file: string, named: boolean): Promise<void> {
    const settings = await this.settings.of(path.dirname(file));
    if (!settings) return;
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > largest) {
      const problem = { message: `This file is larger than 50 MB and was left out. Split it, or leave it out with "exclude".` };
      if (named) this.unreadable(file, problem);
      else this.say(file, problem);
      return;
    }
    const read = readText(file);
    if (!('text' in read)) {
      if (named || !('roughly' in read) || this.looksLikeReplies(file, read, settings)) this.unreadable(file, read.problem);
      return;
    }
    let content: TextFile = read;
    let fixed = 0;
    if (this.args.fix) {
      const mended = this.core.fixText(settings.linter, { path: settings.relative(file), text: read.text, named, encoding: read.encoding }, this.args.fix);
      if (mended.text !== read.text) {
        const problem = replaceText(file, { ...read, text: mended.text });
        if (problem) this.complain(file, problem);
        else {
          content = { ...read, text: mended.text };
          fixed = mended.applied;
        }
      }
    }
    this.lint(file, content, named, settings, fixed);
  }

  private async standardInput(name: string): Promise<void> {
    const file = path.resolve(this.around.cwd, name);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.around.stdin) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const settings = await this.settings.of(path.dirname(file));
    const read = decode(bytes);
    if (!('text' in read)) this.unreadable(file, read.problem);
    const mended = settings && 'text' in read && this.args.fix
      ? this.core.fixText(settings.linter, { path: settings.relative(file), text: read.text, named: true, encoding: read.encoding }, this.args.fix)
      : null;
    // A caller replaces its document with what comes back, so it always comes back, mended or not.
    if (this.args.fix) this.around.stdout.write(mended && 'text' in read ? encode({ ...read, text: mended.text }) : bytes);
    if (settings && 'text' in read) this.lint(file, { ...read, text: mended?.text ?? read.text }, true, settings, mended?.applied ?? 0);
  }

  private lint(file: string, { text, encoding, bom }: TextFile, named: boolean, settings: Settings, fixed: number): void {
    const found = settings.linter.lint({ path: settings.relative(file), text, named, encoding });
    if (found.format === null && !found.error) return;
    const result: FileResult = { ...found, path: this.shown(file), encoding, bom };
    if (result.error) this.complain(file, result.error);
    this.add({ result, text, fixed });
  }

  /** A file that is not text in any encoding we know matters only where it holds replies: others were never ours to read. */
  private looksLikeReplies(file: string, { roughly }: Undecodable, settings: Settings): boolean {
    return settings.linter.lint({ path: settings.relative(file), text: roughly, named: false }).format !== null;
  }

  private unreadable(file: string, problem: Problem): void {
    this.complain(file, problem);
    const error = { message: problem.message, line: problem.line ?? 1, column: problem.column ?? 1 };
    this.add({ result: { path: this.shown(file), format: null, encoding: 'utf-8', bom: false, error, responses: [], findings: [] }, text: '', fixed: 0 });
  }

  private add(checked: CheckedFile): void {
    addTo(this.summary, checked, this.args.format === 'pretty');
    this.report.file(checked);
  }

  private complain(file: string, problem: Problem): void {
    this.failed = true;
    this.say(file, problem);
  }

  private say(file: string, { message, line, column }: Problem): void {
    this.progress.clear();
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
    this.around.stderr.write(`${harmless(this.shown(file))}${place}: ${harmless(message)}\n`);
  }

  /** A path as a person in this folder would write it. */
  private shown(file: string): string {
    const relative = path.relative(this.around.cwd, file);
    const far = path.isAbsolute(relative) || (relative.startsWith('..') && this.args.operands.some((operand) => path.isAbsolute(operand)));
    return withSlashes(far ? file : relative || '.');
  }
}
