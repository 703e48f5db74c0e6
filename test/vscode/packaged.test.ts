import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, EXTENSION, hoverText, open } from './editor.js';

describe('the packaged extension', () => {
  it('is installed, and not the source tree', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    assert.match(extension.extensionPath, /extensions[\\/]variorum\.variorum-/);
  });

  it('reads the seeds', async () => {
    const { document } = await open('003_f2a5394b45cfa237.txt');
    const found = await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
    assert.equal(found.filter((one) => codeOf(one) === 'misspelled-word').length, 1);
    assert.match(await hoverText(document, 'Kirby'), /\*\*John Kirby\*\*/);
  });
});
