import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../paths.ts';
import { type Row, round } from '../row.ts';

interface Check {
  sizes(): Promise<Readonly<Record<string, number>>>;
  readonly limits: Readonly<Record<string, { readonly goal: number; readonly limit: number }>>;
}

export const size: Row = {
  id: 'size',
  work: 'size, minified: code loaded when the server starts, all that the server may load, the packed extension',
  async measure() {
    const { sizes, limits } = await import(pathToFileURL(path.join(root, 'scripts/check-size.mjs')).href) as Check;
    const measured = await sizes();
    return {
      measured: Object.entries(measured).map(([name, bytes]) => {
        const { goal, limit } = limits[name]!;
        return { goal: `${name} ≤ ${round(goal / 1000)} KB`, figure: `${round(bytes / 1000)} KB; the build fails above ${round(limit / 1000)} KB`, ratio: bytes / goal, held: bytes <= goal };
      }),
      speeds: [],
      ...(!('vsix' in measured) && { note: 'Run `npm run package` first to have the packed extension measured too.' }),
    };
  },
};
