import type { Parser } from './parser.ts';

/** A text has no parts. */
export const text: Parser = { wholeFields: false, leaves: (source) => new Map([['', source]]) };
