import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, createLinter, withoutCollisions, type Finding, type Fix } from '../../../server/src/core/index.ts';
import type { Make } from './make.ts';
import { customerFields, spoken, type Found } from './reading.ts';
import type { Property } from './property.ts';
import { faultyTexts } from './texts.ts';

/** All replies are judged as one kind, so that the same text says the same in every file. */
const linter = createLinter({ 'min-level': 'hint', replies: [{ kind: 'full', purpose: 'ordinary', channel: 'email', locale: 'en' }] });

interface Alone {
  readonly field: Found;
  /** What is found in the text where it stands in a file of its own as it is, by rule and place in the real file. */
  readonly findings: ReadonlyMap<string, Finding>;
  /** Length of what stands before the text there. */
  readonly shift: number;
}

const keyOf = (ruleId: string, start: number, end: number): string => `${ruleId} ${start}-${end}`;

/** The text of a field linted in a file that is nothing but the text, in which an edit is what it is. */
function alone(found: Found, seen: Map<string, readonly Finding[]>): Alone {
  const { item, field: { value, markup } } = found;
  const before = `---\nmarkup: ${markup}\n---\n`;
  const text = before + value.text;
  const findings = seen.get(text) ?? linter.lint({ path: 'alone.reply.md', text, named: true }).findings;
  seen.set(text, findings);
  const shift = before.length;
  return {
    field: found, shift,
    findings: new Map(findings.map((finding) => {
      const { start, end } = value.map.range(finding.start - shift, finding.end - shift);
      return [keyOf(finding.ruleId, start + item.start, end + item.start), finding];
    })),
  };
}

/** The first fixes of all findings of a file, together, do to each text what they do to it alone, and nothing else. */
export function fixingProperty(make: Make): Property {
  return {
    name: `${make.name}: all first fixes together do what each of them says, and nothing else`,
    share: 5,
    check(runs) {
      let applied = 0;
      fc.assert(fc.property(make.files(faultyTexts), ({ path, text, customer }) => {
        const seen = new Map<string, readonly Finding[]>();
        const wanted = spoken(make.parser.leaves(text), customer);
        const fields = customerFields(path, text).map((found) => alone(found, seen));
        const known = new Map(fields.flatMap((each) => [...each.findings].map(([key, finding]) => [key, { each, finding }] as const)));
        const judged = linter.lint({ path, text, named: true }).findings.flatMap((finding) => {
          const same = known.get(keyOf(finding.ruleId, finding.start, finding.end));
          return same && finding.fixes.length > 0 && same.finding.fixes.length > 0 && !(make.ownFillIns && finding.fixes[0]!.fillIns > 0) ? [{ finding, each: same.each, alone: same.finding }] : [];
        });
        const picked = new Set<Fix>(withoutCollisions(judged.map(({ finding }) => finding.fixes[0]!)));
        const together = judged.filter(({ finding }) => picked.has(finding.fixes[0]!));
        applied += together.length;
        const after = make.parser.leaves(applyEdits(text, together.flatMap(({ finding }) => finding.fixes[0]!.edits).sort((a, b) => a.start - b.start || a.end - b.end)));
        const expected = make.parser.leaves(text);
        fields.forEach(({ field: { field: { value } }, shift }, nth) => {
          const edits = together.filter(({ each }) => each === fields[nth]).flatMap((one) => one.alone.fixes[0]!.edits.map((edit) => ({ ...edit, start: edit.start - shift, end: edit.end - shift })));
          expected.set(wanted[nth]!.path, make.plain(applyEdits(value.text, edits.sort((a, b) => a.start - b.start || a.end - b.end))));
        });
        assert.deepEqual([...after], [...expected]);
      }), runs);
      assert.ok(applied * 2 > runs.numRuns, `only ${applied} fixes were applied to ${runs.numRuns} files`);
    },
  };
}
