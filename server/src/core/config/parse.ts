import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { RuleLibrary } from '../rules/house.ts';
import type { Config } from './config.ts';
import { checkFormats } from './format-settings.ts';
import { validate } from './generated/validate.js';
import { checkHouseRules } from './house-rules.ts';
import { describeMistake, unknownRule } from './mistakes.ts';

/** A mistake in a config file; line and column from 1. */
export interface ConfigProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface ParsedConfig {
  /** Empty where there are problems: half a config would check something nobody asked for. */
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads a config file, YAML or JSON. Never throws: what is wrong is in `problems`, in the order of the file.
 * @param rules ids of the rules there are, to notice a misspelt one; unchecked where they are not given.
 * @param library what shipped rules are made of, to check the patterns of house rules; unchecked where it is not given.
 */
export function parseConfig(text: string, path: string, rules?: readonly string[], library?: () => RuleLibrary): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): ConfigProblem => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { message, line: Math.max(1, line), column: Math.max(1, col) };
  };

  if (document.errors.length > 0) {
    const kind = /\.json$/i.test(path) ? 'JSON' : 'YAML';
    return { config: {}, problems: document.errors.map((error) => at(error.pos[0], `This is not valid ${kind}: ${plain(error.message)}`)) };
  }
  let value: unknown;
  try {
    value = toPlain(document);
  } catch {
    return { config: {}, problems: [at(0, 'An alias (*name) in this file refers to nothing, or to too much.')] };
  }
  if (value === null || value === undefined) return { config: {}, problems: [] };

  const found: { offset: number; message: string }[] = [];
  if (!validate(value)) {
    for (const error of validate.errors ?? []) {
      const keys = error.instancePath.split('/').slice(1).map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
      const wrongKey = error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : null;
      found.push({ offset: offsetOf(document, keys, wrongKey), message: describeMistake(error, keys, wrongKey, valueAt(value, keys)) });
    }
  }
  if (found.length === 0 && typeof value === 'object') {
    for (const { keys, message } of checkFormats(value as Config)) found.push({ offset: offsetOf(document, keys, null), message });
  }
  if (found.length === 0 && library && typeof value === 'object') {
    for (const { keys, message } of checkHouseRules(value as Config, library(), rules ?? [])) found.push({ offset: offsetOf(document, keys, null), message });
  }
  const levels = valueAt(value, ['levels']);
  if (rules && typeof levels === 'object' && levels !== null) {
    const own = ((value as Config).rules ?? []).map(({ id }) => id);
    for (const id of Object.keys(levels)) {
      if (!rules.includes(id) && !own.includes(id)) found.push({ offset: offsetOf(document, ['levels'], id), message: unknownRule(id, rules) });
    }
  }
  if (found.length > 0) return { config: {}, problems: found.sort((a, b) => a.offset - b.offset).map(({ offset, message }) => at(offset, message)) };
  return { config: value as Config, problems: [] };
}

/** A key with nothing after it (`exclude:`) is how people leave a setting for later. */
function toPlain(document: Document.Parsed): unknown {
  const value: unknown = document.toJS();
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? withoutNulls(value as Record<string, unknown>) : value;
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== null));
}

/** Where the value under `keys` starts, or the key itself where the key is what is wrong. */
function offsetOf(document: Document.Parsed, keys: readonly string[], wrongKey: string | null): number {
  let node: ParsedNode | null = document.contents;
  for (const key of keys) {
    const child: unknown = isSeq(node) ? node.items[Number(key)] : isMap(node) ? node.items.find((pair) => keyText(pair) === key)?.value : null;
    if (!child) break;
    node = child as ParsedNode;
  }
  if (wrongKey !== null && isMap(node)) {
    const pair = node.items.find((candidate) => keyText(candidate) === wrongKey);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return node?.range?.[0] ?? 0;
}

function keyText(pair: unknown): string | null {
  return isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : null;
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  let held = value;
  for (const key of keys) held = typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[key] : undefined;
  return held;
}

function plain(message: string): string {
  const sentence = message.split('\n')[0]!.trim().replace(/[.:]$/, '');
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
}
