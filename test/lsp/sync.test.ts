import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { Editor, pulling, show, span } from './editor.ts';

const reply = 'file:///library/late.reply.txt';
let editor: Editor;

async function codes(): Promise<string[]> {
  return (await editor.diagnostics(reply)).map((found) => `${show(found.range)} ${found.code}`);
}

describe('incremental sync', () => {
  beforeEach(async () => { editor = await Editor.start(); });

  it('takes each change of a notification on the text that the one before it left', async () => {
    await editor.open(reply, 'one\ntwo\nthree');
    await editor.change(reply,
      { range: span(1, 0, 1, 3), text: '🙂\r\nBAD' },
      { range: span(2, 0, 2, 0), text: 'very ' },
      { range: span(0, 0, 1, 0), text: '' });
    await editor.settle();
    assert.deepEqual(editor.linter.edits, [
      { start: 4, end: 7, newText: '🙂\r\nBAD' },
      { start: 8, end: 8, newText: 'very ' },
      { start: 0, end: 4, newText: '' },
    ]);
    assert.deepEqual(await codes(), ['1:5-1:8 fake-bad']);
  });

  it('takes a whole new text', async () => {
    await editor.open(reply, 'BAD');
    await editor.change(reply, { text: 'now\nWORSE' }, { range: span(1, 0, 1, 0), text: 'BAD ' });
    assert.deepEqual(await codes(), ['1:0-1:3 fake-bad', '1:4-1:9 fake-worse']);
  });

  it('takes a byte-order mark away and back', async () => {
    await editor.open(reply, '\uFEFFBAD');
    await editor.change(reply, { range: span(0, 0, 0, 1), text: '' });
    assert.deepEqual(await codes(), ['0:0-0:3 fake-bad']);
    await editor.change(reply, { range: span(0, 0), text: '\uFEFF' }, { range: span(0, 1), text: 'x' });
    assert.deepEqual(await codes(), ['0:2-0:5 fake-bad']);
  });

  it('goes on after an edit that the linter could not follow', async () => {
    await editor.open(reply, 'BAD\n');
    await editor.change(reply, { range: span(1, 0), text: 'EXPLODE' });
    assert.deepEqual(await codes(), []);
    await editor.change(reply, { range: span(1, 0, 1, 7), text: 'BAD' });
    assert.deepEqual(await codes(), ['0:0-0:3 fake-bad', '1:0-1:3 fake-bad']);
    assert.match(editor.logged[0]!, /^Something went wrong while following an edit in late\.reply\.txt: the fake exploded\./);
  });

  it('has the new text even where the linter refused the edit', async () => {
    await editor.open(reply, 'BAD\n');
    await editor.change(reply, { range: span(0, 0), text: 'REFUSE BAD ' });
    assert.deepEqual(await codes(), ['0:7-0:10 fake-bad', '0:11-0:14 fake-bad']);
  });

  it('opens a new document that was declared a canned response under a name that says so', async () => {
    await editor.open('untitled:Untitled-1', 'BAD', 'canned-response');
    await editor.open('file:///library/notes/a.txt', 'BAD', 'plaintext');
    await editor.settle();
    assert.deepEqual(editor.linter.opened.map((input) => input.path), ['Untitled-1.reply.md', 'notes/a.txt']);
  });
});

describe('after any edits', () => {
  it('the diagnostics are those of the present text', async () => {
    editor = await Editor.start(pulling);
    const piece = fc.array(fc.constantFrom('BAD', 'x', '🙂', '\n', '\r\n', '\r', ' '), { maxLength: 6 }).map((parts) => parts.join(''));
    const place = fc.record({ line: fc.nat(6), character: fc.nat(12) });
    const change = fc.tuple(place, place, piece);
    let files = 0;
    await fc.assert(fc.asyncProperty(piece, fc.array(change, { minLength: 1, maxLength: 6 }), async (text, changes) => {
      const uri = `file:///library/${files++}.reply.txt`;
      const reference = TextDocument.create(uri, 'plaintext', 1, text);
      await editor.open(uri, text);
      for (const [from, to, newText] of changes) {
        const [start, end] = [from, to].map((at) => reference.positionAt(reference.offsetAt(at))).sort((a, b) => a.line - b.line || a.character - b.character);
        const event: TextDocumentContentChangeEvent = { range: { start: start!, end: end! }, text: newText };
        TextDocument.update(reference, [event], reference.version + 1);
        await editor.change(uri, event);
      }
      const expected = [...reference.getText().matchAll(/BAD/g)].map((match) => show({ start: reference.positionAt(match.index), end: reference.positionAt(match.index + 3) }));
      assert.deepEqual((await editor.diagnostics(uri)).map((found) => show(found.range)), expected);
    }), { numRuns: 60 });
  });
});
