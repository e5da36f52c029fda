import type { Parser } from './parser.ts';

/** JSON as the engine reads it, comments taken out. */
export const json: Parser = {
  wholeFields: true,
  leaves(text) {
    const out = new Map<string, unknown>();
    const walk = (value: unknown, at: string): void => {
      if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${key}`);
      else out.set(at, value);
    };
    walk(JSON.parse(text.replace(/^\uFEFF/, '')), '');
    return out;
  },
};
