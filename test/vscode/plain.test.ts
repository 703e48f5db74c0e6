import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, EXTENSION, hoverText, open, root } from './editor.js';
import { servers } from './serverProcess.js';

async function accept(): Promise<string> {
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  return 'asked';
}

/** Reads the folder as sources; no event tells when the list of texts is on the screen, so we agree until it is gone. */
async function agree(): Promise<void> {
  const reading = vscode.commands.executeCommand('variorum.readFolder', root());
  while ((await Promise.race([reading.then(() => 'read'), accept()])) !== 'read');
}

async function manifestExists(): Promise<boolean> {
  return (await vscode.workspace.fs.readDirectory(root())).some(([name]) => name === 'variorum.json');
}

describe('a folder that is no corpus', () => {
  it('is left alone', async () => {
    const { document } = await open('README.md');
    await vscode.extensions.getExtension(EXTENSION)!.activate();
    assert.equal(await hoverText(document, 'Putin'), '');
    // No server: no request can reach one, and nothing is read.
    assert.deepEqual(servers(), []);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    const names = (await vscode.workspace.fs.readDirectory(root())).map(([name]) => name).sort();
    assert.deepEqual(names, ['README.md', 'notes.txt']);
  });

  it('becomes one by Read Folder as Sources, and only then is read', async () => {
    const { document } = await open('notes.txt');
    // Whoever agrees to a list before its texts are in it agrees to none of them; then nothing is written, and we ask
    // again.
    do await agree();
    while (!(await manifestExists()));
    const manifest = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root(), 'variorum.json'));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(manifest)), { sources: ['**/*.txt', '**/*.md'] });
    const found = await diagnostics(document.uri, (all) => all.length > 0);
    assert.deepEqual(found.map(codeOf), ['misspelled-word']);
    assert.match(await hoverText(document, 'Kowalska'), /\*\*Anna Kowalska\*\*/);
    if (process.platform === 'linux') assert.equal(servers().length, 1);
  });
});
