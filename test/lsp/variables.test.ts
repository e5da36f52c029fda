import assert from 'node:assert/strict';
import { CompletionTriggerKind, type CompletionItem } from 'vscode-languageserver/node';
import { createLinter } from '../../server/src/core/index.ts';
import { applyEdits } from '../../server/src/core/fixes/fix-text.ts';
import { LineTable } from '../../server/src/lsp/positions.ts';
import { Editor, pulling, show } from './editor.ts';

const macros = (value: string, field = 'comment_value'): string => `{"macros":[{"id":1,"title":"Late","actions":[{"field":"${field}","value":"${value}"}]}]}`;
const uri = 'file:///library/macros.json';

async function opened(text: string, at = uri): Promise<Editor> {
  const editor = await Editor.start(pulling, { createLinter });
  await editor.open(at, text);
  return editor;
}

/** What an editor offers where `^` stands in the text. */
async function offers(marked: string, { at = uri, typed = false } = {}): Promise<CompletionItem[]> {
  const text = marked.replace('^', '');
  const editor = await opened(text, at);
  const position = new LineTable(text).positionAt(marked.indexOf('^'));
  const context = typed ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: '{' } : { triggerKind: CompletionTriggerKind.Invoked };
  return editor.wire.sendRequest('textDocument/completion', { textDocument: { uri: at }, position, context });
}

/** The text after the offer with this label was taken. */
async function taken(marked: string, label: string, options = {}): Promise<string> {
  const text = marked.replace('^', '');
  const item = (await offers(marked, options)).find((offer) => offer.label === label);
  assert.ok(item, `${label} is not offered`);
  const lines = new LineTable(text);
  const edits = [item.textEdit!, ...(item.additionalTextEdits ?? [])].map((edit) => ({ ...lines.fromLsp('range' in edit ? edit.range : edit.insert), newText: edit.newText }));
  return applyEdits(text, edits);
}

describe('completion of variables', () => {
  it('offers those of the platform after its opening sign, and closes them', async () => {
    assert.equal(await taken(macros('Your ticket is {{tick^.'), 'ticket.id', { typed: true }), macros('Your ticket is {{ticket.id}}.'));
    assert.equal(await taken(macros('Your ticket is {{^}}.'), 'ticket.id', { typed: true }), macros('Your ticket is {{ticket.id}}.'));
  });

  it('offers names of people with words for an empty value first', async () => {
    assert.equal(await taken(macros('Hi {{^}},'), 'ticket.requester.first_name, else “there”'),
      macros('Hi {% if ticket.requester.first_name != blank %}{{ticket.requester.first_name}}{% else %}there{% endif %},'));
  });

  it('offers them on request anywhere in customer text, and not unasked', async () => {
    assert.equal(await taken(macros('Your ticket is ^.'), 'ticket.id'), macros('Your ticket is {{ticket.id}}.'));
    assert.deepEqual(await offers(macros('Your ticket is ^.'), { typed: true }), []);
  });

  it('writes them in the syntax of the file', async () => {
    const chatwoot = (content: string): string => `- short_code: late\n  content: '${content}'\n`;
    assert.equal(await taken(chatwoot('Hi {{^, your parcel is here.'), 'contact.first_name, else “there”', { at: 'file:///library/canned.yaml' }),
      chatwoot("Hi {{ contact.first_name || ''there'' }}, your parcel is here."));
    const intercom = (body: string): string => `{"type":"list","data":[{"type":"macro","id":"1","name":"Late","body":"${body}"}]}`;
    assert.equal(await taken(intercom('<p>Hi ^, your parcel is here.</p>'), 'user.name, else “there”', { at: 'file:///library/intercom.json' }),
      intercom('<p>Hi <attribute key=\\"user.name\\" default=\\"there\\"/>, your parcel is here.</p>'));
  });

  const none = async (marked: string, options = {}): Promise<void> => assert.deepEqual((await offers(marked, options)).map(({ label }) => label), []);

  it('offers nothing in a tag, in a placeholder, in labels, or where the platform is not known', async () => {
    await none(macros("<p><a href='^'>See</a> your parcel.</p>", 'comment_value_html'));
    await none('{"macros":[{"id":1,"title":"La^te","actions":[{"field":"comment_value","value":"Your parcel is here."}]}]}');
    await none('Your ticket is {{^', { at: 'file:///library/late.reply.txt' });
    await none(macros('{% if tick^et.id %}Your parcel is here.{% endif %}'));
  });

  it('takes the platform from the front matter', async () => {
    const text = '---\nplatform: help-scout\n---\nYour number is {%^';
    assert.equal(await taken(text, 'conversation.number', { at: 'file:///library/late.reply.md' }), text.replace('{%^', '{%conversation.number%}'));
  });
});

describe('hover over a placeholder', () => {
  it('says what it is, with an example, and what an empty value prints', async () => {
    const text = macros('Your ticket is {{ticket.id}}.');
    const shown = await (await opened(text)).hover(uri, 0, text.indexOf('ticket.id') + 2);
    assert.deepEqual(shown!.contents, { kind: 'markdown', value: '**The ticket’s number** (Zendesk Support)\n\nFor example: 41827\n\nAn empty field prints nothing, so “Hi NAME,” becomes “Hi ,”.' });
    assert.equal(show(shown!.range!), `0:${text.indexOf('{{')}-0:${text.indexOf('}}') + 2}`);
  });

  it('says what its fallback prints', async () => {
    const text = '---\nplatform: chatwoot\n---\nYour agent is {{ agent.name || \'our team\' }}.';
    const shown = await (await opened(text, 'file:///library/late.reply.md')).hover('file:///library/late.reply.md', 3, 20);
    assert.match((shown!.contents as { value: string }).value, /Where it is empty, the reader sees “our team”\./);
  });
});
