import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, restore, show, yaml } from './workspace.ts';

const textOf = (content: vscode.MarkdownString | vscode.MarkedString): string => (typeof content === 'string' ? content : content.value);

describe('hover', () => {
  afterEach(restore);

  it('gives the reason and its source', async () => {
    const { document } = await show(yaml);
    const { range, message } = await finding(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start.translate(0, 1));
    const text = hovers.flatMap((hover) => hover.contents.map(textOf)).join('\n');
    assert.ok(text.length > message.length, `the hover says no more than the message: ${text}`);
    assert.match(text, /source/i);
    assert.match(text, /policy-shield/);
  });
});
