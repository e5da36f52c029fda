import type { Platform } from './platform.ts';

/** So many names are remembered; then the memory begins anew. */
const most = 2048;

/** An answer about a name, found once: a library says the same few names thousands of times. */
export function remembered<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      // A part of a text would keep the whole text.
      const own = [...name].join('');
      known.set(own, (answer = find(own)));
    }
    return answer;
  };
}

/** The same where the answer depends on the platform. */
export function rememberedFor<T>(find: (platform: Platform, name: string) => T): (platform: Platform, name: string) => T {
  const platforms = new WeakMap<Platform, (name: string) => T>();
  return (platform, name) => {
    let ask = platforms.get(platform);
    if (!ask) platforms.set(platform, (ask = remembered((one) => find(platform, one))));
    return ask(name);
  };
}
