import * as vscode from 'vscode';

/** Whether any workspace folder is a corpus: by a manifest in it, or by the setting that names its sources. */
export async function hasCorpus(): Promise<boolean> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const sources = vscode.workspace.getConfiguration('variorum', folder).get<readonly string[]>('sources', []);
    if (sources.length > 0) return true;
  }
  const [manifest] = await vscode.workspace.findFiles('**/variorum.json', '**/node_modules/**', 1);
  return manifest !== undefined;
}
