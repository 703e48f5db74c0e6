import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Counterpart } from '../../server/src/features/counterparts';

/** The parallels of a place with the words that stand for the one there, in the order of the sources. */
export async function counterparts(
  client: LanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly Counterpart[]> {
  if (!client.isRunning()) return [];
  const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
  return (await client.sendRequest<Counterpart[] | null>('variorum/counterparts', params)) ?? [];
}
