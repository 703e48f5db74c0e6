import * as vscode from 'vscode';

/** A finding as the editor has it, with the text it stands in. */
export interface ShownFinding {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** Every finding that Problems shows at the moment; what is wrong with a manifest is none. */
export function shownFindings(): ShownFinding[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, all]) => findingsAmong(uri, all));
}

export function findingsIn(uri: vscode.Uri): ShownFinding[] {
  return findingsAmong(uri, vscode.languages.getDiagnostics(uri));
}

function findingsAmong(uri: vscode.Uri, all: readonly vscode.Diagnostic[]): ShownFinding[] {
  if (uri.path.endsWith('/variorum.json')) return [];
  return all.filter(({ source }) => source === 'Variorum').map((diagnostic) => ({ uri, diagnostic }));
}

export function ruleOf({ diagnostic: { code } }: ShownFinding): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Calls `act` once for a burst of findings that came or went. */
export function onFindingsChanged(act: () => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const listener = vscode.languages.onDidChangeDiagnostics(() => {
    clearTimeout(timer);
    timer = setTimeout(act, 100);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
