/**
 * A regular expression that names letters of all scripts, made when it is first asked for: V8 takes a third of a millisecond to
 * read each, and most texts need few of them.
 */
export function whenAsked(make: () => RegExp): () => RegExp {
  let made: RegExp | null = null;
  return () => (made ??= make());
}
