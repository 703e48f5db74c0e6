import * as vscode from 'vscode';
import { fileExists } from './fileExists';

/** “Open Sample”: copies the sample sources to where they may be changed, and opens them. */
export function registerSample(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('variorum.openSample', async (target?: vscode.Uri) => {
      const folder = target ?? (await pickTarget(context));
      if (!folder) return undefined;
      const sample = vscode.Uri.joinPath(folder, 'variorum-sample');
      if (!(await fileExists(sample))) {
        await vscode.workspace.fs.copy(vscode.Uri.joinPath(context.extensionUri, 'samples', 'lighthouse'), sample);
      }
      if (!target) {
        const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
        await vscode.commands.executeCommand('vscode.openFolder', sample, { forceNewWindow });
      }
      return sample;
    }),
  );
}

async function pickTarget(context: vscode.ExtensionContext): Promise<vscode.Uri | undefined> {
  const own = { label: '$(extensions) In Variorum’s own storage', description: 'Nothing to choose' };
  const other = { label: '$(folder) In a folder…', description: 'To keep it' };
  const picked = await vscode.window.showQuickPick([own, other], { title: 'Where should the sample sources be put?' });
  if (picked === own) return context.globalStorageUri;
  if (picked !== other) return undefined;
  const [folder] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? [];
  return folder;
}
