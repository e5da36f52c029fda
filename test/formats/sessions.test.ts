import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, createLinter, type TextEdit } from '../../server/src/core/index.ts';
import { resultText } from './result-text.ts';
import { fixtures } from './fixture.ts';

const snippet = fc.constantFrom('', 'a', ' ', '\n', '\n\n', '"', "'", '{', '}', '[', ']', ':', ',', ';', '\t', ' #', '- ', '---\n', '</p>', '<b>', '&', 'per our policy', '\\', '😀', '\r\n', '{{x}}', 'null', 'false', '\n  - title: x\n    body: calm down\n');

describe('a session equals a fresh lint after any edits of the fixture', () => {
  const linter = createLinter({ 'min-level': 'hint' });
  for (const { name, path, text, expected } of fixtures()) {
    it(name, () => {
      const named = expected.named ?? false;
      fc.assert(fc.property(fc.array(fc.tuple(fc.nat(100_000), fc.nat(12), snippet), { minLength: 1, maxLength: 4 }), (steps) => {
        const session = linter.open({ path, text, named });
        let now = text.replace(/^\uFEFF/, '');
        for (const [step, [where, length, newText]] of steps.entries()) {
          const start = where % (now.length + 1);
          const edit: TextEdit = { start, end: Math.min(now.length, start + length), newText };
          const before = now;
          session.edit([edit]);
          now = applyEdits(now, [edit]);
          // Fixes and checklists cost most and follow from the rest: they are compared at the end.
          const whole = step === steps.length - 1;
          const fresh = linter.lint({ path, text: now, named });
          if (resultText({ ...session.result(), bom: false }, whole) === resultText({ ...fresh, bom: false }, whole)) continue;
          const plain = (result: unknown): unknown => JSON.parse(JSON.stringify({ ...(result as object), bom: false }));
          assert.deepEqual(plain(session.result()), plain(fresh), `after ${JSON.stringify(edit)} on ${JSON.stringify(before)}`);
        }
      }), { numRuns: 25 });
    });
  }
});
