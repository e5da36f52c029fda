import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { CompletionTriggerKind, type CompletionItem } from 'vscode-languageserver/node';
import { parse } from 'yaml';
import { applyEdits, createLinter } from '../../server/src/core/index.ts';
import { exportToFiles } from '../../server/src/core/convert/convert.ts';
import { frontMatterSchema } from '../../server/src/core/readers/canned-response/schema.ts';
import { LineTable } from '../../server/src/lsp/positions.ts';
import { Editor, pulling } from './editor.ts';

/** What an editor offers where `^` stands in a canned response. */
async function offers(marked: string, uri = 'file:///library/late.reply.md'): Promise<CompletionItem[]> {
  const text = marked.replace('^', '');
  const editor = await Editor.start(pulling, { createLinter });
  await editor.open(uri, text);
  return editor.wire.sendRequest('textDocument/completion', { textDocument: { uri }, position: new LineTable(text).positionAt(marked.indexOf('^')), context: { triggerKind: CompletionTriggerKind.Invoked } });
}

async function taken(marked: string, label: string): Promise<string> {
  const text = marked.replace('^', '');
  const item = (await offers(marked)).find((offer) => offer.label === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is offered`);
  return applyEdits(text, [{ ...new LineTable(text).fromLsp(item.textEdit.range), newText: item.textEdit.newText }]);
}

const labels = async (marked: string, uri?: string): Promise<string[]> => (await offers(marked, uri)).map(({ label }) => label);

describe('completion in front matter', () => {
  it('offers the names that are not there yet', async () => {
    assert.deepEqual(await labels('---\ntitle: Late\n^\nkind: full\n---\nHi'), ['id', 'tags', 'subject', 'audience', 'purpose', 'channel', 'locale', 'platform', 'in-reply-to', 'markup', 'sections']);
    assert.equal(await taken('---\ntitle: Late\nau^\n---\nHi', 'audience'), '---\ntitle: Late\naudience: \n---\nHi');
    assert.equal(await taken('---\nau^dience: internal\n---\nHi', 'audience'), '---\naudience: internal\n---\nHi');
    assert.equal(await taken('---\n^\n\nHi', 'title'), '---\ntitle: \n\nHi');
  });
  it('offers the values that a name can have', async () => {
    assert.deepEqual(await labels('---\nkind: ^\n---\nHi'), ['full', 'fragment', 'auto-reply']);
    assert.equal(await taken('---\nplatform: zen^\n---\nHi', 'zendesk'), '---\nplatform: zendesk\n---\nHi');
    assert.deepEqual(await labels('---\ntitle: ^\n---\nHi'), []);
  });
  it('offers those of a section', async () => {
    assert.deepEqual(await labels('---\nsections:\n  note: { audience: ^ }\n---\nHi\n--- note ---\nx'), ['customer', 'internal', 'label']);
    assert.deepEqual(await labels('---\nsections:\n  note: { kind: ^ }\n---\nHi\n--- note ---\nx'), []);
  });
  it('offers nothing below it, or in other files', async () => {
    assert.deepEqual(await labels('---\ntitle: x\n---\nki^\n'), []);
    assert.deepEqual(await labels('---\n^\n---\nHi', 'file:///library/late.md'), []);
  });
});

describe('the schema of front matter', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(frontMatterSchema);
  const check = (yaml: string, holds: boolean): void => { it(`${holds ? 'holds' : 'does not hold'} ${yaml}`, () => assert.equal(validate(parse(yaml)), holds)); };
  check('{title: Late, id: 12, tags: [a, 1], kind: full, sections: {note: {audience: internal}, more: }}', true);
  check('{titel: Late}', false);
  check('{kind: big}', false);
  check('{sections: {note: {audience: friends}}}', false);
  it('holds what convert writes', () => {
    const text = JSON.stringify({ macros: [{ id: 1, title: 'A', description: 'b', actions: [{ field: 'subject', value: 's' }, { field: 'comment_value_html', value: '<p>c</p>' }, { field: 'comment_value', value: 'c' }] }] });
    const [file] = exportToFiles({ path: 'macros.json', text, encoding: 'utf-8', formats: [] })!.files;
    assert.ok(validate(parse(file!.text.split('---\n')[1]!)), JSON.stringify(validate.errors));
  });
});
