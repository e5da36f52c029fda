import type { Config } from '../config/config.ts';
import type { Inflect } from '../pattern/compile.ts';
import { mergeLexicons, type RuleLibrary } from '../rules/house.ts';
import { compileFrameworks } from './compile.ts';
import { Coverage } from './coverage.ts';
import type { CompiledFramework, FrameworkSource, StepSource } from './framework.ts';
import { shippedFrameworks } from './shipped.ts';

/** The framework of a checklist where nobody chose another. */
export const usualFramework = 'leaps';

/** A framework with what judges texts by it. */
export interface FrameworkAtWork {
  readonly framework: CompiledFramework;
  readonly coverage: Coverage;
}

/** A config's own frameworks; one with the id of a shipped one changes that, step by step. */
export function mergeFrameworks(shipped: readonly FrameworkSource[], own: Config['frameworks'] = []): FrameworkSource[] {
  return own.map(({ id, title, about, steps }) => {
    const base = shipped.find((each) => each.id === id);
    const source = base?.source ?? { name: 'House framework', grade: 'D' as const };
    const changed = steps.map((step): StepSource => {
      const before = base?.steps.find((each) => each.id === step.id);
      const name = step.title ?? step.id;
      return { source, why: 'Your own settings ask for it.', idle: 'It is not needed here.', title: name, what: `The reply shows “${name}”.`, could: `add “${name}”`, shown: [], ...before, ...step } as StepSource;
    });
    const kept = base?.steps.map((step) => changed.find((each) => each.id === step.id) ?? step) ?? [];
    return { id, title: title ?? base?.title ?? id, about: about ?? base?.about ?? '', source, steps: [...kept, ...changed.filter((step) => !kept.includes(step))] };
  });
}

/** The frameworks under one config. Each kind is made ready when it is first asked for. */
export class Frameworks {
  private readonly config: Config;
  private readonly library: () => RuleLibrary;
  private readonly inflect: Inflect;
  private shipped: Coverage | null = null;
  private own: { readonly frameworks: readonly CompiledFramework[]; readonly coverage: Coverage } | null = null;

  constructor(config: Config, library: () => RuleLibrary, inflect: Inflect) {
    this.config = config;
    this.library = library;
    this.inflect = inflect;
  }

  /** All that there are: the shipped ones, some of them changed, and the config's own. */
  list(): CompiledFramework[] {
    const own = this.house()?.frameworks ?? [];
    const shipped = shippedFrameworks().frameworks.map((each) => own.find(({ id }) => id === each.id) ?? each);
    return [...shipped, ...own.filter((each) => !shipped.includes(each))];
  }

  /**
   * A framework by its id; the config's choice where none is named, else LEAPS.
   * @throws RangeError where there is none of this id.
   */
  get(id = this.config.framework ?? usualFramework): FrameworkAtWork {
    const own = this.house();
    const house = own?.frameworks.find((each) => each.id === id);
    if (house) return { framework: house, coverage: own!.coverage };
    const framework = shippedFrameworks().frameworks.find((each) => each.id === id);
    if (!framework) throw new RangeError(`There is no framework "${id}".`);
    return { framework, coverage: (this.shipped ??= new Coverage(shippedFrameworks())) };
  }

  private house(): typeof this.own {
    if (!this.config.frameworks?.length) return null;
    if (!this.own) {
      const library = this.library();
      const forms: Inflect = (word) => (Object.hasOwn(library.forms, word) ? library.forms[word]! : this.inflect(word));
      const sources = mergeFrameworks(shippedFrameworks().frameworks, this.config.frameworks);
      const compiled = compileFrameworks('en', sources, library.cues, mergeLexicons(library.lexicons, this.config.lexicons), forms);
      this.own = { frameworks: compiled.frameworks, coverage: new Coverage(compiled) };
    }
    return this.own;
  }
}
