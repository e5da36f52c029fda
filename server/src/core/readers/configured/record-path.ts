/** Why a path of the config cannot be followed, in one sentence. */
export interface PathMistake {
  readonly mistake: string;
}

/**
 * A path as people write it (`data[*]`, `$.categories[*].replies[*]`, `macros.*`) as steps of `placesAt`: a key, `*` for
 * every element of a list, `{}` for every entry of a map.
 */
export function recordSteps(path: string): readonly string[] | PathMistake {
  const steps: string[] = [];
  const rest = path.trim().replace(/^\$(?=[.[]|$)/, '').replace(/^\./, '');
  if (rest === '') return steps;
  for (const part of rest.replace(/^\[/, '.[').replace(/^\./, '').split(/\.(?![^[]*\])/)) {
    const [, key, lists] = /^([^[\]]*)((?:\[[^\]]*\])*)$/.exec(part) ?? [];
    if (key === undefined || lists === undefined) return { mistake: `"${part}" has a bracket too many or too few.` };
    if (key === '' && lists === '') return { mistake: 'Two dots stand together, or one at the end.' };
    if (key !== '') steps.push(key.trim() === '*' ? '{}' : key.trim());
    for (const list of lists.match(/\[[^\]]*\]/g) ?? []) {
      if (list.slice(1, -1).trim() !== '*') return { mistake: `Write [*] in place of ${list}: every element of the list is a reply.` };
      steps.push('*');
    }
  }
  return steps;
}
