import { configSchema } from './schema.ts';
import { didYouMean } from './nearest.ts';

/** What the validator says of one mistake. */
interface Mistake {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Turns a validator's error into a sentence for a person, with the nearest key or value that there is. */
export function describeMistake(error: Mistake, keys: readonly string[], wrongKey: string | null, value: unknown): string {
  if (wrongKey !== null) {
    const known = knownKeys(keys);
    const of = keys[0] === 'replies' ? ' of a reply' : keys[0] === 'rules' ? ' of a rule' : keys[0] === 'formats' ? ' of a format' : keys[0] === 'frameworks' ? (keys.includes('steps') ? ' of a step' : ' of a framework') : '';
    return `"${wrongKey}" is not a setting${of}. ${didYouMean(wrongKey, known, 'settings')}`;
  }
  const name = keys.filter((key) => !/^\d+$/.test(key)).at(-1) ?? '';
  if (error.keyword === 'enum') {
    const allowed = (error.params['allowedValues'] as unknown[]).map(String);
    const noun = keys[0] === 'levels' || name === 'min-level' ? 'level' : name;
    return `${shown(value)} is not a ${noun}. ${didYouMean(typeof value === 'string' ? value : '', allowed, `${noun}s`)}`;
  }
  if (keys.length === 0) return 'Settings are written one below the other, each as a name, a colon and a value: min-level: warning.';
  if (error.keyword === 'required' && keys[0] === 'formats') {
    return keys.includes('placeholders') ? 'A placeholder needs "open" and "close", what it begins and ends with.' : 'An entry of "formats" needs "files", such as macros/*.json: see docs/own-formats.md.';
  }
  if (error.keyword === 'required' && keys[0] === 'frameworks') return `${keys.includes('steps') ? 'A step' : 'A framework'} needs "${String(error.params['missingProperty'])}": see docs/frameworks.`;
  if (error.keyword === 'required') return `A rule needs "${String(error.params['missingProperty'])}": see docs/patterns.md.`;
  const expected = String(error.params['type']);
  if (expected === 'array') return `"${name}" should be a list, one entry per line, each after a dash.`;
  if (expected === 'object') return `${name === 'replies' || name === 'formats' ? `An entry of "${name}"` : `"${name}"`} should hold settings, each as a name, a colon and a value.`;
  return `"${name}" should be text${expected.includes('array') ? ' or a list of texts' : ''}, and this is ${shown(value)}.`;
}

/** The settings that there are where these keys lead. */
function knownKeys(keys: readonly string[]): string[] {
  let schema: unknown = configSchema;
  for (const key of keys) {
    const { properties, items, additionalProperties } = schema as { properties?: Record<string, unknown>; items?: unknown; additionalProperties?: unknown };
    schema = /^\d+$/.test(key) && items ? items : properties?.[key] ?? additionalProperties ?? {};
  }
  return Object.keys((schema as { properties?: object }).properties ?? {});
}

/** A level was set for a rule that does not exist. */
export function unknownRule(id: string, rules: readonly string[]): string {
  const meant = didYouMean(id, rules, 'rules');
  return `There is no rule "${id}". ${meant.startsWith('Did') ? meant : 'The command "replylint rules" lists them.'}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a group of settings' : String(value);
}
