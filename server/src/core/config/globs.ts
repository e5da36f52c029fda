import picomatch from 'picomatch';

/**
 * Whether `path` (with `/` between its parts, relative to the config's folder) is one that the globs mean.
 * A glob without `/` matches a name in any folder, and a glob that names a folder means all that lies in it.
 */
export function matchesAny(globs: string | readonly string[], path: string): boolean {
  return compileGlobs(globs)(path);
}

/** The same for many paths: the globs are compiled once. */
export function compileGlobs(globs: string | readonly string[]): (path: string) => boolean {
  const patterns = (typeof globs === 'string' ? [globs] : globs).flatMap(spellOut);
  if (patterns.length === 0) return () => false;
  // Paths are given with "/" on every system, and dot-folders such as .github hold replies.
  const matches = picomatch(patterns, { dot: true, windows: false });
  return (path) => matches(path.replace(/^\.\//, ''));
}

function spellOut(glob: string): string[] {
  let pattern = glob.trim().replace(/^\.\//, '');
  if (pattern === '.' || pattern === '') return ['**'];
  const anchored = pattern.startsWith('/');
  if (anchored) pattern = pattern.slice(1);
  const folderOnly = pattern.endsWith('/');
  if (folderOnly) pattern = pattern.replace(/\/+$/, '');
  if (!anchored && !pattern.includes('/')) pattern = `**/${pattern}`;
  if (pattern.endsWith('**')) return [pattern];
  return folderOnly ? [`${pattern}/**`] : [pattern, `${pattern}/**`];
}
