import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver/node';
import { createLinter } from '../../server/src/core/index.ts';
import type { show } from './editor.ts';
import { Editor, pulling } from './editor.ts';

/** The snippets that are offered at the mark `|`, by their ids. */
async function offered(uri: string, marked: string, options?: unknown): Promise<CompletionItem[]> {
  const at = marked.indexOf('|');
  const before = marked.slice(0, at).split('\n');
  const editor = await Editor.start(pulling, { createLinter: (config) => createLinter(config) }, options);
  await editor.open(uri, marked.replace('|', ''));
  const items = await editor.wire.sendRequest<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length }, context: { triggerKind: 1 } });
  return items.filter(({ kind }) => kind === 15);
}

describe('snippets as completion', () => {
  const zendesk = (body: string): string => `{ "macros": [{ "title": "Late", "actions": [{ "field": "comment_value", "value": "${body}" }] }] }`;

  it('come where a word is begun that finds them, in place of it', async () => {
    const items = await offered('file:///library/replies.json', zendesk('Hi.\\n\\nleaps-as|'));
    assert.deepEqual(items.map(({ labelDetails }) => labelDetails!.description), ['ask-one-thing', 'ask-what-you-see']);
    const edit = items[0]!.textEdit as { range: Parameters<typeof show>[0]; newText: string };
    assert.equal(edit.newText, 'Could you tell me [what you need to know]? With that I can [what it is for].');
  });

  it('hold the variables of the platform, and are written as the file needs it', async () => {
    const [reply] = await offered('file:///library/replies.json', zendesk('reply-late|'));
    const { newText } = reply!.textEdit as { newText: string };
    assert.match(newText, /^Hi \{% if ticket\.requester\.first_name != blank %\}[^]*,\\n\\nThank you/);
    assert.match(newText, /Best wishes,\\n\{\{/);
  });

  it('stand in a folded YAML block', async () => {
    const [reply] = await offered('file:///library/.github/replies.yml', 'replies:\n  - name: Late\n    body: >\n      follow-up-reply|\n');
    assert.match((reply!.textEdit as { newText: string }).newText, /^If anything looks different/);
  });

  it('are left to an editor that has them already, in files of our own type', async () => {
    const text = 'Hi.\n\nleaps-as|\n';
    assert.equal((await offered('file:///library/a.reply.md', text)).length, 2);
    assert.equal((await offered('file:///library/a.reply.md', text, { offersSnippets: true })).length, 0);
  });

  it('are no answer inside a placeholder or a tag', async () => {
    assert.deepEqual(await offered('file:///library/replies.json', zendesk('Hi {{leaps|')), []);
  });
});
