import path from 'node:path';
import type { Config, Linter } from '../core/index.ts';
import { mergeConfig } from '../core/config/merge.ts';
import { didYouMean } from '../core/config/nearest.ts';
import { unknownRule } from '../core/config/mistakes.ts';
import { levels } from '../core/model.ts';
import { findConfig } from '../node/find-config.ts';
import type { Problem } from '../node/problem.ts';
import { readText } from '../node/read-text.ts';
import type { Arguments } from './arguments.ts';
import type { Core } from './core.ts';
import { withSlashes } from './display.ts';
import { UsageError } from './usage-error.ts';

/** What holds for the files of one folder. */
export interface Settings {
  /** The folder that the globs of the config count from. */
  readonly folder: string;
  readonly linter: Linter;
  readonly include: readonly string[] | null;
  /** What the config says of files in shapes of their own. */
  readonly formats: NonNullable<Config['formats']>;
  /** A file's path as the config's globs see it. */
  relative(file: string): string;
  includes(file: string): boolean;
  excludes(file: string): boolean;
}

/** Finds, reads and remembers the settings of each folder: its nearest config, under what the command line says. */
export class SettingsFinder {
  private readonly core: Core;
  private readonly args: Arguments;
  private readonly cwd: string;
  private readonly report: (file: string, problem: Problem) => void;
  private readonly configs = new Map<string, string | null>();
  private readonly settings = new Map<string | null, Promise<Settings | null>>();

  constructor(core: Core, args: Arguments, cwd: string, report: (file: string, problem: Problem) => void) {
    this.core = core;
    this.args = args;
    this.cwd = cwd;
    this.report = report;
  }

  /** Null where the config has mistakes; they have been reported then. */
  of(folder: string): Promise<Settings | null> {
    const config = this.args.config === null ? findConfig(folder, this.configs) : path.resolve(this.cwd, this.args.config);
    let settings = this.settings.get(config);
    if (!settings) this.settings.set(config, (settings = this.load(config)));
    return settings;
  }

  private async load(file: string | null): Promise<Settings | null> {
    const config = file === null ? {} : await this.read(file);
    if (config === null) return null;
    const { compileGlobs } = config.include || config.exclude ? await import('../core/config/globs.ts') : { compileGlobs: () => () => false };
    const merged = this.underArguments(config);
    const folder = file === null ? this.cwd : path.dirname(file);
    const relative = (at: string) => withSlashes(path.relative(folder, at));
    const includes = compileGlobs(config.include ?? []);
    const excludes = compileGlobs(config.exclude ?? []);
    const linter = this.core.createLinter(merged, this.core.inflect ? { inflect: this.core.inflect } : {});
    const wanted = this.args.framework;
    if (wanted !== null) {
      const ids = linter.frameworks().map(({ id }) => id);
      if (!ids.includes(wanted)) throw new UsageError(`There is no framework "${wanted}". ${didYouMean(wanted, ids, 'frameworks')}`);
    }
    return {
      folder,
      linter,
      include: config.include ?? null,
      formats: config.formats ?? [],
      relative,
      includes: (at) => includes(relative(at)),
      excludes: (at) => excludes(relative(at)),
    };
  }

  private async read(file: string): Promise<Config | null> {
    const { parseConfig } = await import('../core/config/parse.ts');
    const read = readText(file);
    if (!('text' in read)) {
      this.report(file, read.problem);
      return null;
    }
    const { config, problems } = parseConfig(read.text, file, this.core.rules.map(({ id }) => id), this.core.ruleLibrary);
    for (const problem of problems) this.report(file, problem);
    return problems.length === 0 ? config : null;
  }

  private underArguments(config: Config): Config {
    const { minLevel, failOn, rules, withoutRules, framework } = this.args;
    const over: { levels?: Record<string, 'off'>; 'min-level'?: Config['min-level'] & string; framework?: string } = {};
    // A rule that was asked for by name is shown whatever its level, and what decides the exit status is shown too.
    const fallback = config['min-level'] ?? (rules.length > 0 ? 'hint' : 'info');
    const shown = minLevel ?? (failOn !== 'never' && levels.indexOf(failOn) > levels.indexOf(fallback) ? failOn : fallback);
    if (shown !== config['min-level']) over['min-level'] = shown;
    if (rules.length + withoutRules.length > 0) {
      const ids = this.core.rules.map(({ id }) => id);
      for (const id of [...rules, ...withoutRules]) if (!ids.includes(id)) throw new UsageError(unknownRule(id, ids));
      const off = ids.filter((id) => withoutRules.includes(id) || (rules.length > 0 && !rules.includes(id)));
      over.levels = Object.fromEntries(off.map((id) => [id, 'off' as const]));
    }
    if (framework !== null) over.framework = framework;
    if (Object.keys(over).length === 0) return config;
    return mergeConfig(config, over);
  }
}
