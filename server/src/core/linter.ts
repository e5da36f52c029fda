import type { Config } from './config/config.ts';
import { compileGlobs } from './config/globs.ts';
import { Frameworks, usualFramework } from './frameworks/frameworks.ts';
import type { CompiledFramework } from './frameworks/framework.ts';
import { checklistOf, insertForStep } from './replies/checklist.ts';
import { type StepWords, wordsForStep } from './replies/step-words.ts';
import type { SessionChange } from './files/change.ts';
import { ReplyDocument, type DocumentSettings, type FoundReplies, type Written } from './files/document.ts';
import type { WorstFindings } from './files/view.ts';
import type { Declared, FileResult, Finding, Level, Range, ResponseChecklist, TextEdit } from './model.ts';
import type { Inflect } from './pattern/compile.ts';
import { Vocabulary } from './prose/vocabulary.ts';
import { knowingPlatform } from './platforms/knowing-platform.ts';
import { configuredFormats } from './readers/configured/format.ts';
import { formats as allFormats, namedFormats, isWellKnown, syntaxProblem } from './readers/formats.ts';
import type { Format } from './readers/reader.ts';
import { withinEncoding } from './readers/within-encoding.ts';
import { slug } from './replies/response-id.ts';
import type { VariableHelp, SnippetOffer, VariableOffer } from './replies/variables.ts';
import type { Encoding } from './text/encoding.ts';
import { RuleFinder } from './rules/finder.ts';
import { compileHouseRules, recompileShipped } from './rules/house.ts';
import { ruleLibrary, tables } from './rules/shipped.ts';
import type { CompiledRule } from './rules/tables.ts';

/** One file as a client hands it over. */
export interface LintInput {
  /** Path with `/` between its parts; decides the format together with the text; need not exist. */
  readonly path: string;
  /** A byte-order mark at its start is not counted in any position. */
  readonly text: string;
  /** True where a person asked for this very file (named, included, standard input): then a file that does not parse is an error. */
  readonly named?: boolean;
  /** The encoding that the text will be written in; UTF-8 where nothing is said. What it cannot hold is in no fix. */
  readonly encoding?: Encoding;
}

/** An open document. Its result always equals a fresh `lint()` of its present text. */
export interface Session {
  readonly path: string;
  /** The present text. */
  text(): string;
  /** Edits refer to the text before the call, do not overlap, and are applied together. */
  edit(edits: readonly TextEdit[]): SessionChange;
  /** The present result. What was handed out stays as it is; its parts are put together when they are first read. */
  result(): FileResult;
  /** The findings that touch a range, without a look at the rest of the file. */
  findingsIn(range: Range): readonly Finding[];
  /** At most so many findings: all in their order, or the worst of them, worst first, where there are more. */
  worst(limit: number): WorstFindings;
  /**
   * The checklist of each response, by the config's framework where none is named.
   * @throws RangeError where there is no framework of this id.
   */
  checklists(framework?: string): ResponseChecklist[];
  /**
   * Edits that put words (plain text, paragraphs parted by an empty line) for a step of a framework where they belong in a
   * response, in the file's own syntax; or why this place cannot hold them. Null where there is no such response or step.
   * @throws RangeError where there is no framework of this id.
   */
  insertForStep(response: string, step: string, words: string, framework?: string): Written | null;
  /**
   * Ready words for a step in a response, best first, with the variables that its platform knows.
   * @throws RangeError where there is no framework of this id.
   */
  wordsForStep(response: string, step: string, framework?: string): readonly StepWords[];
  /** The placeholder at an offset and what its platform says of it; null where there is none, or no known platform. */
  variableAt(offset: number): VariableHelp | null;
  /** The variables of the platform that can stand at an offset: after an opening sign, or, where `asked`, anywhere in customer text. */
  variablesFor(offset: number, asked: boolean): readonly VariableOffer[];
  /** Ready words that could stand at an offset: after the beginning of a word that finds them, or, where `asked`, on an empty line. */
  snippetsFor(offset: number, asked: boolean): readonly SnippetOffer[];
}

export interface Linter {
  /** Checks one file. `fixes` of a finding are worked out when they are read. */
  lint(file: LintInput): FileResult;
  open(file: LintInput): Session;
  /** A file's result, and its replies as their readers see them, for clients that look at what a reply turns into. */
  replies(file: LintInput): FoundReplies;
  /** Id of the framework that checklists follow where none is named. */
  readonly framework: string;
  /** The frameworks that there are under this config, the shipped ones first. */
  frameworks(): readonly Pick<CompiledFramework, 'id' | 'title' | 'about' | 'source' | 'steps'>[];
}

/** What a client may bring along. */
export interface LinterParts {
  /** All forms of an English word, the first five those of a verb (take, takes, took, taken, taking), for house rules that inflect words (`refund~`) which no shipped rule inflects. */
  readonly inflect?: Inflect;
  /** In place of the formats that ship; for tests. */
  readonly formats?: readonly Format[];
}

/** The rules that hold under a config: its own, and the shipped ones. One vocabulary serves both. */
function findersFor(config: Config, inflect: Inflect | undefined): { vocabulary: Vocabulary; finders: RuleFinder[] } {
  const vocabulary = new Vocabulary(tables.words);
  if (!config.rules?.length && !config.lexicons) return { vocabulary, finders: [new RuleFinder(tables, vocabulary)] };
  const library = ruleLibrary();
  const forms: Inflect = (word) => (Object.hasOwn(library.forms, word) ? library.forms[word]! : (inflect?.(word) ?? [word]));
  const shipped = recompileShipped(config, library, tables, vocabulary, forms) ?? tables;
  const house = compileHouseRules(config, library, vocabulary, forms);
  return { vocabulary, finders: [shipped, ...(house ? [house] : [])].map((each) => new RuleFinder(each, vocabulary)) };
}

/**
 * A linter for this config. Pure: it reads no file and keeps nothing but its rules.
 * @throws RuleError where a house rule cannot be read; `parseConfig` finds that first, with its line.
 */
export function createLinter(config: Config = {}, parts: LinterParts = {}): Linter {
  const { vocabulary, finders } = findersFor(config, parts.inflect);
  const frameworks = new Frameworks(config, ruleLibrary, parts.inflect ?? ((word) => [word]));
  const level = (rule: CompiledRule, usual: Level): Level | null => {
    const set = config.levels?.[rule.id];
    return set === undefined ? usual : set === 'off' ? null : set;
  };
  const replies = (config.replies ?? []).map((setting) => ({
    ...setting,
    inPath: setting.path === undefined ? () => true : compileGlobs(setting.path),
    ids: setting.id === undefined ? null : typeof setting.id === 'string' ? [setting.id] : setting.id,
  }));

  const configured = config.formats?.length ? configuredFormats(config.formats) : null;
  const withPlatform = knowingPlatform(config.formats ?? []);
  const asked = (all: readonly Format[]): readonly Format[] => (configured ? [...configured.own, ...all].map(configured.withPlaceholders) : all).map(withPlatform);
  const [found, foundNamed] = parts.formats ? [asked(parts.formats), asked(parts.formats)] : [asked(allFormats), asked(namedFormats)];

  const settings = ({ path, text, named, encoding = 'utf-8' }: LintInput, keepsTexts: boolean): DocumentSettings => {
    const here = replies.filter((setting) => setting.inPath(path));
    const declare = (id: string | null, title: string): Declared => here.length === 0 ? {} :
      Object.assign({}, ...here.filter(({ ids }) => !ids || ids.includes(id ?? slug(title))).map(({ kind, purpose, channel, locale, platform }) => defined({ kind, purpose, channel, locale, platform })));
    const check = { path, vocabulary, finders, declare, level };
    return {
      path,
      encoding,
      bom: text.charCodeAt(0) === 0xfeff,
      reportErrors: named === true || isWellKnown(path) || configured?.describes(path) === true,
      formats: withinEncoding(named ? foundNamed : found, encoding),
      check,
      minLevel: config['min-level'] ?? 'info',
      level,
      keepsTexts,
      checklist: (reply, id) => checklistOf(reply, check, frameworks.get(id)),
      insertForStep: (reply, family, step, words, id) => insertForStep(reply, check, frameworks.get(id), family, step, words),
      wordsForStep: (reply, family, step, id) => wordsForStep(reply, check, family, frameworks.get(id).framework.id, step),
      syntaxProblem: (text) => syntaxProblem({ path, text }),
    };
  };
  const documentOf = (file: LintInput, keepsTexts: boolean): ReplyDocument => {
    const known = settings(file, keepsTexts);
    return new ReplyDocument(known.bom ? file.text.slice(1) : file.text, known);
  };

  return {
    framework: config.framework ?? usualFramework,
    frameworks: () => frameworks.list(),
    // All of it at once: nobody edits this file, and its parts need not be kept.
    lint: (file) => ({ ...documentOf(file, true).result() }),
    replies: (file) => documentOf(file, true).replies(),
    open(file) {
      const document = documentOf(file, false);
      return {
        path: file.path,
        text: () => document.text(),
        result: () => document.result(),
        findingsIn: (range) => document.findingsIn(range),
        worst: (limit) => document.worst(limit),
        insertForStep: (response, step, words, framework) => document.insertForStep(response, step, words, framework),
        wordsForStep: (response, step, framework) => document.wordsForStep(response, step, framework),
        checklists: (framework) => document.checklists(framework),
        variableAt: (offset) => document.variableAt(offset),
        variablesFor: (offset, asked) => document.variablesFor(offset, asked),
        snippetsFor: (offset, asked) => document.snippetsFor(offset, asked),
        edit: (edits) => document.edit(edits),
      };
    },
  };
}

function defined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>;
}
