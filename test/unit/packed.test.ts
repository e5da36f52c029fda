import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pack, unpack } from '../../server/src/core/pattern/packed.ts';

describe('packed numbers', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(fc.array(fc.nat(0x7fffffff)), (numbers) => assert.deepEqual(Array.from(unpack(pack(numbers))), numbers)));
  });
  it('need no escape in JSON', () => assert.equal(JSON.stringify(pack(Array.from({ length: 5000 }, (_, i) => i))).length, pack(Array.from({ length: 5000 }, (_, i) => i)).length + 2));
});
