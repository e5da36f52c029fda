import type { Config } from './config.ts';

/** `over` on top of `base`: lists of files are replaced, levels are merged rule by rule, replies and formats are added at the end (later wins). */
export function mergeConfig(base: Config, over: Config): Config {
  return {
    ...base,
    ...over,
    ...((base.levels ?? over.levels) && { levels: { ...base.levels, ...over.levels } }),
    ...((base.formats ?? over.formats) && { formats: [...(base.formats ?? []), ...(over.formats ?? [])] }),
    ...((base.replies ?? over.replies) && { replies: [...(base.replies ?? []), ...(over.replies ?? [])] }),
  };
}
