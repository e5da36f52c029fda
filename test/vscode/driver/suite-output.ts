/** How the suite inside the window speaks to the driver outside: marked lines on the console. */
export type Message =
  | { readonly say: string }
  | { readonly show: 'squiggle' }
  | { readonly show: 'picture'; readonly name: string }
  | Outcome;

export const mark = '@replylint-suite ';

/** The message in a line of console output, if it holds one. */
export function messageIn(line: string): Message | undefined {
  const at = line.indexOf(mark);
  return at < 0 ? undefined : JSON.parse(line.slice(at + mark.length)) as Message;
}

/** What a host reports at its end. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** True where nobody has to look at the window. */
  readonly unseen?: true;
}
