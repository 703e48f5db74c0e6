import type * as vscode from 'vscode';
import type { LanguageClient, Range } from 'vscode-languageclient/node';

/** As the server's features/counterparts.ts gives them. */
export interface Counterpart {
  readonly uri: string;
  readonly origin: Range;
  readonly range: Range;
  readonly word?: Range;
}

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
