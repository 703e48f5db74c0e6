import * as vscode from 'vscode';
import { fileExists } from './fileExists';
import { counted } from './findings';

/**
 * “Read Folder as Sources”: lists the texts of a folder, lets the reader leave some out, and writes its
 * `variorum.json`. Writes nothing else, and nothing at all if the reader steps back.
 */
export async function readFolder(target?: vscode.Uri): Promise<void> {
  const folder = target ?? (await pickFolder());
  if (!folder) return;
  const manifest = vscode.Uri.joinPath(folder, 'variorum.json');
  if (await fileExists(manifest)) {
    await vscode.window.showTextDocument(manifest);
    return;
  }
  const texts = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, '**/*.{txt,md}'),
    '**/{node_modules,.git}/**',
  );
  if (texts.length === 0) {
    void vscode.window.showInformationMessage(
      `Variorum found no texts (*.txt, *.md) in “${vscode.workspace.asRelativePath(folder)}”.`,
    );
    return;
  }
  const items = texts.map((uri) => pathBelow(folder, uri)).sort();
  const picked = await vscode.window.showQuickPick(
    items.map((label) => ({ label, picked: true })),
    {
      canPickMany: true,
      title: `Read as sources: ${counted(items.length, 'text')} found`,
      placeHolder: 'Leave out what is no source',
    },
  );
  if (!picked || picked.length === 0) return;
  const kept = new Set(picked.map(({ label }) => label));
  const exclude = items.filter((label) => !kept.has(label));
  const content = { sources: ['**/*.txt', '**/*.md'], ...(exclude.length > 0 ? { exclude } : {}) };
  await vscode.workspace.fs.writeFile(manifest, new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`));
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const [opened] = (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })) ?? [];
  if (opened) await vscode.commands.executeCommand('vscode.openFolder', opened);
  return undefined;
}

function pathBelow(folder: vscode.Uri, file: vscode.Uri): string {
  return file.path.slice(folder.path.replace(/\/$/, '').length + 1);
}
