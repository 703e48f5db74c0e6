import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { BaseEdit } from '../../server/src/baseRequest';

/** Commands that choose the text which the others are compared with. */
export function registerBaseCommands(context: vscode.ExtensionContext, client: LanguageClient): void {
  const set = (isBase: boolean) => async (target?: vscode.Uri | { readonly uri: string }) => {
    const uri = uriOf(target);
    if (!uri || !client.isRunning()) return;
    try {
      const edit = await client.sendRequest<BaseEdit>('variorum/baseEdit', { textDocument: { uri }, isBase });
      await applyToManifest(client, edit);
    } catch (error) {
      void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('variorum.setBaseSource', set(true)),
    vscode.commands.registerCommand('variorum.clearBaseSource', set(false)),
  );
}

/** The Explorer gives a URI, the view of sources its own entry, the palette nothing. */
function uriOf(target: vscode.Uri | { readonly uri: string } | undefined): string | undefined {
  if (target instanceof vscode.Uri) return target.toString();
  return target?.uri ?? vscode.window.activeTextEditor?.document.uri.toString();
}

async function applyToManifest(client: LanguageClient, { uri, content, edits }: BaseEdit): Promise<void> {
  const manifest = client.protocol2CodeConverter.asUri(uri);
  if (content !== undefined) {
    await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(content));
    return;
  }
  if (edits.length === 0) return;
  const document = await vscode.workspace.openTextDocument(manifest);
  // The server knows what is on disk.
  if (document.isDirty) throw new Error('variorum.json has changes that are not saved; save it and try again.');
  const change = new vscode.WorkspaceEdit();
  change.set(manifest, await client.protocol2CodeConverter.asTextEdits([...edits]));
  if (await vscode.workspace.applyEdit(change)) await document.save();
}
