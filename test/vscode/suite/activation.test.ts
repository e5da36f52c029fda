import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { restore, show, until, yaml } from './workspace.ts';

describe('the extension', () => {
  afterEach(restore);

  it('wakes when a response file is opened', async () => {
    const extension = vscode.extensions.getExtension('replylint.replylint-vscode');
    assert.ok(extension, 'the extension is not installed in this window');
    await show(yaml);
    await until('the extension', () => extension.isActive || undefined);
  });
});
