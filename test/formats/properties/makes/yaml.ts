import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { yaml } from '../../parsers/yaml.ts';
import type { Make, Made } from '../make.ts';
import { shapes } from './shapes.ts';

export const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
const names = { PLAIN: 'plain', QUOTE_SINGLE: 'single-quoted', QUOTE_DOUBLE: 'double-quoted', BLOCK_LITERAL: 'literal', BLOCK_FOLDED: 'folded' };

/** YAML as the `yaml` package writes it with texts in one style; where the style cannot hold a text, it takes another. */
export const yamlMakes: readonly Make[] = styles.map((style) => ({
  name: `YAML, ${names[style]}`,
  files: (texts) => fc.record({
    shape: fc.constantFrom(...shapes), said: fc.array(texts, { minLength: 1, maxLength: 3 }), eol: fc.constantFrom('\n', '\n', '\r\n'), start: fc.constantFrom('', '---\n', '# a: b\n\n'), end: fc.constantFrom('', '# end\n', '...\n', '\n\n'),
    lineWidth: fc.constantFrom(0, 20, 40, 80), indent: fc.integer({ min: 1, max: 4 }), indentSeq: fc.boolean(), flow: fc.nat(5),
  }).map(({ shape, said, eol, start, end, flow, lineWidth, indent, indentSeq }): Made | null => {
    const data = shape.data(said);
    const options = { defaultStringType: style, defaultKeyType: 'PLAIN', blockQuote: true, lineWidth, indent, indentSeq, ...(flow === 0 && !style.startsWith('BLOCK') && { collectionStyle: 'flow' as const }) } as const;
    const text = (start + stringify(data, options) + end).replace(/\r?\n/g, eol);
    return readsBack(text, data) ? { path: `${shape.path}.${shape.ending ?? 'yaml'}`, text, customer: shape.customer(said.length).map((path) => `0${path}`) } : null;
  }).filter((made) => made !== null),
  parser: yaml,
  plain: (text) => text,
  isLayout: (file, source, text, at) => isBlockText(file, source.start) && (/[\n\t ]/.test(text[at]!)),
  mayRefuse: (_wanted, _file, field) => /^[|>]/.test(field),
}));

/** The library writes a few texts in a way that it does not read back. */
function readsBack(text: string, data: unknown): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(data);
}

/** Whether a place lies in the text of a block scalar: some line above, less indented, ends in its mark. */
function isBlockText(file: string, at: number): boolean {
  let margin = Infinity;
  for (const line of file.slice(0, at).split(/\r?\n/).reverse()) {
    const indent = line.search(/\S/);
    if (indent === -1 || (margin !== Infinity && indent >= margin)) continue;
    if (margin !== Infinity && /(?:^|[:-] )[|>][-+0-9]*$/.test(line)) return true;
    if (margin !== Infinity) return false;
    margin = indent;
  }
  return false;
}
