import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, EXTENSION, hoverText, open } from './editor.js';

describe('the packaged extension', () => {
  it('is installed, and not the source tree', () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    assert.match(extension.extensionPath, /extensions[\\/]variorum\.variorum-/);
  });

  it('has every picture of its walkthrough', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION)!;
    const { contributes } = extension.packageJSON as {
      contributes: { walkthroughs: { steps: { media: { image: string | { light: string } } }[] }[] };
    };
    const pictures = contributes.walkthroughs.flatMap(({ steps }) =>
      // VS Code has made one for each theme of it.
      steps.map(({ media: { image } }) => (typeof image === 'string' ? image : image.light)),
    );
    assert.equal(pictures.length, 6);
    for (const picture of pictures) {
      const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, picture));
      assert.ok(size > 0, picture);
    }
  });

  it('has what the server starts in a thread for large corpora', async () => {
    const { extensionUri } = vscode.extensions.getExtension(EXTENSION)!;
    const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, 'dist', 'indexer.js'));
    assert.ok(size > 0);
  });

  it('reads the seeds', async () => {
    const { document } = await open('003_f2a5394b45cfa237.txt');
    const found = await diagnostics(document.uri, (all) => all.some((one) => codeOf(one) === 'misspelled-word'));
    assert.equal(found.filter((one) => codeOf(one) === 'misspelled-word').length, 1);
    assert.match(await hoverText(document, 'Kirby'), /\*\*John Kirby\*\*/);
  });
});
