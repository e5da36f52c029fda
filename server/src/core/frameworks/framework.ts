import type { Channel, Kind, Purpose } from '../model.ts';
import type { Source } from '../rules/rule.ts';

/** Where in a reply something belongs. `opening`: the first two sentences after the salutation; `closing`: the last third. */
export type Position = 'opening' | 'first-half' | 'closing' | 'anywhere';

/** One way in which a text shows a step. */
export interface Showing {
  /** Id of a cue, or a pattern of the pattern language. */
  readonly cue?: string;
  readonly match?: string;
  /** Words in the name of a placeholder or gap that carries what the reply is about. */
  readonly variable?: readonly string[];
  /** `anywhere` where neither this nor the step says more. */
  readonly place?: Position;
  /** The sentence must show this cue too. */
  readonly beside?: string;
  /** The sentence must not show this cue. */
  readonly without?: string;
  /** Counts only where the sentence is a question (true), or none (false). */
  readonly question?: boolean;
}

/** When a step has something to do in a reply. All that is given must hold. */
export interface Need {
  readonly kind?: readonly Kind[];
  readonly purpose?: readonly Purpose[];
  readonly channel?: readonly Channel[];
  /** Cues: at least one is shown somewhere in the reply. */
  readonly shown?: readonly string[];
  /** A cue: where a sentence shows it too, what `shown` finds there does not count. */
  readonly without?: string;
  /** Cues: none is shown anywhere in the reply. */
  readonly notShown?: readonly string[];
}

/** One step of a framework as its file says it. */
export interface StepSource {
  readonly id: string;
  readonly title: string;
  /** What a reader sees of the step, in one sentence. */
  readonly what: string;
  readonly why: string;
  readonly source: Source;
  readonly place?: Position;
  readonly shown: readonly Showing[];
  /** Half an echo: shows the step weakly. */
  readonly half?: readonly Showing[];
  /** Ids of rules whose findings are this step's counterfeit. */
  readonly counterfeit?: readonly string[];
  /** What of the customer's message it is held against, where the reply carries that: its matter, its questions, its feeling. */
  readonly incoming?: 'matter' | 'questions' | 'feeling';
  /** Needed in every reply where nothing is said; any of several. */
  readonly needed?: readonly Need[];
  /** Why the step has nothing to do where it is not needed. */
  readonly idle: string;
  /** What could be added, after "could": "name what this cost the reader". */
  readonly could: string;
}

/** A framework file: a way to hold a difficult conversation, as steps that a reply can show. */
export interface FrameworkSource {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly source: Source;
  readonly steps: readonly StepSource[];
}

/** A showing whose pattern has become a cue of the compiled ones. */
export type CompiledShowing = Omit<Showing, 'match' | 'place'> & { readonly place: Position };

export interface CompiledStep extends Omit<StepSource, 'shown' | 'half' | 'place'> {
  readonly place: Position;
  readonly shown: readonly CompiledShowing[];
  readonly half: readonly CompiledShowing[];
}

export interface CompiledFramework extends Omit<FrameworkSource, 'steps'> {
  readonly steps: readonly CompiledStep[];
}
