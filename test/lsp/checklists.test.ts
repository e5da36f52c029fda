import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver/node';
import { createLinter } from '../../server/src/core/index.ts';
import { checklistMethod, insertStepMethod, stepSnippetsMethod, type ChecklistResult, type InsertStepResult, type StepSnippet } from '../../server/src/lsp/protocol.ts';
import { Editor, pulling, show } from './editor.ts';

const file = 'file:///library/.github/replies.yml';
const text = `replies:
  - name: Late
    body: |
      Hi Sam,

      Thanks for reporting the leak. I've booked a plumber for Friday.

      Best regards
      Ana
  - name: Short
    body: The lamp leaves on Monday.
`;

const open = async (initializationOptions?: unknown): Promise<Editor> => {
  const editor = await Editor.start(pulling, { createLinter: (config) => createLinter(config) }, initializationOptions);
  await editor.open(file, text);
  return editor;
};

describe('checklists', () => {
  it('are told for each reply, with the place of their evidence', async () => {
    const editor = await open();
    const { framework, frameworks, responses } = await editor.wire.sendRequest<ChecklistResult>(checklistMethod, { uri: file });
    assert.equal(framework, 'leaps');
    assert.deepEqual(frameworks.map(({ id }) => id).sort(), ['common-ground', 'emotional-intelligence', 'five-stage', 'five-step-appeal', 'leaps']);
    assert.deepEqual(responses.map(({ id, checklist }) => [id, checklist && `${checklist.met} of ${checklist.of}`]), [['late', '2 of 2'], ['short', null]]);
    assert.equal(show(responses[0]!.checklist!.steps[0]!.evidence[0]!), '5:6-5:26');
  });

  it('follow the framework that is asked for', async () => {
    const editor = await open();
    const { title, responses } = await editor.wire.sendRequest<ChecklistResult>(checklistMethod, { uri: file, framework: 'five-stage' });
    assert.equal(title, 'Five-stage de-escalation');
    assert.equal(responses[0]!.checklist!.framework, 'five-stage');
  });

  it('stand above each full reply as a lens, unless the editor says otherwise', async () => {
    const lenses = async (editor: Editor): Promise<CodeLens[]> => editor.wire.sendRequest('textDocument/codeLens', { textDocument: { uri: file } });
    assert.deepEqual((await lenses(await open())).map(({ range, command }) => `${show(range)} ${command!.title}`), ['1:0-1:0 LEAPS 2 of 2']);
    assert.deepEqual(await lenses(await open({ settings: { codeLens: false } })), []);
  });

  it('show in a hover on the first line of a reply', async () => {
    const editor = await open();
    const shown = await editor.hover(file, 1, 6);
    assert.match((shown!.contents as { value: string }).value, /^\*\*LEAPS 2 of 2\*\*\n\n\| step [^]*\| Listen \| there \|/);
    assert.equal(await editor.hover(file, 4, 0), null);
  });

  it('come with words for a step', async () => {
    const editor = await open();
    const words = await editor.wire.sendRequest<readonly StepSnippet[]>(stepSnippetsMethod, { uri: file, response: 'late', step: 'ask' });
    assert.deepEqual(words.map(({ id }) => id), ['ask-one-thing', 'ask-what-you-see']);
    assert.match(words[0]!.words, /^Could you tell me \[what you need to know\]\?/);
  });

  it('say where words for a step go', async () => {
    const editor = await open();
    const answer = await editor.wire.sendRequest<InsertStepResult>(insertStepMethod, { uri: file, response: 'late', step: 'empathise', words: 'A wet carpet is stressful.' });
    assert.ok('edits' in answer);
    assert.equal(answer.version, 1);
    assert.deepEqual(answer.edits.map(({ range, newText }) => `${show(range)} ${newText}`), ['5:70-5:70 \n\n      A wet carpet is stressful.']);
    assert.ok('refused' in await editor.wire.sendRequest<InsertStepResult>(insertStepMethod, { uri: file, response: 'gone', step: 'ask', words: 'Which?' }));
  });
});
