// picomatch 2 asks for node:path only for options that we do not use; the bundles for browsers get this in its place.
export const sep = '/';
