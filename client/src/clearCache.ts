import * as vscode from 'vscode';

/** Where the server may keep what it read; `undefined` where the editor's storage is not on disk. */
export function cacheFolder({ globalStorageUri }: vscode.ExtensionContext): vscode.Uri | undefined {
  return globalStorageUri.scheme === 'file' ? vscode.Uri.joinPath(globalStorageUri, 'cache') : undefined;
}

/** Removes what was kept of all folders. */
export async function clearCache(context: vscode.ExtensionContext): Promise<void> {
  const folder = cacheFolder(context);
  if (!folder) return;
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) throw error;
  }
  void vscode.window.showInformationMessage(
    'Variorum’s cache is empty. It fills again as folders are read, unless the setting variorum.cache is off.',
  );
}
