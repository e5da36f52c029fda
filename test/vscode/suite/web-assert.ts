import assert from 'assert';

/** Stands in for `node:assert/strict` in the worker host: the package of this name, as there is no Node. */
export default assert.strict;
