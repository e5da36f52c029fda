import type { Markup } from '../model.ts';
import type { Platform, Variable } from './platform.ts';
import { withFallback, written } from './write.ts';

/** Stands for an empty name. */
const usualFallback = 'there';

/** What snippets call a fact that a platform may know, and how its variable tells of it. */
const roles: readonly (readonly [name: RegExp, what: RegExp])[] = [
  [/^(?:requester|reviewer|author|customer)(?: first name)?$/, /^The customer’s first name/],
  [/^agent name$/, /^The (?:writing agent|agent|assigned agent)’s first name/],
  [/^order number$/, /order(?:’s)? number|number of the order/i],
  [/^ticket number$/, /^The (?:ticket|conversation|case|issue)’s number/],
];

/** A snippet's tab stop as this platform's variable, with words for an empty name; null where it knows no such thing. */
export function variableForStop(platform: Platform | null, stop: string, markup: Markup): string | null {
  const what = roles.find(([name]) => name.test(stop))?.[1];
  const variable: Variable | undefined = what && platform?.variables.find((each) => what.test(each.what));
  if (!platform || !variable) return null;
  return (variable['person-name'] ? withFallback(platform, variable.name, usualFallback, markup) : null) ?? written(platform, variable.name, markup);
}

/** Every form in which snippets may hold this platform's variables. */
export function formsInSnippets(platform: Platform | null, markup: Markup): string[] {
  if (!platform) return [];
  return platform.variables.flatMap(({ name }) => [withFallback(platform, name, usualFallback, markup) ?? [], written(platform, name, markup)].flat());
}
