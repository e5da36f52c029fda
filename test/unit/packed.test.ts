import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pack, unpack } from '../../server/src/core/pattern/packed.ts';
import { narrow, Sections, textOf, unitsOf, writeSections } from '../../server/src/core/pattern/sections.ts';
import { packTrees, type Tree, unpackTree } from '../../server/src/core/pattern/tree.ts';

describe('packed bytes', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => assert.deepEqual(unpack(pack(bytes)), bytes)));
  });
  it('need no escape in JSON', () => {
    const text = pack(Uint8Array.from({ length: 300 }, (_, i) => i));
    assert.equal(JSON.stringify(text), `"${text}"`);
  });
});

describe('sections', () => {
  const written = { few: narrow([1, 2, 3]), many: narrow([1, 70_000]), none: narrow([]), said: unitsOf('naïve “words”') };
  const expectAll = (sections: Sections): void => {
    assert.deepEqual([sections.numbers('few'), sections.numbers('many'), sections.numbers('none')], [Uint8Array.of(1, 2, 3), Int32Array.of(1, 70_000), new Uint8Array(0)]);
    assert.equal(sections.text('said'), 'naïve “words”');
  };
  it('are read where they lie', () => {
    const bytes = writeSections(written);
    const few = new Sections(bytes).numbers('few');
    bytes.fill(9, few.byteOffset, few.byteOffset + 1);
    assert.equal(few[0], 9);
    bytes.fill(1, few.byteOffset, few.byteOffset + 1);
    expectAll(new Sections(bytes));
  });
  it('are read from bytes that begin anywhere in their memory', () => {
    const bytes = writeSections(written);
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    expectAll(new Sections(moved.subarray(1)));
  });
  it('hold any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(textOf(unitsOf(text)), text)));
    assert.equal(textOf(unitsOf('ab'.repeat(20_000))), 'ab'.repeat(20_000));
  });
  it('say which one is not there', () => assert.throws(() => new Sections(writeSections({})).numbers('few'), new RangeError('There is no section "few".')));
});

describe('the trees of patterns', () => {
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.record({ type: fc.constant('word' as const), id: fc.nat(0x3fff) }),
      fc.record({ type: fc.constant('set' as const), set: fc.nat(0x3fff) }),
      fc.record({ type: fc.constantFrom('start' as const, 'end' as const, 'comma' as const, 'number' as const, 'placeholder' as const) }),
      fc.record({ type: fc.constant('gap' as const), least: fc.nat(30), most: fc.nat(30) }),
      fc.record({ type: fc.constantFrom('optional' as const, 'not' as const), item: tie('tree') }),
      fc.record({ type: fc.constant('capture' as const), name: fc.constantFrom('what', 'who'), item: tie('tree') }),
      fc.record({ type: fc.constantFrom('sequence' as const, 'choice' as const), items: fc.array(tie('tree'), { maxLength: 40 }) }),
    ),
  }));
  const backAndForth = (trees: readonly Tree[]): Tree[] => {
    const names: string[] = [];
    const { of, all } = packTrees(trees, names);
    const part = (number: number): Tree => unpackTree(all[number]!, 0, names, part);
    return of.map(part);
  };
  it('come back as they were', () => {
    fc.assert(fc.property(fc.array(tree, { maxLength: 5 }), (trees) => assert.equal(JSON.stringify(backAndForth(trees)), JSON.stringify(trees))), { numRuns: 200 });
  });
  it('are written once, whole or in part', () => {
    const words: Tree = { type: 'choice', items: [1, 2, 3].map((id) => ({ type: 'word', id })) };
    const { of, all } = packTrees([words, { type: 'sequence', items: [words, { type: 'start' }] }, words], []);
    assert.deepEqual(of, [0, 1, 0]);
    assert.deepEqual(all.map(({ length }) => length), [7, 5]);
  });
  it('that name too many words are refused', () => {
    assert.throws(() => packTrees([{ type: 'word', id: 0x4000 }], []), RangeError);
  });
});
