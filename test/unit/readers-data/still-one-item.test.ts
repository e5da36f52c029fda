import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readFile } from './reading.ts';
import { styles } from './awkward-text.ts';

/** Is the item still itself after the edit that puts `by` in place of `find`? */
function still(path: string, text: string, find: string, by: string): boolean {
  const at = text.indexOf(find);
  const read = readFile(path, text)!;
  const { item, source } = read.items.find(({ item }) => item.start < at && at + find.length < item.end)!;
  return read.reader.isStillOneItem(source.slice(0, at - item.start) + by + source.slice(at - item.start + find.length), item, source);
}

const yaml = 'replies:\n  - title: A\n    body: |\n      We are on it.\n      Bye.\n\n  - title: B\n    body: That is all we know.\n';
const json = '[{"title": "A", "body": "We are on it."}, {"title": "B", "body": "That is all."}]';

describe('an edit inside an item', () => {
  const check = (name: string, path: string, text: string, edit: readonly [string, string], expected: boolean): void => {
    it(`${name}: ${expected ? 'it stays one' : 'the file is read again'}`, () => assert.equal(still(path, text, ...edit), expected));
  };
  check('another word', 'replies.yml', yaml, ['on it', 'with you'], true);
  check('another line', 'replies.yml', yaml, ['Bye.', 'Bye,\n      you.'], true);
  check('a line that ends the item', 'replies.yml', yaml, ['Bye.', 'Bye.\n  - title: C'], false);
  check('a line that is out of the block', 'replies.yml', yaml, ['\n      Bye', '\n  Bye'], false);
  check('no sentence left', 'replies.yml', yaml, ['That is all we ', ''], false);
  check('no field left', 'replies.yml', yaml, ['body: That', 'bode: That'], false);
  check('a quotation mark opened', 'replies.yml', yaml, ['That is', '"That is'], false);
  check('a quoted line that is not indented', 'replies.yml', 'replies:\n  - title: A\n    body: "We are\n      on it."\n    x: 1\n', ['\n      on', '\non'], false);
  check('a closing mark that becomes an escape', 'replies.yml', "replies:\n  - body: 'We are on it.'\n    title: 'Ab'\n", ["'Ab", "'Ab'"], false);
  check('another word in JSON', 'replies.json', json, ['on it', 'with you'], true);
  check('a quotation mark in JSON', 'replies.json', json, ['on it', 'on" it'], false);
  check('a second record in JSON', 'replies.json', json, ['on it."', 'on it."}, {"body": "x"'], false);

  const bits = ['x', ' ', '\n', '\n  ', '\n    ', '- ', ': ', '"', "'", '#', ' #', '|', '>', '[', ']', '{', '}', ',', '&a', '*a', '!', 'body: ', '---', '\t'];
  for (const style of [...styles, 'JSON'] as const) {
    it(`never says yes where a fresh look at the file says no (${style})`, () => {
      let yes = 0;
      fc.assert(fc.property(fc.nat(), fc.nat(4), fc.array(fc.constantFrom(...bits), { maxLength: 3 }), fc.boolean(), (at, length, parts, flow) => {
        const data = { replies: [{ title: 'First', body: 'We are on it.\nYou will hear from us.' }, { title: 'Second', body: 'That is all that\n\nwe know so far.' }, { body: 'Thank you for telling us.', title: 'Third' }] };
        const collectionStyle = flow && !style.startsWith('BLOCK') ? 'flow' : 'block';
        const text = style === 'JSON' ? JSON.stringify(data, null, flow ? 2 : 0) : stringify(data, { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth: 24, collectionStyle });
        const path = style === 'JSON' ? 'replies.json' : 'replies.yaml';
        const before = readFile(path, text)!;
        const { item, source } = before.items[at % before.items.length]!;
        const start = 1 + (at % (source.length - 2));
        const end = Math.min(source.length - 1, start + length);
        const changed = source.slice(0, start) + parts.join('') + source.slice(end);
        if (!before.reader.isStillOneItem(changed, item, source)) return;
        yes++;
        const shift = changed.length - source.length;
        const after = readFile(path, text.slice(0, item.start) + changed + text.slice(item.end));
        assert.ok(after);
        const expected = before.items.map((other) => (other.item === item
          ? { start: item.start, end: item.end + shift } : other.item.start > item.start
            ? { start: other.item.start + shift, end: other.item.end + shift } : { start: other.item.start, end: other.item.end }));
        assert.deepEqual(after.items.map((found) => ({ start: found.item.start, end: found.item.end })), expected, JSON.stringify({ source, changed }));
        const index = before.items.findIndex((other) => other.item === item);
        const { reply } = before.reader.read(changed, item);
        assert.deepEqual(reply?.fields.map((field) => field.value.text), after.items[index]!.reply.fields.map((field) => field.value.text));
      }), { numRuns: 400 });
      assert.ok(yes > 20, `${yes} of 400 stayed one item`);
    });
  }
});
