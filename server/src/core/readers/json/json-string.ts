import { MappedTextBuilder, type MappedText } from '../../text/source-map.ts';

const short: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const escape = /\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|([\s\S]))/g;

/** Decodes the JSON string at `[start, end)` of `source`, quotation marks included. */
export function decodeJsonString(source: string, start: number, end: number): MappedText {
  const out = new MappedTextBuilder();
  let last = start + 1;
  escape.lastIndex = last;
  for (let match = escape.exec(source); match !== null && match.index < end - 1; match = escape.exec(source)) {
    out.add(source.slice(last, match.index), last, match.index);
    let text = match[1] === undefined ? short[match[3]!] ?? match[3]! : String.fromCharCode(parseInt(match[1], 16));
    if (match[2] !== undefined) {
      // Only a high surrogate forms one character with what follows; anything else leaves the next escape to the next turn.
      if (/[\uD800-\uDBFF]/.test(text)) text += String.fromCharCode(parseInt(match[2], 16));
      else escape.lastIndex = match.index + 6;
    }
    out.add(text, match.index, escape.lastIndex);
    last = escape.lastIndex;
  }
  out.add(source.slice(last, end - 1), last, end - 1);
  return out.done();
}

/** A text as it stands between the quotation marks of a JSON string; `ascii` writes every other character as `\u`. */
export function encodeJsonString(text: string, ascii: boolean): string {
  const written = JSON.stringify(text).slice(1, -1);
  return ascii ? written.replace(/[^\x00-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : written;
}
