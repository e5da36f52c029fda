import type { Channel, Purpose } from '../model.ts';

/** A snippet file: words for a step, a whole reply, or a note for colleagues. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  readonly kind: 'step' | 'reply' | 'note';
  /** The steps it supplies, each as `framework/step`. */
  readonly steps?: readonly string[];
  readonly situation?: string;
  readonly channel?: Channel;
  readonly purpose?: Purpose;
  /** Plain text, an empty line between paragraphs, tab stops as `{what goes here = an example}`. */
  readonly words: string;
}

/** A place in a snippet that its user fills. */
export interface TabStop {
  readonly name: string;
  readonly example: string;
}

const tabStop = /\{([^{}=]+?)\s*=\s*([^{}]+?)\}/g;

/** The snippet's text with each tab stop written as `write` says. */
function filled({ words }: Snippet, write: (stop: TabStop, index: number) => string): string {
  const names: string[] = [];
  return words.trim().replace(tabStop, (_, name: string, example: string) => {
    const known = names.indexOf(name);
    return write({ name, example }, known >= 0 ? known : names.push(name) - 1);
  });
}

/** As it reads once every tab stop holds its example. */
export function exampleText(snippet: Snippet): string {
  return filled(snippet, ({ example }) => example);
}

/**
 * As it goes into a file: each tab stop is the platform's variable where there is one for it (a name, an order's number),
 * else a gap that a person fills.
 */
export function gapText(snippet: Snippet, variable: (name: string) => string | null = () => null): string {
  return filled(snippet, ({ name }) => variable(name) ?? `[${name}]`);
}

/** In the syntax of editor snippets, gaps as tab stops. */
export function editorText(snippet: Snippet, variable: (name: string) => string | null = () => null): string {
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  const parts: string[] = [];
  const marked = filled({ ...snippet, words: snippet.words }, (stop, index) => {
    const known = variable(stop.name);
    parts.push(known === null ? `\${${index + 1}:[${escape(stop.name)}]}` : escape(known));
    return '\uE000';
  });
  return `${escape(marked).replace(/\uE000/g, () => parts.shift()!)}$0`;
}

/** All tab stops, in their order. */
export function tabStops(snippet: Snippet): TabStop[] {
  return [...snippet.words.matchAll(tabStop)].map((match) => ({ name: match[1]!, example: match[2]! }));
}

/** What a person may type to find it: its id, the steps it supplies, `reply` or `note` before its situation. */
export function prefixes({ id, steps = [], kind }: Snippet): string[] {
  return [...new Set([id, ...(kind === 'step' ? steps.map((step) => step.replace('/', '-')) : [`${kind}-${id.replace(/-note$/, '')}`])])];
}
