import fc from 'fast-check';
import { json } from '../../parsers/json.ts';
import type { Make, Made } from '../make.ts';
import { shapes } from './shapes.ts';

/** JSON as the engine writes it: on one line or indented, all of it or only ASCII. */
export const jsonMake: Make = {
  name: 'JSON',
  files: (texts) => fc.record({
    shape: fc.constantFrom(...shapes.filter(({ ending }) => ending === undefined)), said: fc.array(texts, { minLength: 1, maxLength: 3 }),
    indent: fc.constantFrom<number | string>(0, 1, 2, 4, '\t'), ascii: fc.boolean(), eol: fc.constantFrom('\n', '\r\n', '\r'),
  }).map(({ shape, said, indent, ascii, eol }): Made => {
    const written = JSON.stringify(shape.data(said), null, indent).replaceAll('\n', eol);
    const text = ascii ? written.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : written;
    return { path: `${shape.path}.json`, text, customer: shape.customer(said.length) };
  }),
  parser: json,
  plain: (text) => text,
  mayRefuse: () => false,
};
