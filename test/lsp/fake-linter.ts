import type { Config } from '../../server/src/core/config/config.ts';
import type { Linter, LintInput, Session } from '../../server/src/core/linter.ts';
import { levels, type FileResult, type Finding, type Fix, type Level, type RefusedFix, type TextEdit } from '../../server/src/core/model.ts';

/** One rule of the fake: a word, how bad it is, and what may stand in its place. */
interface FakeRule {
  readonly id: string;
  readonly level: Level;
  readonly fixes: readonly { readonly title: string; readonly newText: string; readonly safe?: boolean; readonly fillIns?: number }[];
  readonly refused?: RefusedFix;
}

const fakeRules: Record<string, FakeRule> = {
  BAD: { id: 'fake-bad', level: 'warning', fixes: [{ title: 'Say good', newText: 'good' }, { title: 'Say what it is', newText: '[what it is]', fillIns: 1 }] },
  WORSE: { id: 'fake-worse', level: 'error', fixes: [] },
  MEH: { id: 'fake-meh', level: 'info', fixes: [{ title: 'Drop it', newText: '', safe: true }] },
  STUCK: { id: 'fake-stuck', level: 'info', fixes: [], refused: { title: 'Say moving', reason: 'It would touch a placeholder.' } },
  PSST: { id: 'fake-psst', level: 'hint', fixes: [] },
};

/** What happened to the fake, for tests that look behind the protocol. */
export interface FakeLog {
  readonly edits: TextEdit[];
  readonly configs: (Config | undefined)[];
  readonly opened: LintInput[];
}

export function newLog(): FakeLog {
  return { edits: [], configs: [], opened: [] };
}

/**
 * Flags words in capitals. A text with `EXPLODE` makes it throw, an edit that brings `REFUSE` makes it throw before it is made, `BROKEN` is a syntax error at its place, and files
 * named `*.other` hold no replies.
 */
export function fakeLinter(config: Config | undefined, log: FakeLog): Linter {
  log.configs.push(config);
  const lint = ({ path, text }: LintInput): FileResult => {
    if (text.includes('EXPLODE')) throw new Error('the fake exploded');
    const broken = text.indexOf('BROKEN');
    return {
      path, format: path.endsWith('.other') ? null : 'text', encoding: 'utf-8', bom: false, responses: [],
      error: broken < 0 ? null : { message: 'This line cannot be read.', line: text.slice(0, broken).split('\n').length, column: 1 },
      findings: findingsIn(text).filter((finding) => config?.levels?.[finding.ruleId] !== 'off'),
    };
  };
  return {
    lint,
    framework: 'leaps',
    frameworks: () => [],
    replies: () => { throw new Error('not used here'); },
    open(input): Session {
      log.opened.push(input);
      lint(input);
      let text = input.text;
      return {
        path: input.path,
        text: () => text,
        result: () => lint({ ...input, text }),
        findingsIn: ({ start, end }) => lint({ ...input, text }).findings.filter((finding) => finding.start <= end && finding.end >= start),
        worst: (limit) => {
          const { findings } = lint({ ...input, text });
          const rank = ({ level }: Finding): number => levels.indexOf(level);
          return findings.length <= limit ? { findings, more: 0 } : { findings: [...findings].sort((a, b) => rank(a) - rank(b)).slice(0, limit), more: findings.length - limit };
        },
        checklists: () => [],
        insertForStep: () => null,
        wordsForStep: () => [],
        variableAt: () => null,
        variablesFor: () => [],
        snippetsFor: () => [],
        edit(edits) {
          log.edits.push(...edits);
          if (edits.some((edit) => edit.newText.includes('REFUSE'))) throw new Error('the fake refused');
          for (const edit of [...edits].reverse()) text = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
          lint({ ...input, text });
          return { added: [], removed: [], shifted: [] };
        },
      };
    },
  };
}

function findingsIn(text: string): Finding[] {
  return [...text.matchAll(/BAD|WORSE|MEH|STUCK|PSST/g)].map((match) => {
    const rule = fakeRules[match[0]]!;
    const range = { start: match.index, end: match.index + match[0].length };
    const fixes = rule.fixes.map(({ title, newText, safe = false, fillIns = 0 }): Fix => ({ title, safe, fillIns, edits: [{ ...range, newText }] }));
    return {
      ...range, ruleId: rule.id, category: 'negative', level: rule.level, message: `"${match[0]}" can be said better.`, text: match[0],
      line: 0, column: 0, endLine: 0, endColumn: 0, responseId: 'reply', also: [], docs: `https://example.org/rules/${rule.id}`, fixes, refused: rule.refused,
    };
  });
}
