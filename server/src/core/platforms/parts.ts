import { remembered } from './remembered.ts';

/** A placeholder taken apart. */
export interface Parts {
  readonly open: string;
  readonly close: string;
  /** The variable, without filters and fallback; empty where something else stands there. */
  readonly name: string;
  /** What an empty value prints instead; null where nothing is said. */
  readonly fallback: string | null;
  /** Does more than the name and its fallback stand there, such as a filter? */
  readonly filtered: boolean;
}

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['{{{', '}}}'], ['%{{', '}}%'], ['%((', '))%'], ['<attribute ', '>'], ['{{', '}}'], ['{%', '%}'], ['{!', '}'], ['{$', '}'], ['${', '}'], ['%{', '}'], ['#{', '}'], ['[[', ']]'], ['{', '}'], ['%', '%'],
];

const quoted = String.raw`\\?(["'])(.*?)\\?\1`;
const fallbacks: readonly RegExp[] = [
  new RegExp(String.raw`\|\|?\s*(?:(?:fallback|default)\s*[:(]\s*)?${quoted}`),
  new RegExp(String.raw`\bdefault\s*=\s*${quoted}`),
  new RegExp(String.raw`\b(?:BLANKVALUE|personalization_token)\([^,()]*,\s*${quoted}`),
  new RegExp(String.raw`(?:\bor|\?\?|\?:)\s+${quoted}`),
  /,\s*fallback\s*[=:]()(.*)$/,
];

/** Takes a placeholder apart by its own signs, whatever its platform; null where it has none that we know. */
export const partsOf = remembered((text: string): Parts | null => {
  const pair = pairs.find(([open, close]) => text.startsWith(open) && text.endsWith(close) && text.length >= open.length + close.length);
  if (!pair) return null;
  const [open, close] = pair;
  const inner = text.slice(open.length, text.length - close.length).trim();
  let fallback: string | null = null;
  for (const pattern of fallbacks) {
    const found = pattern.exec(inner);
    if (found) {
      fallback = found[2]!.trim();
      break;
    }
  }
  const name = nameIn(open, inner);
  return { open, close, name, fallback, filtered: open !== '<attribute ' && fallback === null && inner.replace(/%$/, '').trim() !== name };
});

function nameIn(open: string, inner: string): string {
  if (open === '<attribute ') return /\bkey\s*=\s*\\?["']([^"'\\]*)/.exec(inner)?.[1] ?? '';
  return /^(?:(?:BLANKVALUE|personalization_token)\(\s*["']?)?([\p{L}_@$][\p{L}\p{N}_.[\]-]*)(?=\s*(?:$|[|,)"'}%?]|or\b))/u.exec(inner)?.[1] ?? '';
}
