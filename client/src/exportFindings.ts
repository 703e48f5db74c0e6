import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const FORMATS = [
  { label: 'HTML', description: 'One page with the places side by side', format: 'html', extension: 'html' },
  { label: 'CSV', description: 'A table, for spreadsheets', format: 'csv', extension: 'csv' },
  { label: 'SARIF', description: 'For tools that collect findings', format: 'sarif', extension: 'sarif' },
] as const;

/** “Export Findings…”: those of all sources, open or not, into a file. `format` and `target` for who has decided. */
export function registerExport(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('variorum.exportFindings', async (format?: string, target?: vscode.Uri) => {
      const known = FORMATS.find((one) => one.format === format);
      const picked = known ?? (await vscode.window.showQuickPick(FORMATS, { title: 'Export Findings' }));
      if (!picked || !client.isRunning()) return;
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      const name = `variorum-findings.${picked.extension}`;
      const file =
        target ??
        (await vscode.window.showSaveDialog({
          title: 'Export Findings',
          filters: { [picked.label]: [picked.extension] },
          ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
        }));
      if (!file) return;
      const text = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: 'Variorum: checking all sources' },
        () => client.sendRequest<string>('variorum/export', { format: picked.format }),
      );
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
      vscode.window.setStatusBarMessage(`$(check) Findings written to ${vscode.workspace.asRelativePath(file)}`, 5000);
      if (!target && picked.format === 'html') await vscode.env.openExternal(file);
    }),
  );
}
