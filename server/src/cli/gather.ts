import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../core/config/nearest.ts';
import { explainFileError, type Problem } from '../node/problem.ts';
import { withSlashes } from './display.ts';
import type { Settings, SettingsFinder } from './settings.ts';

/** A file to check, or something that stands in the way of one. */
export interface Gathered {
  /** Absolute. */
  readonly file: string;
  /** True where somebody asked for this very file: then it must be readable. */
  readonly named: boolean;
  readonly problem?: Problem;
}

/** All files that the paths and globs of a command line mean, each once. Without any: what the settings include, or `cwd`. */
export async function* gather(operands: readonly string[], cwd: string, settings: SettingsFinder): AsyncGenerator<Gathered> {
  const seen = new Set<string>();
  for await (const found of operands.length > 0 ? operandsOf(operands, cwd, settings) : withoutOperands(cwd, settings)) {
    if (seen.has(found.file)) continue;
    seen.add(found.file);
    yield found;
  }
}

async function* operandsOf(operands: readonly string[], cwd: string, settings: SettingsFinder): AsyncGenerator<Gathered> {
  for (const operand of operands) {
    const file = path.resolve(cwd, operand);
    let isFolder = false;
    try {
      isFolder = statSync(file).isDirectory();
    } catch (error) {
      if (/[*?[\]{}]/.test(operand)) yield* globbed(operand, cwd, settings);
      else yield { file, named: true, problem: missing(file, error) };
      continue;
    }
    if (isFolder) yield* folder(file, settings);
    else yield { file, named: true };
  }
}

async function* withoutOperands(cwd: string, settings: SettingsFinder): AsyncGenerator<Gathered> {
  const here = await settings.of(cwd);
  if (here?.include) yield* included(here, settings);
  else if (here) yield* folder(cwd, settings);
}

/** Every file under a folder that may hold replies, and is not excluded. */
async function* folder(root: string, settings: SettingsFinder): AsyncGenerator<Gathered> {
  const { walk, mayHoldReplies } = await import('../node/walk.ts');
  for await (const found of walk(root, (inside) => exclusions(inside, settings))) {
    if (found.problem) {
      yield { file: found.file, named: true, problem: found.problem };
      continue;
    }
    const named = (await settings.of(path.dirname(found.file)))?.includes(found.file) ?? false;
    if (named || mayHoldReplies(found.file)) yield { file: found.file, named };
  }
}

/** The files that the `include` of a config means. */
async function* included(here: Settings, settings: SettingsFinder): AsyncGenerator<Gathered> {
  const { walk } = await import('../node/walk.ts');
  for await (const found of walk(here.folder, (inside) => exclusions(inside, settings))) {
    if (found.problem || here.includes(found.file)) yield { ...found, named: true };
  }
}

/** The files that a glob means, counted from the folder one is in, as in a shell. */
async function* globbed(glob: string, cwd: string, settings: SettingsFinder): AsyncGenerator<Gathered> {
  const [{ walk }, { compileGlobs }] = await Promise.all([import('../node/walk.ts'), import('../core/config/globs.ts')]);
  const { fixed, rest } = parted(withSlashes(glob));
  const root = path.resolve(cwd, fixed);
  const means = compileGlobs(`/${rest}`);
  let any = false;
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    for await (const found of walk(root, (inside) => exclusions(inside, settings))) {
      if (!found.problem && !means(withSlashes(path.relative(root, found.file)))) continue;
      any = true;
      yield { ...found, named: true };
    }
  }
  if (!any) yield { file: path.resolve(cwd, glob), named: true, problem: { message: 'No file matches this.' } };
}

async function exclusions(inside: string, settings: SettingsFinder): Promise<(entry: string) => boolean> {
  const here = await settings.of(inside);
  return here ? (entry) => here.excludes(entry) : () => true;
}

/** A glob's folders before its first wildcard, and what comes after them. */
function parted(glob: string): { fixed: string; rest: string } {
  const parts = glob.split('/');
  const wild = parts.findIndex((part) => /[*?[\]{}()!]/.test(part));
  const fixed = parts.slice(0, wild).join('/');
  return { fixed: fixed === '' && glob.startsWith('/') ? '/' : fixed, rest: parts.slice(wild).join('/') };
}

function missing(file: string, error: unknown): Problem {
  const problem = explainFileError(error, 'read');
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return problem;
  try {
    const meant = nearest(path.basename(file), readdirSync(path.dirname(file)));
    return meant === null ? problem : { message: `${problem.message} Did you mean "${meant}"?` };
  } catch {
    return problem;
  }
}
