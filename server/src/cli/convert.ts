import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { exportToFiles, filesToExport, type Export } from '../core/convert/convert.ts';
import type { Problem } from '../node/problem.ts';
import { encode, readText } from '../node/read-text.ts';
import { exportFolder, readReplyFolder, writeReplyFolder, type ReplyFolder } from '../node/reply-folder.ts';
import { createText, replaceText } from '../node/write-text.ts';
import type { Arguments } from './arguments.ts';
import { harmless, withSlashes } from './display.ts';
import { SettingsFinder } from './settings.ts';
import type { Surroundings } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** Turns an export into a folder of replies, or such a folder back into its export; returns the exit status. */
export async function convert(args: Arguments, around: Surroundings): Promise<0 | 2> {
  if (args.to === null) throw new UsageError(`Where should it go? For example: replylint convert ${args.operands[0]} --to ${/\.\w+$/.test(args.operands[0]!) ? 'replies' : 'macros.json'}.`);
  const from = path.resolve(around.cwd, args.operands[0]!);
  const to = path.resolve(around.cwd, args.to);
  const stat = statSync(from, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`There is no file or folder "${args.operands[0]}".`);
  const conversion = new Conversion(args, around, from, to);
  return stat.isDirectory() ? conversion.back() : conversion.forth();
}

class Conversion {
  private readonly args: Arguments;
  private readonly around: Surroundings;
  private readonly from: string;
  private readonly to: string;
  private failed = false;

  constructor(args: Arguments, around: Surroundings, from: string, to: string) {
    this.args = args;
    this.around = around;
    this.from = from;
    this.to = to;
  }

  /** From an export to a folder. */
  async forth(): Promise<0 | 2> {
    const { from, to } = this;
    const there = statSync(to, { throwIfNoEntry: false });
    if (there && !there.isDirectory()) throw new UsageError(`${this.shown(to)} is a file. Please name a folder for the replies.`);
    if (there && readdirSync(to).length > 0 && !this.args.force) throw new UsageError(`${this.shown(to)} is there and not empty. Choose another folder, or add --force to replace the replies in it.`);
    const settings = await new SettingsFinder(await this.around.core(), this.args, this.around.cwd, (file, problem) => { this.complain(file, problem); }).of(path.dirname(from));
    if (!settings) return 2;
    const read = readText(from);
    if (!('text' in read)) return this.complain(from, read.problem);
    const file: Export = { path: settings.relative(from), text: read.text, encoding: read.encoding, formats: settings.formats };
    const converted = exportToFiles(file);
    if (converted?.problem) return this.complain(from, { message: `${converted.problem} Please mend that first; nothing was written.` });
    if (!converted || converted.files.length === 0) return this.complain(from, { message: 'No replies were found in this file; docs/formats.md lists what is read. Nothing was written.' });
    const manifest = { version: 1 as const, name: path.basename(from), path: file.path, files: converted.files.map(({ name }) => name), ...(settings.formats.length > 0 && { formats: settings.formats }) };
    mkdirSync(path.dirname(to), { recursive: true });
    const problem = writeReplyFolder(to, manifest, readFileSync(from), converted.files);
    if (problem) return this.complain(to, problem);
    this.tell(`Wrote ${counted(converted.files.length, 'reply', 'replies')} of ${this.shown(from)} to ${this.shown(to)}. When they are edited, bring them back: replylint convert ${this.shown(to)} --to ${this.shown(from)} --force\n`);
    return 0;
  }

  /** From a folder to its export. */
  async back(): Promise<0 | 2> {
    const folder = readReplyFolder(this.from);
    if (!folder) throw new UsageError(`${this.shown(this.from)} was not made by "replylint convert": it has no ${exportFolder} folder. To make one: replylint convert EXPORT --to FOLDER.`);
    if ('problem' in folder) return this.complain(this.from, folder.problem);
    const read = readText(folder.original);
    if (!('text' in read)) return this.complain(folder.original, read.problem);
    const formats = await this.formatsOf(folder);
    if (!formats) return 2;
    const file: Export = { path: folder.manifest.path, text: read.text, encoding: read.encoding, formats };
    const fresh = exportToFiles(file)?.files ?? [];
    if (fresh.map(({ name }) => name).join('/') !== folder.manifest.files.join('/')) {
      return this.complain(this.from, { message: `The export that is kept in ${exportFolder} does not fit these replies any more. Convert the export again into another folder, and copy your changes over. Nothing was written.` });
    }
    for (const { name, problem } of folder.unreadable) this.complain(path.join(this.from, name), problem);
    const spared = folder.unreadable.flatMap(({ name }) => fresh.filter((each) => each.name === name));
    const { text, changed, problems } = filesToExport(file, [...folder.replies, ...spared]);
    for (const message of problems) this.complain(this.from, { message });
    return this.writeExport({ ...read, text }, changed, readFileSync(folder.original));
  }

  private async writeExport(content: Parameters<typeof encode>[0], changed: number, original: Buffer): Promise<0 | 2> {
    const { to } = this;
    if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${this.shown(to)} is a folder. Please name the file to write.`);
    const isThere = existsSync(to);
    const bytes = changed === 0 ? original : encode(content);
    const now = isThere ? readFileSync(to) : null;
    if (now?.equals(bytes)) this.tell(`${this.shown(to)} is up to date: it has these texts already.\n`);
    else {
      if (now && !this.args.force) throw new UsageError(`${this.shown(to)} is there already. Add --force to replace it${now.equals(original) ? '' : '; it is not the export that these replies came from, and what was changed in it since then would be lost'}.`);
      const problem = isThere ? replaceText(to, content) : createText(to, content);
      if (problem) return this.complain(to, problem);
      this.tell(`Wrote ${this.shown(to)} with ${changed === 0 ? 'no text changed' : counted(changed, 'changed text', 'changed texts')}.\n`);
    }
    return this.failed ? 2 : 0;
  }

  private async formatsOf({ manifest }: ReplyFolder): Promise<Export['formats'] | null> {
    if (manifest.formats === undefined) return [];
    const { parseConfig } = await import('../core/config/parse.ts');
    const { config, problems } = parseConfig(JSON.stringify({ formats: manifest.formats }), 'convert.json', [], undefined);
    for (const problem of problems) this.complain(path.join(this.from, exportFolder, 'convert.json'), problem);
    return problems.length > 0 ? null : (config.formats ?? []);
  }

  private complain(file: string, { message }: Problem): 2 {
    this.failed = true;
    this.around.stderr.write(`${harmless(this.shown(file))}: ${harmless(message)}\n`);
    return 2;
  }

  private tell(message: string): void {
    if (!this.args.quiet) this.around.stdout.write(message);
  }

  private shown(file: string): string {
    const relative = path.relative(this.around.cwd, file);
    return withSlashes(path.isAbsolute(relative) || relative.startsWith('..') ? file : relative || '.');
  }
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
