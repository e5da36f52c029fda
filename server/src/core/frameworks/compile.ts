import type { Inflect } from '../pattern/compile.ts';
import { Vocabulary } from '../prose/vocabulary.ts';
import { compileRules } from '../rules/compile.ts';
import type { CueSource, LexiconSource } from '../rules/rule.ts';
import type { RuleTables } from '../rules/tables.ts';
import type { CompiledFramework, CompiledShowing, FrameworkSource, Position, Showing } from './framework.ts';

/** Frameworks, and the cues they ask for as tables of their own: nobody pays for them who asks for no checklist. */
export interface FrameworkTables {
  readonly tables: RuleTables;
  readonly frameworks: readonly CompiledFramework[];
}

/**
 * Compiles frameworks over the cues that they name, and those that others ask for; a pattern of their own becomes a cue of its own.
 * @throws RuleError where a pattern cannot be read; RangeError where a cue does not exist.
 */
export function compileFrameworks(
  locale: string, sources: readonly FrameworkSource[], cues: readonly CueSource[], lexicons: readonly LexiconSource[], inflect: Inflect, vocabulary = new Vocabulary(), alsoAsked: readonly string[] = [],
): FrameworkTables {
  const asked = new Map<string, CueSource>();
  const ask = (id: string, subject: string): string => {
    const cue = cues.find((each) => each.id === id);
    if (!cue) throw new RangeError(`${subject}: there is no cue "${id}".`);
    asked.set(id, cue);
    return id;
  };
  const frameworks = sources.map((framework): CompiledFramework => ({
    ...framework,
    steps: framework.steps.map(({ shown, half = [], place = 'anywhere', ...step }) => {
      const subject = `${framework.id}/${step.id}`;
      const compile = (list: readonly Showing[], usual: Position, name: string): CompiledShowing[] => list.map(({ match, place: own = usual, ...showing }, index) => {
        for (const id of [showing.cue, showing.beside, showing.without]) if (id !== undefined) ask(id, subject);
        if (match === undefined) return { ...showing, place: own };
        const cue = `${subject}/${name}-${index}`;
        asked.set(cue, { id: cue, about: step.what, patterns: [match] });
        return { ...showing, cue, place: own };
      });
      for (const { shown: some = [], without, notShown = [] } of step.needed ?? []) for (const id of [...some, ...notShown, ...(without === undefined ? [] : [without])]) ask(id, subject);
      return { ...step, place, shown: compile(shown, place, 'shown'), half: compile(half, place, 'half') };
    }),
  }));
  // The greeting and the sign-off say where a reply begins and ends.
  for (const id of ['greeting', 'sign-off', ...alsoAsked]) ask(id, 'every framework');
  return { frameworks, tables: compileRules(locale, [], [...asked.values()], lexicons, inflect, vocabulary) };
}
