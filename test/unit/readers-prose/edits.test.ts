import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../server/src/core/model.ts';
import type { Item } from '../../../server/src/core/readers/reader.ts';
import { readerOf, repliesOf } from './replies.ts';

const files: Record<string, string> = {
  'replies.md': '# Replies\n\n## Late\n\n```\nSubject: Late\n\nHi [Name],\n\nyour parcel is late.\n- one\n```\n\n## Lost\n\n> Hi there,\n>\n> it is lost.\n\n## Said\n\n"Thank you for\nyour time."\n',
  'support-templates.md': '# All\n\n## Late\nSubject: Late\n\nHi [Name],\n\nyour parcel is late.\n\n## Lost\n\nUse this when it is lost.\n\nHi, we lost it. Sorry.\n\n## Terse\n\nWe will call you back.\n',
  'canned-responses/all.md': '---- ONE\n\nThanks for the report.\n\n---- TWO\n\nClosing.\n',
  '.github/SAVED_REPLIES/a.md': '# Title\n\nThank you for this.\n\nBye\n',
  'replies/a.txt': 'Subject: x y\n\nHi you,\nit is late.\n',
  'a.reply.md': '---\ntitle: x\nsubject: Your parcel\n---\nHi you,\n\nit is late.\n',
  'b.reply.md': '---\ntitle: x\nsections:\n  chat: { role: chat }\n  note: { audience: internal }\n---\nHi you,\n\nit is late.\n\n--- chat ---\n\nIt is late.\n\n--- note ---\n\nCall them.\n',
};
const inserts = fc.constantFrom('x', ' ', '', 'Hi', '\n', '\n\n', '"', '```', '\n```\n', '# ', '\n# x\n', '>', '> ', '---', '\n---\n', '\n---- X\n', '- ', '<!--', '-->', '.', 'Subject: ', 'Template:\n', '|', '1. ', 'We are sorry for you.');

function edited(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

/** Blanks at the ends of a line carry nothing, and a quote mark may take one for its own. */
function trimmed(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/gm, '').trim();
}

describe('an edit inside a reply', () => {
  for (const [path, text] of Object.entries(files)) {
    it(`that leaves it one item leaves the others as they were: ${path}`, () => {
      const reader = readerOf(path, text)!;
      const { items } = reader.items(text);
      assert.ok(items.length > 0);
      let kept = 0;
      fc.assert(fc.property(fc.nat(items.length - 1), fc.nat(), fc.nat(6), inserts, (which, place, length, newText) => {
        const item = items[which]!;
        if (item.end - item.start < 3) return;
        const start = item.start + 1 + (place % (item.end - item.start - 2));
        const end = Math.min(item.end - 1, start + length);
        const after = edited(text, { start, end, newText });
        const shift = newText.length - (end - start);
        const source = after.slice(item.start, item.end + shift);
        if (!reader.isStillOneItem(source, item, text.slice(item.start, item.end))) return;
        kept++;
        const moved: Item[] = items.map((other, i) => (i < which ? other : i === which ? { ...other, end: other.end + shift } : { ...other, start: other.start + shift, end: other.end + shift }));
        const again = readerOf(path, after)!;
        assert.deepEqual(again.items(after).items, moved);
      }), { numRuns: 1500 });
      assert.ok(kept > 100, 'most edits keep their reply one item');
    });

    it(`that a field writes reads back: ${path}`, () => {
      const reader = readerOf(path, text)!;
      const { items } = reader.items(text);
      const count = repliesOf(path, text).length;
      let written = 0;
      fc.assert(fc.property(fc.nat(items.length - 1), fc.nat(3), fc.nat(), fc.nat(6), inserts, (which, fieldIndex, place, length, newText) => {
        const item = items[which]!;
        const { fields } = reader.read(text.slice(item.start, item.end), item).reply!;
        const field = fields[fieldIndex % fields.length]!;
        const from = place % field.value.text.length;
        const to = Math.min(field.value.text.length, from + length);
        const edits = field.write(from, to, newText);
        if ('refused' in edits || !/^[\w .]*$/.test(newText)) return;
        const after = edits.reduceRight((now, edit) => edited(now, { ...edit, start: edit.start + item.start, end: edit.end + item.start }), text);
        const now = repliesOf(path, after);
        if (now.length !== count) return;
        written++;
        const wanted = field.value.text.slice(0, from) + newText + field.value.text.slice(to);
        const values = now[which]!.fields.map((other) => other.value.text);
        assert.ok(values.some((value) => trimmed(value) === trimmed(wanted)) || /^(?:Subject:|Use this|Template:)/.test(wanted.trim()) || wanted.trim() === '' || !/^\w/.test(wanted) || !/[\w.\]]$/.test(wanted), `${JSON.stringify(wanted)} not in ${JSON.stringify(values)}`);
      }), { numRuns: 800 });
      assert.ok(written > 50, 'most texts can be written');
    });
  }
});
