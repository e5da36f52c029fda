import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, createLinter, withoutCollisions, type Fix, type TextEdit } from '../../../server/src/core/index.ts';
import type { Make } from './make.ts';
import type { Property } from './property.ts';
import { faultyTexts } from './texts.ts';

const linter = createLinter({ 'min-level': 'hint' });

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let back = 0;
  while (back < before.length - start && back < after.length - start && before.at(-1 - back) === after.at(-1 - back)) back++;
  return { start, end: before.length - back, newText: after.slice(start, after.length - back) };
}

/** Where tags cut a field into several texts: each first fix changes one of them, and all together change what each does. */
export function fixingInPieces(make: Make): Property {
  return {
    name: `${make.name}: all first fixes together do what each of them does alone, and nothing else`,
    share: 5,
    check(runs) {
      let applied = 0;
      fc.assert(fc.property(make.files(faultyTexts), ({ path, text }) => {
        const before = make.parser.leaves(text);
        const fixes: Fix[] = linter.lint({ path, text, named: true }).findings.flatMap(({ fixes: [first] }) => first ?? []);
        const picked = withoutCollisions(fixes);
        const changes = new Map<string, TextEdit[]>();
        for (const { edits, title } of picked) {
          const after = make.parser.leaves(applyEdits(text, edits));
          assert.deepEqual([...after.keys()], [...before.keys()], title);
          const changed = [...after].filter(([key, value]) => value !== before.get(key));
          assert.equal(changed.length, 1, title);
          const [key, value] = changed[0]!;
          changes.set(key, [...(changes.get(key) ?? []), difference(String(before.get(key)), String(value))]);
        }
        applied += picked.length;
        const after = make.parser.leaves(applyEdits(text, picked.flatMap(({ edits }) => edits).sort((a, b) => a.start - b.start || a.end - b.end)));
        for (const [key, value] of after) {
          const edits = (changes.get(key) ?? []).sort((a, b) => a.start - b.start || a.end - b.end);
          // Where two changes share letters that are alike, which of them changed which cannot be told.
          if (edits.some((edit, i) => i > 0 && edit.start < edits[i - 1]!.end)) continue;
          assert.equal(value, edits.length === 0 ? before.get(key) : applyEdits(String(before.get(key)), edits));
        }
        assert.equal(after.size, before.size);
      }), runs);
      assert.ok(applied * 2 > runs.numRuns, `only ${applied} fixes were applied to ${runs.numRuns} files`);
    },
  };
}
