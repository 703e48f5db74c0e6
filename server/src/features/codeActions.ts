import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import { oneLine } from '../core/oneLine.js';
import { DIAGNOSTIC_SOURCE, type DiagnosticData } from './toProtocol.js';

/** The suggestions of the findings that the client asks about, one edit each; nothing is ever applied unasked. */
export function codeActions(uri: string, version: number | null, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.filter(isOurs).flatMap((diagnostic) => {
    const { suggestions } = diagnostic.data as DiagnosticData;
    return suggestions.map((suggestion, index) => ({
      title: `Replace with “${oneLine(suggestion, 60)}”`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(index === 0 && suggestions.length === 1 ? { isPreferred: true } : {}),
      edit: {
        documentChanges: [
          { textDocument: { uri, version }, edits: [{ range: diagnostic.range, newText: suggestion }] },
        ],
      },
    }));
  });
}

function isOurs(diagnostic: Diagnostic): boolean {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  return diagnostic.source === DIAGNOSTIC_SOURCE && Array.isArray(data?.suggestions);
}
