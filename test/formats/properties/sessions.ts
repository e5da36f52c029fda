import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, createLinter, type TextEdit } from '../../../server/src/core/index.ts';
import { resultText } from '../result-text.ts';
import type { Make } from './make.ts';
import type { Property } from './property.ts';
import { faultyTexts, texts } from './texts.ts';

const linter = createLinter({ 'min-level': 'hint' });
/** What splits, joins, opens and closes records somewhere. */
const marks = fc.constantFrom('', '', 'a', ' ', '\n', '\n\n', '\r\n', '"', "'", '{', '}', '[', ']', ':', ',', ';', '\t', ' #', '- ', '---\n', '```', '</p>', '<b>', '<!--', '<![CDATA[', '&', '\\', '|', '> ', 'per our policy', 'null', '\n  - name: x\n    body: calm down\n');
/** A byte-order mark at the start of a file is taken off before anybody sees the file, so no edit may bring one there. */
const unmarked = (text: string): string => text.replaceAll('\ufeff', '');
const edits = fc.array(fc.record({ at: fc.nat(1_000_000), length: fc.oneof(fc.nat(3), fc.nat(30)), newText: fc.oneof(marks, marks, texts.map(unmarked)) }), { minLength: 1, maxLength: 2, size: 'max' });

/** A session's result equals a fresh lint after each edit, and after each is undone. */
export function sessionProperty(make: Make): Property {
  const files = make.files(fc.oneof(faultyTexts, texts.map(unmarked)));
  return {
    name: `${make.name}: a session equals a fresh lint after edits, also undone`,
    share: 5,
    check: (runs) => {
      let checked = 0;
      fc.assert(fc.property(files, edits, ({ path, text }, steps) => {
        // Now and then a file is compared with its fixes and checklists too.
        const whole = checked++ % 20 === 0;
        const session = linter.open({ path, text, named: true });
        const states = [{ text, fresh: '', undo: { start: 0, end: 0, newText: '' } }];
        const compare = (edit: TextEdit, before: string, state: { readonly text: string; readonly fresh: string }): void => {
          session.edit([edit]);
          assert.equal(session.text(), state.text);
          if (resultText(session.result(), whole) !== state.fresh) assert.deepEqual(JSON.parse(JSON.stringify(session.result())), JSON.parse(JSON.stringify(linter.lint({ path, text: state.text, named: true }))), `after ${JSON.stringify(edit)} on ${JSON.stringify(before)}`);
        };
        for (const { at, length, newText } of steps) {
          const before = states.at(-1)!.text;
          const start = at % (before.length + 1);
          const edit = { start, end: Math.min(before.length, start + length), newText };
          const now = applyEdits(before, [edit]);
          const state = { text: now, fresh: resultText(linter.lint({ path, text: now, named: true }), whole), undo: { start, end: start + newText.length, newText: before.slice(start, edit.end) } };
          states.push(state);
          compare(edit, before, state);
        }
        states[0]!.fresh = resultText(linter.lint({ path, text, named: true }), whole);
        for (let i = states.length - 1; i > 0; i--) compare(states[i]!.undo, states[i]!.text, states[i - 1]!);
      }), runs);
    },
  };
}
