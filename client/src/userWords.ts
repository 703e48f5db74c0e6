import * as vscode from 'vscode';
import type { LanguageClient, StaticFeature } from 'vscode-languageclient/node';

const COMMAND = 'variorum.addUserWord';

/** “Add to your words”: a word that is right in every corpus goes into the reader's own settings. */
export function registerUserWords(context: vscode.ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(vscode.commands.registerCommand(COMMAND, addUserWord));
  client.registerFeature(offer);
}

/** The server offers the action only to a client that says by which command it keeps words. */
const offer: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    const others = (capabilities.experimental ?? {}) as { variorum?: Record<string, unknown> };
    capabilities.experimental = { ...others, variorum: { ...others.variorum, userWordCommand: COMMAND } };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

async function addUserWord(word: unknown): Promise<void> {
  if (typeof word !== 'string' || word === '') return;
  const settings = vscode.workspace.getConfiguration('variorum');
  // A workspace may have words of its own, which stay there.
  const words = settings.inspect<readonly string[]>('words')?.globalValue ?? [];
  if (words.includes(word)) return;
  await settings.update('words', [...words, word], vscode.ConfigurationTarget.Global);
}
