import assert from 'node:assert/strict';
import { Editor, pulling, show } from './editor.ts';

const reply = 'file:///library/late.reply.txt';
let editor: Editor;

describe('hover', () => {
  it('says why the words are flagged', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'It is BAD.');
    const shown = await editor.hover(reply, 0, 7);
    assert.deepEqual(shown!.contents, { kind: 'markdown', value: '"BAD" can be said better.\n\nIn short: fake-bad.' });
    assert.equal(show(shown!.range!), '0:6-0:9');
  });

  it('is plain for editors that show no Markdown', async () => {
    editor = await Editor.start({});
    await editor.open(reply, 'BAD');
    assert.deepEqual((await editor.hover(reply, 0, 1))!.contents, { kind: 'plaintext', value: '"BAD" can be said better.\n\nhttps://example.org/rules/fake-bad' });
  });

  it('links the page of a rule that it knows nothing else of', async () => {
    editor = await Editor.start(pulling, { explainRuleBriefly: () => null });
    await editor.open(reply, 'BAD');
    assert.deepEqual((await editor.hover(reply, 0, 1))!.contents, { kind: 'markdown', value: '"BAD" can be said better.\n\n[More about fake-bad](https://example.org/rules/fake-bad)' });
  });

  it('is nothing elsewhere', async () => {
    editor = await Editor.start();
    await editor.open(reply, 'It is BAD.');
    assert.equal(await editor.hover(reply, 0, 2), null);
    assert.equal(await editor.hover('file:///library/unknown.md', 0, 0), null);
  });

  it('is logged, not fatal, where the rule cannot be explained', async () => {
    editor = await Editor.start(pulling, { explainRuleBriefly: () => { throw new Error('no page'); } });
    await editor.open(reply, 'BAD');
    assert.equal(await editor.hover(reply, 0, 1), null);
    assert.equal((await editor.diagnostics(reply)).length, 1);
    assert.match(editor.logged[0]!, /explaining a finding: no page/);
  });
});
