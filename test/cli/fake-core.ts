import type { Config, FileResult, Finding, Fix, Level, LintInput, Linter } from '../../server/src/core/index.ts';
import type { Core } from '../../server/src/cli/core.ts';
import { levels } from '../../server/src/core/model.ts';

/** One rule per level and kind of fix, each on a word of its own, so that tests of the command line need no language. */
const words: Record<string, { level: Level; fix: string | null; safe: boolean; fillIns: number }> = {
  ROTTEN: { level: 'error', fix: null, safe: false, fillIns: 0 },
  BAD: { level: 'warning', fix: 'GOOD', safe: false, fillIns: 0 },
  GAP: { level: 'warning', fix: '[what happened]', safe: false, fillIns: 1 },
  MEH: { level: 'info', fix: 'FINE', safe: true, fillIns: 0 },
  HM: { level: 'hint', fix: null, safe: false, fillIns: 0 },
};

/** The files of the fake format: replies separated by blank lines. `BROKEN` keeps a named file from being read. */
function lint({ path, text, named }: LintInput, config: Config): FileResult {
  const empty = { path, format: null, encoding: 'utf-8', bom: false, error: null, responses: [], findings: [] };
  if (text.includes('BROKEN')) return named ? { ...empty, error: { message: 'This does not parse.', line: 2, column: 3 } } : empty;
  if (text.includes('CRASH')) throw new Error('crash');
  if (!named && !/\.reply\./.test(path)) return empty;
  const shown = levels.slice(0, levels.indexOf(config['min-level'] ?? 'info') + 1);
  const responses: FileResult['responses'][number][] = [];
  const findings: Finding[] = [];
  for (const part of text.matchAll(/\S[^\n\r]*(?:\r?\n\S[^\n\r]*)*/g)) {
    const id = `r${responses.length + 1}`;
    responses.push({ id, title: `Reply ${responses.length + 1}`, kind: 'fragment', purpose: 'ordinary', channel: 'email', locale: 'en', start: part.index, end: part.index + part[0].length, checklist: null,
      segments: [{ role: 'body', audience: 'customer', markup: 'text', start: part.index, end: part.index + part[0].length }] });
    for (const match of part[0].matchAll(/\b(?:ROTTEN|BAD|GAP|MEH|HM)\b/g)) {
      const word = words[match[0]]!;
      const ruleId = `no-${match[0].toLowerCase()}`;
      const level = config.levels?.[ruleId] ?? word.level;
      if (level === 'off' || !shown.includes(level)) continue;
      const start = part.index + match.index;
      const end = start + match[0].length;
      const before = text.slice(0, start).split('\n');
      const column = before.at(-1)!.length + 1;
      const fixes: Fix[] = word.fix === null ? [] : [{ title: `Write “${word.fix}”`, safe: word.safe, fillIns: word.fillIns, edits: [{ start, end, newText: word.fix }] }];
      findings.push({ ruleId, category: 'blame', level, message: `“${match[0]}” makes it worse.`, start, end, line: before.length, column, endLine: before.length, endColumn: column + end - start,
        text: match[0], responseId: id, also: [], docs: `docs/rules/${ruleId}.md`, fixes });
    }
  }
  return { ...empty, format: 'fake', responses, findings };
}

export const fakeCore: Core = {
  createLinter: (config = {}): Linter => ({
    lint: (file) => lint(file, config),
    open: () => { throw new Error('not used here'); },
    replies: () => { throw new Error('not used here'); },
    framework: 'leaps',
    frameworks: () => [],
  }),
  fixText(linter, file, mode) {
    let { text } = file;
    let applied = 0;
    for (const { fixes } of [...linter.lint(file).findings].reverse()) {
      const fix = fixes[0];
      if (!fix || fix.fillIns > 0 || (mode === 'safe' && !fix.safe)) continue;
      for (const { start, end, newText } of fix.edits) text = text.slice(0, start) + newText + text.slice(end);
      applied += 1;
    }
    return { text, applied };
  },
  rules: Object.entries(words).map(([word, { level }]) => ({ id: `no-${word.toLowerCase()}`, category: 'blame', level, title: `The word ${word}`, message: 'It makes it worse.' })),
  explainRule: (id) => `# ${id}\n\nBecause.\n`,
};

