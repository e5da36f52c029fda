import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { createLinter } from '../../server/src/core/index.ts';
import { fixtures } from './fixture.ts';

const odd: readonly unknown[] = [null, 0, 7.5, true, false, '', ' ', 'x', '\u0000', [], {}, [null], [[]], [{}], { '': null }, { a: { b: [] } }, ['channel:all'], { text: null }, '{{', '<p', '⟦'];

/** The same data with an odd value at the place that a number picks. */
function withOdd(data: unknown, at: number, value: unknown): unknown {
  let left = at;
  const walk = (here: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(here)) return here.map(walk);
    if (here !== null && typeof here === 'object') return Object.fromEntries(Object.entries(here).map(([key, inner]) => [key, walk(inner)]));
    return here;
  };
  return walk(data);
}

const size = (data: unknown): number => 1 + (data !== null && typeof data === 'object' ? Object.values(data).reduce((sum: number, inner) => sum + size(inner), 0) : 0);

describe('odd values in place of any part of a fixture are no error', () => {
  const linter = createLinter({ 'min-level': 'hint' });
  for (const { name, path, text, expected } of fixtures()) {
    if (!/\.(?:json|ya?ml)$/.test(path)) continue;
    const documents = parseAllDocuments(text);
    const data: unknown[] = Array.isArray(documents) ? documents.map((document) => document.toJS() as unknown) : [];
    it(name, () => {
      fc.assert(fc.property(fc.nat(data.length - 1), fc.nat(10_000), fc.constantFrom(...odd), fc.nat(10_000), fc.constantFrom(...odd), (nth, a, first, b, second) => {
        const changed = withOdd(withOdd(data[nth], a % size(data[nth]), first), b % size(data[nth]), second);
        for (const written of path.endsWith('.json') ? [JSON.stringify(changed), JSON.stringify(changed, null, 2)] : [stringify(changed)]) {
          const result = linter.lint({ path, text: written, named: expected.named ?? false });
          assert.equal(result.error, null, written);
          const own = result.responses.flatMap((reply) => reply.segments).filter((segment) => segment.audience === 'customer');
          for (const finding of result.findings) {
            assert.ok(finding.ruleId === 'stale-translation' || own.some((segment) => segment.start <= finding.start && finding.end <= segment.end), written);
            assert.ok(Array.isArray(finding.fixes));
          }
        }
      }), { numRuns: 60 });
    });
  }
});
