import assert from 'node:assert/strict';
import { collectGarbage } from '../../server/src/lsp/collect-garbage.ts';
import { largeText, quietTime } from '../../server/src/lsp/rest.ts';
import { Editor, pulling } from './editor.ts';

const library = 'file:///library/replies.yaml';
const large = 'x'.repeat(largeText);

describe('memory that a large file took to read', () => {
  let editor: Editor;
  let collected: number;
  beforeEach(async () => {
    collected = 0;
    editor = await Editor.start(pulling, { collectGarbage: () => { collected++; } });
  });

  it('is given back once, when nobody has typed for a while', async () => {
    await editor.open(library, large);
    await editor.settle();
    editor.clock.pass(quietTime - 1);
    await editor.change(library, { text: `${large}y` });
    await editor.settle();
    editor.clock.pass(quietTime - 1);
    assert.equal(collected, 0);
    editor.clock.pass(1);
    assert.equal(collected, 1);
    await editor.change(library, { text: large });
    await editor.settle();
    editor.clock.pass(quietTime);
    assert.equal(collected, 1);
  });

  it('is no reason to pause after a small one', async () => {
    await editor.open(library, 'x');
    await editor.settle();
    editor.clock.pass(quietTime);
    assert.equal(collected, 0);
  });

  it('can be asked of the Node that runs this', async () => {
    const gone = new WeakRef({ large });
    // What a reference was made for stays until the turn ends.
    await new Promise(setImmediate);
    await collectGarbage();
    assert.equal(gone.deref(), undefined);
  });
});
