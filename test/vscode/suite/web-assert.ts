// eslint-disable-next-line no-restricted-imports -- the package of this name, in a worker that has no Node
import assert from 'assert';

/** Stands in for `node:assert/strict` in the worker host. */
export default assert.strict;
