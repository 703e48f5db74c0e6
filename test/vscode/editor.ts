import * as vscode from 'vscode';

export const EXTENSION = 'variorum.variorum';

export function root(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root(), name));
  return vscode.window.showTextDocument(document);
}

export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`“${words}” does not stand in ${document.uri.fsPath}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + words.length));
}

/** Diagnostics of a document, as soon as they are as wanted. */
export async function diagnostics(
  uri: vscode.Uri,
  isWanted: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri);
    return isWanted(found) ? found : undefined;
  });
}

/** The value of `read` once it is there; looked at again at each event, never on a timer. */
export function until<T>(event: vscode.Event<unknown>, read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const known = read();
    if (known !== undefined) return resolve(known);
    const listener = event(() => {
      const value = read();
      if (value === undefined) return;
      listener.dispose();
      resolve(value);
    });
  });
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start.translate(0, 1),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (content as vscode.MarkdownString).value))
    .join('\n');
}
