/** What stands between a pair of signs: a value that is printed, a tag that steers, a gap for the agent, another text, or the cursor's place. */
export type Holds = 'value' | 'tag' | 'gap' | 'include' | 'cursor';

export interface Signs {
  readonly open: string;
  readonly close: string;
  readonly holds: Holds;
}

export interface Variable {
  readonly name: string;
  /** What it prints, in a few words. */
  readonly what: string;
  readonly example: string;
  /** It prints the name of the person who reads the reply. */
  readonly 'person-name': boolean;
}

/** A platform's placeholders, as a file in server/placeholders says them. */
export interface Platform {
  readonly id: string;
  readonly title: string;
  /** Ids of the formats whose files belong to it. */
  readonly formats: readonly string[];
  readonly syntax: readonly Signs[];
  /** How a variable is written: `NAME` stands for its name; `-html` where HTML fields differ. */
  readonly write: string;
  readonly 'write-html'?: string;
  /** The same with words for an empty value in place of `TEXT`; `none` where the platform knows no such thing. */
  readonly fallback: string;
  readonly 'fallback-html'?: string;
  /** What an empty value prints, in one sentence. */
  readonly empty: string;
  readonly 'case-sensitive': boolean;
  /** Beginnings of names of which `variables` has all. */
  readonly closed?: readonly string[];
  /** Beginnings of names that a house adds by itself. */
  readonly open?: readonly string[];
  /** Every snippet names its own variables. */
  readonly 'own-names'?: true;
  /** How a gap for a person is written, its words in place of `WHAT`; `[WHAT]` where nothing is said. */
  readonly 'fill-in'?: string;
  readonly source: string;
  readonly variables: readonly Variable[];
}
