// Node's own parser of arguments: it costs nothing at start, and its tokens let us say what was meant.
import { parseArgs } from 'node:util';
import { didYouMean, listed, nearest } from '../core/config/nearest.ts';
import { levels, type Level } from '../core/model.ts';
import type { FixMode } from './core.ts';
import { UsageError } from './usage-error.ts';

export const formats = ['pretty', 'json'] as const;
export type OutputFormat = (typeof formats)[number];

/** What a command line asks for, complete and checked. */
export interface Arguments {
  readonly verb: 'check' | 'checklist' | 'convert' | 'render' | 'explain' | 'rules' | 'help' | 'version';
  /** Paths and globs of `check`, the rule of `explain`. */
  readonly operands: readonly string[];
  readonly format: OutputFormat;
  readonly fix: FixMode | null;
  /** The name of the document on standard input, null where files are read. */
  readonly stdinPath: string | null;
  readonly failOn: Level | 'never';
  readonly minLevel: Level | null;
  readonly config: string | null;
  /** The framework of checklists, null for the settings' own. */
  readonly framework: string | null;
  /** The texts that `render` writes out, by their numbers from 1. */
  readonly show: 'all' | readonly number[];
  readonly rules: readonly string[];
  readonly withoutRules: readonly string[];
  /** Where a conversion goes; null for all other verbs. */
  readonly to: string | null;
  /** Whether a conversion may replace what is there. */
  readonly force: boolean;
  readonly quiet: boolean;
  readonly colour: boolean;
}

const options = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'fix-suggestions': { type: 'boolean' },
  stdin: { type: 'boolean' },
  'stdin-path': { type: 'string' },
  'fail-on': { type: 'string' },
  'min-level': { type: 'string' },
  config: { type: 'string' },
  framework: { type: 'string' },
  show: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'no-rule': { type: 'string', multiple: true },
  to: { type: 'string' },
  force: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;
type OptionName = keyof typeof options;

const verbs = ['check', 'fix', 'checklist', 'convert', 'render', 'explain', 'rules'] as const;

/**
 * @param exists whether there is a file or folder of this name, so that a path can stand where a verb could.
 * @throws UsageError with one sentence that names the nearest valid word.
 */
export function readArguments(argv: readonly string[], exists: (name: string) => boolean): Arguments {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const flags = new Set<OptionName>();
  const values = new Map<OptionName, string[]>();
  const positionals: string[] = [];
  let onlyPaths = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') onlyPaths ||= positionals.length === 0;
    else if (token.kind === 'positional') positionals.push(token.value);
    else {
      const name = knownOption(token.name, token.rawName);
      if (options[name].type === 'boolean') {
        if (token.value !== undefined) throw new UsageError(`--${name} stands alone, without "=${token.value}".`);
        flags.add(name);
      } else if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('-'))) throw new UsageError(`--${name} needs a value after it.`);
      else values.set(name, [...(values.get(name) ?? []), token.value]);
    }
  }

  const one = (name: OptionName): string | null => values.get(name)?.at(-1) ?? null;
  const chosen = <T extends string>(name: OptionName, among: readonly T[], noun: string): T | null => {
    const value = one(name);
    if (value === null || among.includes(value as T)) return value as T | null;
    throw new UsageError(`"${value}" is not a ${noun} for --${name}. ${didYouMean(value, among, `${noun}s`)}`);
  };

  const [verb, operands] = verbOf(positionals, onlyPaths, exists, argv.length === 0);
  const stdinPath = one('stdin-path');
  if (stdinPath !== null && !flags.has('stdin')) throw new UsageError('--stdin-path names the document on standard input, so it needs --stdin beside it.');
  if (flags.has('stdin') && operands.length > 0) throw new UsageError(`With --stdin there is one document, from standard input; "${operands[0]}" cannot be checked as well.`);
  if (verb !== 'render' && one('show') !== null) throw new UsageError('--show writes out the texts of "replylint render", so it stands beside it.');
  if (verb !== 'convert' && one('to') !== null) throw new UsageError('--to says where a conversion goes, so it stands beside "replylint convert".');
  return {
    verb: flags.has('help') ? 'help' : flags.has('version') ? 'version' : verb === 'fix' ? 'check' : verb,
    operands,
    format: chosen('format', formats, 'format') ?? 'pretty',
    fix: flags.has('fix-suggestions') ? 'suggestions' : flags.has('fix') || verb === 'fix' ? 'safe' : null,
    stdinPath: flags.has('stdin') ? (stdinPath ?? 'stdin.reply.txt') : null,
    failOn: chosen('fail-on', [...levels, 'never'] as const, 'level') ?? 'warning',
    minLevel: chosen('min-level', levels, 'level'),
    config: one('config'),
    framework: one('framework'),
    show: shownTexts(one('show')),
    rules: values.get('rule') ?? [],
    withoutRules: values.get('no-rule') ?? [],
    to: one('to'),
    force: flags.has('force'),
    quiet: flags.has('quiet'),
    colour: !flags.has('no-color'),
  };
}

/** `all`, or numbers such as `1,3`. */
function shownTexts(value: string | null): Arguments['show'] {
  if (value === null) return [];
  if (value === 'all') return 'all';
  if (!/^\d+(?:,\d+)*$/.test(value)) throw new UsageError(`--show takes "all", or numbers of texts such as 1,3; "${value}" is neither.`);
  return value.split(',').map(Number);
}

function knownOption(name: string, raw: string): OptionName {
  if (Object.hasOwn(options, name) && (raw.startsWith('--') || raw.length === 2)) return name as OptionName;
  const meant = nearest(name, Object.keys(options));
  throw new UsageError(`There is no option ${raw}. ${meant === null ? 'The command "replylint --help" lists them.' : `Did you mean --${meant}?`}`);
}

function verbOf(positionals: readonly string[], onlyPaths: boolean, exists: (name: string) => boolean, bare: boolean): [(typeof verbs)[number] | 'help', readonly string[]] {
  const [first, ...rest] = positionals;
  if (bare) return ['help', []];
  if (first === undefined || onlyPaths) return ['check', positionals];
  if ((verbs as readonly string[]).includes(first)) {
    if (first === 'explain' && rest.length !== 1) throw new UsageError('Which rule or framework should be explained? For example: replylint explain policy-shield.');
    if (first === 'convert' && rest.length !== 1) throw new UsageError('What should be converted? For example: replylint convert macros.json --to replies.');
    if (first === 'rules' && rest.length > 0) throw new UsageError(`"replylint rules" lists all rules and takes no "${rest[0]}".`);
    return [first as (typeof verbs)[number], rest];
  }
  if (first === 'help') return ['help', []];
  if (exists(first) || /[\\/*?[\]{}.]/.test(first)) return ['check', positionals];
  const meant = nearest(first, verbs);
  throw new UsageError(`"${first}" is neither a command nor a file here. ${meant === null ? `The commands are ${listed(verbs)}.` : `Did you mean "replylint ${meant}"?`}`);
}
