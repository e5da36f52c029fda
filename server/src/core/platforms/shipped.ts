import { platformsJson } from './generated/all.ts';
import { idsByFormat, platformIds } from './generated/ids.ts';
import type { Platform } from './platform.ts';

export { platformIds } from './generated/ids.ts';

let known: ReadonlyMap<string, Platform> | null = null;

/** All platforms, by id; read when first asked for, as most files need none of them. */
export function platforms(): ReadonlyMap<string, Platform> {
  return (known ??= new Map((JSON.parse(platformsJson()) as Platform[]).map((platform) => [platform.id, platform])));
}

/** Null where there is no such platform. */
export function platformOf(id: string | null | undefined): Platform | null {
  return (id && platformIds.includes(id) && platforms().get(id)) || null;
}

/** Id of the platform that files of a format belong to; null where they may be of any. */
export function platformOfFormat(format: string): string | null {
  return Object.hasOwn(idsByFormat, format) ? idsByFormat[format]! : null;
}
