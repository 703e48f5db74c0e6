import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, diagnostics, EXTENSION, hoverText, open } from './editor.js';

interface Exported {
  readonly ready: Promise<void>;
  readonly sources: { getChildren(): Promise<{ siglum: string }[]> };
}

describe('the sample in VS Code', () => {
  it('shows what the walkthrough promises', async () => {
    const { ready, sources } = await vscode.extensions.getExtension<Exported>(EXTENSION)!.activate();
    await ready;
    const courier = await open('courier.txt');
    const found = await diagnostics(courier.document.uri, (all) => all.length >= 3);
    const codes = found.map(codeOf);
    for (const code of ['misspelled-word', 'altered-quotation', 'conflicting-number'])
      assert.ok(codes.includes(code), code);
    assert.match(await hoverText(courier.document, 'Solheim'), /\*\*Ingrid Solheim\*\*/);
    const digest = await open('digest.txt');
    await diagnostics(digest.document.uri, (all) => all.some((one) => codeOf(one) === 'repeated-word'));
    const rows = await sources.getChildren();
    assert.deepEqual(
      rows.map(({ siglum }) => siglum),
      ['Courier', 'Digest', 'Gazette', 'Herald'],
    );
  });
});
