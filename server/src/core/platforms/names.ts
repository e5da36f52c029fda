import { distance } from 'fastest-levenshtein';
import type { Platform, Variable } from './platform.ts';
import { rememberedFor } from './remembered.ts';

/** The variable that a name means; an index such as `[2]` does not matter. */
export const variableOf = rememberedFor((platform: Platform, name: string): Variable | null => {
  const same = platform['case-sensitive'] ? plain : (text: string): string => plain(text).toLowerCase();
  return platform.variables.find((variable) => same(variable.name) === same(name)) ?? null;
});

/** The name in the letters that the platform wants, where only capitals differ and they count. */
export function inRightCase(platform: Platform, name: string): string | null {
  if (!platform['case-sensitive'] || variableOf(platform, name)) return null;
  return platform.variables.find((variable) => variable.name.toLowerCase() === name.toLowerCase())?.name ?? null;
}

/** Words of at least so many letters can be misspelt and still be told. */
const shortest = 5;
const mostLetters = 2;

/** The variable that was surely meant: the same path but for a slip or two in one longer word. */
export const nearestName = rememberedFor((platform: Platform, name: string): string | null => {
  const path = name.split('.');
  let best: { readonly name: string; readonly by: number } | null = null;
  for (const variable of platform.variables) {
    const other = variable.name.split('.');
    if (other.length !== path.length) continue;
    const differing = path.flatMap((part, i) => (part === other[i] ? [] : [i]));
    if (differing.length !== 1) continue;
    const [at] = differing;
    if (Math.min(path[at!]!.length, other[at!]!.length) < shortest) continue;
    const by = distance(path[at!]!.toLowerCase(), other[at!]!.toLowerCase());
    if (by <= mostLetters && (best === null || by < best.by)) best = { name: variable.name, by };
  }
  return best?.name ?? null;
});

/** Does our list hold every name that begins like this one? */
export function isClosed(platform: Platform, name: string): boolean {
  return (platform.closed ?? []).some((beginning) => name.startsWith(beginning)) && !isOpen(platform, name);
}

/** May a house have made up this name? */
export function isOpen(platform: Platform, name: string): boolean {
  return platform['own-names'] === true || (platform.open ?? []).some((beginning) => name.startsWith(beginning));
}

const plain = (name: string): string => name.replace(/\[-?\d+\]/g, '[]');
const personal = /(?:^|[._])(?:first|last|full|given|display|customer|client|contact|user|requester|recipient|sender|guest|member|patient|buyer)?[_ ]?name$/i;

/** Does a name that no list explains speak of a person? */
export function soundsLikeName(name: string): boolean {
  return personal.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')) && !/(?:company|product|brand|shop|store|site|app|team|event|course|file|domain|business|organi[sz]ation|group|project|plan|device|host|agent|staff|current_?user|assignee|mailbox)/i.test(name);
}
